"""Escaping: plain text as Markdown and as metadata that renders exactly as it stands.

Held against Python-Markdown 3.11 with and without Pelican's default extensions (extra, codehilite, meta): the
property tests read every escaped text back through Pelican's own reader.
"""

import html
import re

# Inline markup of Python-Markdown: emphasis, code, links, images, attribute lists, the escape itself.
_INLINE = re.compile(r"([\\`*_\[\]{}])")
# `甲 | 乙` would become table cells; a backslash before it vanishes only where tables are known.
_CELL_MARK = "&#124;"
# Block markup at the start of a line: `# 要闻`, `- 记者`, `+ 增长` (`> 引` is disarmed by its `&gt;`).
_BLOCK = re.compile(r"^([#+\-])")
# `1. 提高认识` and `2023. 3月` would become a list; \d as in Python-Markdown, which takes full-width digits too.
_ORDERED = re.compile(r"^(\d+)\.")
# `: 定义` (definition list) and `~~~` (code block): marks that a backslash does not disarm.
_ENTITY_AT_START = re.compile(r"^[:~]")
# C0, DEL and C1 control characters and Markdown's own place-holder marks (U+0002, U+0003).
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
# Characters that turn the reading direction of what follows; shown as signs, so that no text can hide its order.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_DELETE = 0x7F


def show_controls(text: str) -> str:
    """Replace control characters by their pictures (␀), direction marks by their code, white space by a space."""
    visible = _CONTROLS.sub(_picture, text)
    visible = _DIRECTION.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", visible)
    return re.sub(r"\s", " ", visible.strip())


def escape_markdown(text: str) -> str:
    """Escape one line of text so that Markdown renders it as one paragraph that shows exactly this text."""
    line = _BLOCK.sub(r"\\\1", _escape_inline(show_controls(text)))
    line = _ORDERED.sub(r"\1\\.", line)
    return _ENTITY_AT_START.sub(lambda match: f"&#{ord(match.group())};", line)


def escape_heading(text: str) -> str:
    """Escape one line of text for use behind `## `, where a closing `#` would vanish."""
    return "&#35;".join(_escape_inline(piece) for piece in show_controls(text).split("#"))


def escape_value(text: str) -> str:
    """Escape a metadata value: HTML-escaped, on one line."""
    return html.escape(show_controls(text))


def _escape_inline(text: str) -> str:
    return html.escape(_INLINE.sub(r"\\\1", text), quote=False).replace("|", _CELL_MARK)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == _DELETE else f"⟨U+{code:04X}⟩"
