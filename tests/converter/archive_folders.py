"""A small archive in a temporary folder, as the converter's command and its tests need it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.authorities import default_folder
from plugins.converter.archive.archive import Folders, Options, convert_one
from plugins.converter.archive.outcome import Outcome

PAGE = (
    "聊城晚报 2022年4月12日 星期二 A03版\n\n东昌府区新建二十所社区书屋\n\n"
    "本报聊城4月11日讯(记者 李军) 11日,记者获悉,今年东昌府区将新建二十所社区书屋,方便居民就近借书、读书。\n\n"
    "书屋建成后,居民凭身份证即可办理借阅证,每人每次可借图书五册,借期一个月。\n\n"
    "茌平区开展春季防火宣传\n\n4月10日,茌平区消防员向群众介绍用火用电常识,发放宣传单六百余份。(张博)\n"
)
ARTICLES = ("02", "03")


@dataclass(frozen=True)
class Archive:
    """Folders of an archive below `root`."""

    root: Path

    @property
    def folders(self) -> Folders:
        return Folders(self.root / "raw", self.root / "ledger", self.root / "posts", default_folder())

    @property
    def arguments(self) -> list[str]:
        """The command line that converts this archive."""
        return [
            str(self.folders.raw),
            "--ledger",
            str(self.folders.ledger),
            "--posts",
            str(self.folders.posts),
        ]

    def add(self, page_id: str, text: str = PAGE, corrections: str = "") -> None:
        self.folders.raw.mkdir(parents=True, exist_ok=True)
        (self.folders.raw / f"{page_id}.txt").write_text(text, encoding="utf-8")
        if corrections:
            self.correct(page_id, corrections)

    def correct(self, page_id: str, corrections: str) -> None:
        (self.folders.raw / f"{page_id}.toml").write_text(corrections, encoding="utf-8")

    def convert(self, page_id: str, **options: Any) -> Outcome:
        return convert_one(page_id, self.folders, Options(**options))

    def post(self, page_id: str, name: str) -> Path:
        return self.folders.posts / page_id / f"{name}.md"

    def ledger(self, page_id: str) -> dict[str, Any]:
        path = self.folders.ledger / f"{page_id}.json"
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return record

    def snapshot(self) -> dict[str, bytes]:
        """All files with their bytes; temporary files of killed runs are none."""
        files = (path for path in sorted(self.root.rglob("*")) if path.is_file())
        return {
            str(path.relative_to(self.root)): path.read_bytes() for path in files if path.suffix != ".tmp"
        }
