"""The HTML of a post's body that holds no markup, written without python-markdown."""

import re

# What python-markdown with its `extra` extensions may take for markup anywhere in a line: emphasis, code, links,
# entities, tables, escapes; and control characters, of which it uses two itself.
_MARKUP = re.compile(r"[\x00-\x1f\x7f\\`*_\[\]<>&{}|~^]")
# What it may take for a list, a heading, a quotation, a rule, a definition or code at the beginning of a line:
# "1. ", "- ", "+ ", "# ", "> ", "===", ": ", four spaces. White space of any kind is left to it.
_BLOCK_START = re.compile(r"[\s\d#>+\-=:]")
_SUBHEAD = "## "


def write_plain(body: str) -> str | None:
    """Return the HTML of paragraphs and subheads of one line each, or None for a body that needs Markdown."""
    blocks = body.split("\n\n")
    written = [_write_block(block) for block in blocks]
    return None if None in written else "\n".join(block for block in written if block)


def _write_block(block: str) -> str | None:
    tag, text = ("h2", block[len(_SUBHEAD) :]) if block.startswith(_SUBHEAD) else ("p", block)
    if not text or _MARKUP.search(text) or _BLOCK_START.match(text) or text != text.strip():
        return None
    return None if tag == "h2" and "#" in text else f"<{tag}>{text}</{tag}>"
