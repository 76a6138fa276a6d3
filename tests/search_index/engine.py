"""The engine in a Node process that lives as long as the tests, and plain substring search to compare with."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.search_index.builder import Plan, build_index
from plugins.search_index.documents import Document
from plugins.search_index.files import write_index
from plugins.search_index.folding import fold
from tests.search_index.node import find_node

# Small archives in the form of large ones: postings in shards, three segments and joined terms from eight documents on.
SHARDED = Plan(whole_bytes=-1, single_segment=8, sketch_from=8)


class EngineError(Exception):
    """What the engine said; `code` as in SearchError."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class Engine:
    """Asks engine_server.mjs."""

    def __init__(self) -> None:
        script = Path(__file__).parent / "engine_server.mjs"
        self._process = subprocess.Popen(
            [find_node(), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def ask(self, **question: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        reply = json.loads(self._process.stdout.readline())
        if "error" in reply:
            raise EngineError(reply["error"], reply["code"])
        return reply["value"]

    def open(self, folder: Path, documents: Sequence[Document], **more: Any) -> None:
        self.ask(open=str(folder), texts=[(item.id, item.body) for item in documents], **more)

    def search(self, query: str, **options: Any) -> Any:
        return self.ask(search=query, options=options)

    def find_all(self, query: str, **options: Any) -> list[Any]:
        """Return the ids of all exact hits, none when the engine fell back to words."""
        answer = self.search(query, limit="all", **options)
        assert answer["total"] == len(answer["results"])
        assert not answer["totalIsApproximate"]
        return [result["id"] for result in answer["results"]] if answer["exact"] else []

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()


def write_archive(folder: Path, documents: Sequence[Document], plan: Plan | None = None) -> Path:
    """Index documents into a folder."""
    write_index(folder, build_index(documents, plan))
    return folder


def find_plainly(documents: Sequence[Document], text: str) -> list[str | int]:
    """Return the ids of the documents whose folded title or body holds the folded text."""
    wanted = fold(text)
    return [item.id for item in documents if wanted in fold(item.title) or wanted in fold(item.body)]
