"""The text of an article's own page: what the index holds and what the engine verifies its hits against.

The browser reads pages in the same way (theme/static/js/search/page_text.js); tests/search_index/page_texts.json
holds both to the same results.
"""

from __future__ import annotations

import re

# Elements within a line; every other tag begins a new one.
INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp",
    "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
))  # fmt: skip

# The entities that escaped text holds; Pelican and Jinja write all other characters as they are.
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\u00a0"}

# <article lang="zh-CN"> … </article>
_ARTICLE = re.compile(r"""<article\b(?:"[^"]*"|'[^']*'|[^"'>])*>([\s\S]*?)</article\s*>""", re.I)
# <!-- a note -->, <script>…</script>
_HIDDEN = re.compile(r"<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?</\1\s*>", re.I)
# <p class="a > b">, </h2>
_TAG = re.compile(r"""</?([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>""", re.I)
# &#39; &#x27; &amp;
_ENTITY = re.compile(r"&(?:#([0-9]+)|#x([0-9a-f]+)|([a-z0-9]+));", re.I)


def article_text(html: str) -> str | None:
    """Return the text in the page's one <article>, a line for each block, or None where there is no such element."""
    found = _ARTICLE.search(html)
    if found is None:
        return None
    inner = re.sub(r"[ \t\r\n\f]+", " ", _HIDDEN.sub("", found[1]))
    marked = _TAG.sub(lambda tag: "" if tag[1].lower() in INLINE else "\n", inner)
    lines = (re.sub(" +", " ", line).strip(" ") for line in marked.split("\n"))
    return "\n".join(_ENTITY.sub(_decode_entity, line) for line in lines if line)


def _decode_entity(entity: re.Match[str]) -> str:
    """Return the character an entity stands for, or the entity as it is."""
    decimal, hexadecimal, name = entity.groups()
    if name:
        return _NAMED.get(name, entity[0])
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code <= 0x10FFFF else entity[0]


def drop_title(text: str, title: str) -> str:
    """Return the text without its first line that is the title: the index keeps the title apart."""
    lines = text.split("\n")
    if title in lines:
        lines.remove(title)
    return "\n".join(lines)
