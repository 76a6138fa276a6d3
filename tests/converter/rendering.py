"""What a reader sees of a text: posts read back by Pelican's own reader, and the text of the HTML it makes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import html5lib
from pelican.readers import MarkdownReader
from pelican.settings import DEFAULT_CONFIG, get_settings_from_file

_REPOSITORY = Path(__file__).resolve().parents[2]
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an HTML text: its element's name and its text without white space."""

    name: str
    text: str


def list_settings() -> dict[str, dict[str, Any]]:
    """The settings that a post must survive: Pelican's, the project's, and Markdown without its extensions."""
    bare = {**DEFAULT_CONFIG, "MARKDOWN": {"output_format": "html5"}}
    project = get_settings_from_file(str(_REPOSITORY / "pelicanconf.py"))
    return {"pelican": {**DEFAULT_CONFIG}, "project": {**DEFAULT_CONFIG, **project}, "bare": bare}


def read_post(text: str, settings: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Read a post as Pelican does: the HTML of its body and its metadata."""
    with TemporaryDirectory(prefix="jianbao-post-") as folder:
        path = Path(folder, "01.md")
        path.write_bytes(text.encode("utf-8"))
        content, metadata = MarkdownReader(settings).read(str(path))
        return content, metadata


def read_blocks(html: str) -> list[Block]:
    """The blocks of an HTML text in their order. Elements that are no plain blocks appear by their own names."""
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert not (root.text or "").strip(), f"text outside every block: {root.text!r}"
    blocks = []
    for element in root:
        assert not (element.tail or "").strip(), f"text outside every block: {element.tail!r}"
        inner = sorted({child.tag for child in element.iter() if child is not element})
        name = "/".join(map(str, [element.tag, *inner]))
        blocks.append(Block(name, squeeze("".join(element.itertext()))))
    return blocks


def show_value(value: object) -> str:
    """What a theme shows of a metadata value, which stands in HTML as it is; white space aside."""
    return squeeze(unescape(str(value)))


def show(text: str) -> str:
    """What a reader must see of a printed text: signs for control and direction characters, all else as it is."""
    return squeeze("".join(map(_show_character, text)))


def _show_character(character: str) -> str:
    code = ord(character)
    if character in _DIRECTION or 0x80 <= code < 0xA0:
        return character if character.isspace() else f"⟨U+{code:04X}⟩"
    if unicodedata.category(character) == "Cc" and not character.isspace():
        return chr(0x2421) if code == 0x7F else chr(0x2400 + code)
    return character


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())
