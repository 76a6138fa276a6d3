"""The review: order, reasons, second-best readings, and a report that is safe whatever a page holds."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.assembly import Cutting
from plugins.converter.assembly.rivals import tell_rival
from plugins.converter.ledgers.doubts import DOUBTFUL, Account, read_account
from plugins.converter.ledgers.ledger import LedgerError
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import RawPage
from plugins.converter.review import main, read_review
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import score_page
from plugins.converter.scoring.strands import Group, Part
from tests.converter.archive_folders import Archive

LACKING = (
    "茌平区开展春季防火宣传\n\n本报讯(记者 张博) 4月10日,茌平区消防救援大队走进乡镇集市,"
    "向群众介绍用火用电常识,发放宣传单六百余份,接受\n"
)
HOSTILE = (
    "<script>alert(1)</script>新建&amp;书屋\n\n11日,今年将新建二十所{{书屋}}\x1b[31m,方便</pre>居民借\n\n"
)
HOSTILE += "书屋建成后,居民凭身份证即可办理借阅证,每人每次可借图书五册,借期一个月。" * 8 + "\n"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.add("p1")
    archive.add("p2", LACKING)
    for page_id in ("p1", "p2"):
        assert archive.convert(page_id).failure is None
    return archive


@pytest.fixture
def folders(archive: Archive) -> list[str]:
    return ["--ledger", str(archive.folders.ledger), "--raw", str(archive.folders.raw)]


def read_accounts(archive: Archive) -> Iterator[Account]:
    for path in sorted(archive.folders.ledger.glob("*.json")):
        yield read_account(path.read_text(encoding="utf-8"))


def test_least_certain_items_come_first(archive: Archive) -> None:
    review = read_review(archive.folders.ledger)
    certainties = [doubt.confidence for doubt in review.doubts]
    assert certainties == sorted(certainties)
    assert (review.doubts[0].page_id, review.doubts[0].line) == ("p2", 1)
    assert len(review.doubts) == sum(len(account.doubts) for account in read_accounts(archive))


def test_table_names_page_line_headline_and_reason(
    archive: Archive, folders: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(folders) == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if "│" in line]
    cells = [cell.strip() for cell in rows[0].split("│")[1:-1]]
    item = archive.ledger("p2")["items"][0]
    assert cells[:4] == [f"{item['confidence']:.2f} !", "p2", "1", "1 article"]
    assert cells[4] == "茌平区开展春季防火宣传"
    assert "第3行之后文字缺失" in cells[5]


@pytest.mark.parametrize(("limit", "shown"), [("1", 1), ("2", 2), ("0", 4)])
def test_limit(folders: list[str], capsys: pytest.CaptureFixture[str], limit: str, shown: int) -> None:
    assert main([*folders, "--limit", limit]) == 0
    assert capsys.readouterr().out.startswith(f"{shown} of 4 items, least certain first")


@pytest.mark.parametrize("arguments", [["--limit", "-1"], ["--limit", "x"], ["--html"], ["more"]])
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as usage:
        main(arguments)
    assert usage.value.code == 2
    assert "usage: python -m plugins.converter.review" in capsys.readouterr().err


def test_folder_that_is_not_there_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--ledger", str(tmp_path / "none")]) == 2
    assert "no such folder; run `invoke convert` first" in capsys.readouterr().err


def test_broken_ledger_is_named_and_the_others_listed(
    archive: Archive, folders: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (archive.folders.ledger / "p0.json").write_text('{"items": 3}', encoding="utf-8")
    assert main(folders) == 1
    told = capsys.readouterr()
    assert f"review: {archive.folders.ledger / 'p0.json'}: not a ledger" in told.err
    assert "茌平区开展春季防火宣传" in told.out


def test_second_best_reading_is_told_by_what_it_does_otherwise(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add(
        "p1",
        "东昌府区新建二十所社区书屋\n\n11日,记者获悉,今年东昌府区将新建二十所社区书屋,方便居民,\n\n"
        "茌平区开展春季防火宣传\n\n4月10日,消防员走进乡镇集市,提醒群众,\n\n受到大家欢迎。\n\n大家纷纷点赞。\n",
    )
    archive.convert("p1")
    rivals = [item["runner_up"] for item in archive.ledger("p1")["items"]]
    assert any(rivals)
    for rival in filter(None, rivals):
        for clause in rival.split("，"):
            assert clause.startswith(("作", "另收第", "不收第", "各行相同", "行内分法不同"))
            assert not clause.startswith(("另", "不")) or clause.endswith("行")


def test_rival_is_told_in_runs_that_blank_lines_do_not_part() -> None:
    lines = ["东昌府区新建二十所社区书屋", "", "甲。", "乙。", "", "丙。", "丁。"]
    authorities = load_authorities(default_folder())
    page = score_page(cut_fragments(RawPage("p", tuple(lines))), authorities.places)
    article = Group(Kind.ARTICLE, tuple((index, Part.PARAGRAPH) for index in (0, 1, 2)))
    rivals = {
        Group(Kind.ARTICLE, ((0, Part.PARAGRAPH), (4, Part.PARAGRAPH))): "另收第7行，不收第3-4行",
        Group(Kind.NOTICE, article.members): "作公告",
        Group(Kind.CAPTION, ((0, Part.LINE), (2, Part.LINE))): "作图片说明，不收第3行",
        Group(Kind.ARTICLE, (*article.members, (3, Part.JOIN), (4, Part.JOIN))): "另收第6-7行",
        Group(Kind.ARTICLE, ((1, Part.JOIN), (3, Part.JOIN))): "另收第6行，不收第1、4行",
        article: "各行相同，行内分法不同",
    }
    assert len(page.fragments) == 5
    for rival, told in rivals.items():
        assert tell_rival(page, Cutting(article, 1.0, rival)) == told
    assert tell_rival(page, Cutting(article, 1.0, None)) is None


def test_item_is_pressing_when_uncertain_or_lacking(archive: Archive) -> None:
    for account in read_accounts(archive):
        for doubt in account.doubts:
            uncertain = doubt.confidence < DOUBTFUL or doubt.is_lacking
            assert doubt.is_pressing == (doubt.kind == Kind.ARTICLE and uncertain)
    assert [doubt.is_pressing for doubt in read_review(archive.folders.ledger).doubts].count(True) == 1


def test_settled_item_is_no_longer_listed(archive: Archive) -> None:
    archive.correct("p2", "[[item]]\nline = 1\nconfidence = 1\n")
    archive.convert("p2")
    assert all(doubt.page_id == "p1" for doubt in read_review(archive.folders.ledger).doubts)


def test_misfits_are_listed(archive: Archive, folders: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    archive.correct("p1", "[[start]]\nline = 2\n")
    archive.convert("p1")
    report = archive.root / "review.html"
    main([*folders, "--html", str(report)])
    told = "p1.toml: [[start]] line 2: the line holds no text; name another line"
    assert told in capsys.readouterr().out
    assert told in report.read_text(encoding="utf-8")


class TestReport:
    @pytest.fixture
    def report(self, archive: Archive, folders: list[str]) -> str:
        archive.add("p3", HOSTILE)
        assert archive.convert("p3").failure is None
        path = archive.root / "reports" / "review.html"
        assert main([*folders, "--html", str(path)]) == 0
        return path.read_text(encoding="utf-8")

    def test_is_one_valid_file_without_scripts_and_requests(self, report: str) -> None:
        document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(report)
        tags = {element.tag for element in document.iter() if isinstance(element.tag, str)}
        assert not tags & {"script", "link", "img", "iframe", "object", "form"}
        attributes = {name for element in document.iter() for name in element.attrib}
        assert attributes <= {"lang", "class", "charset", "name", "content", "http-equiv"}

    def test_shows_text_as_it_stands(self, report: str) -> None:
        assert "\x1b" not in report
        document = html5lib.parse(report, namespaceHTMLElements=False)
        rows = ["".join(cell.itertext()) for cell in document.iter("td")]
        assert "<script>alert(1)</script>新建&amp;书屋" in rows
        assert any("{{书屋}}␛[31m,方便</pre>居民借" in row for row in rows)

    def test_gives_a_correction_to_begin_with_that_settles_the_item(
        self, report: str, archive: Archive
    ) -> None:
        document = html5lib.parse(report, namespaceHTMLElements=False)
        snippets = ["".join(element.itertext()) for element in document.iter("pre")]
        (snippet,) = (text for text in snippets if text.startswith("# p2.toml"))
        assert tomllib.loads(snippet)["item"][0] == {"line": 1, "confidence": 1, "incomplete": True}
        archive.correct("p2", snippet)
        assert archive.convert("p2").doubts == ()

    def test_same_ledgers_give_the_same_bytes(
        self, report: str, archive: Archive, folders: list[str]
    ) -> None:
        again = archive.root / "again.html"
        main([*folders, "--html", str(again)])
        assert again.read_text(encoding="utf-8") == report

    def test_place_that_cannot_be_written_is_1(
        self, archive: Archive, folders: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        (archive.root / "file").write_text("x")
        assert main([*folders, "--html", str(archive.root / "file" / "review.html")]) == 1
        assert "review.html: cannot be written" in capsys.readouterr().err


def test_terminal_gets_no_control_characters(
    archive: Archive, folders: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    archive.add("p3", HOSTILE.replace("\x1b[31m", "").replace("新建", "新\x1b[2J建"))
    assert archive.convert("p3").failure is None
    main(folders)
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["", "[]", "3", '{"page": {}, "items": []}', '{"page": {"id": "p"}, "items": [{}]}']
)
def test_what_is_no_ledger_is_refused(text: str) -> None:
    with pytest.raises(LedgerError, match="not a ledger"):
        read_account(text)


def test_module_runs_as_a_program(folders: list[str]) -> None:
    command = [sys.executable, "-m", "plugins.converter.review", *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("4 of 4 items")
