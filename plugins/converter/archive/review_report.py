"""The review as one HTML file: without scripts, and nothing of a page's text is read as markup."""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.converter.archive.markdown_text import escape_value, show_controls
from plugins.converter.ledgers.doubts import Doubt

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid GrayText; padding: 0.5rem 0 1rem; }
h2 { font-size: 1.1rem; margin: 0.5rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
dt { color: GrayText; }
dd { margin: 0; }
table { border-collapse: collapse; }
td { vertical-align: top; padding: 0 0.75rem 0.25rem 0; }
td:first-child { color: GrayText; text-align: right; }
pre { overflow-x: auto; border: 1px solid GrayText; padding: 0.5rem; }
.pressing { border-left: 0.25rem solid #b3261e; padding-left: 0.75rem; }
"""

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Review</title>
<style>{style}</style>
</head>
<body>
<h1>Review</h1>
<p>{shown} of {total} items, least certain first. A bar marks those that need a look.</p>
{body}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """An item and its lines with their numbers."""

    doubt: Doubt
    lines: tuple[tuple[int, str], ...]


def render_report(items: Sequence[ReviewedItem], misfits: Sequence[tuple[str, str]], total: int) -> str:
    """Write the report of some of `total` items, and of corrections that no longer fit, by page."""
    body = "\n".join([*_misfits(misfits), *("\n".join(_item(item)) for item in items)])
    return PAGE.format(style=STYLE, shown=len(items), total=total, body=body)


def _misfits(misfits: Sequence[tuple[str, str]]) -> Iterator[str]:
    if misfits:
        yield "<h2>Corrections that no longer fit</h2>"
        yield "<ul>"
        for page_id, misfit in misfits:
            yield f'<li lang="zh-CN">{escape_value(f"{page_id}.toml: {misfit}")}</li>'
        yield "</ul>"


def _item(item: ReviewedItem) -> Iterator[str]:
    doubt = item.doubt
    yield '<article class="pressing">' if doubt.is_pressing else "<article>"
    yield f'<h2 lang="zh-CN">{escape_value(doubt.headline)}</h2>'
    yield "<dl>"
    for name, value in _facts(doubt):
        yield f'<dt>{name}</dt><dd lang="zh-CN">{escape_value(value)}</dd>'
    yield "</dl>"
    if item.lines:
        yield "<details><summary>Text</summary>"
        yield '<table lang="zh-CN">'
        for number, line in item.lines:
            yield f"<tr><td>{number}</td><td>{html.escape(show_controls(line))}</td></tr>"
        yield "</table></details>"
    yield "<details><summary>Correct</summary>"
    yield f"<pre>{escape_value(f'# {doubt.page_id}.toml')}\n{_correction(doubt)}</pre></details>"
    yield "</article>"


def _facts(doubt: Doubt) -> Iterator[tuple[str, str]]:
    yield "Certainty", f"{doubt.confidence:.2f}"
    yield "Page", doubt.page_id
    yield "Item", f"{doubt.number}, {doubt.kind}"
    yield "Lines", doubt.lines
    if doubt.reasons:
        yield "Reason", "; ".join(doubt.reasons)
    if doubt.rival:
        yield "Or else", doubt.rival


def _correction(doubt: Doubt) -> str:
    """The correction to begin with: it says that the item is right as it is."""
    lost = "incomplete = true   # the words are lost on the page\n" if doubt.is_lacking else ""
    return f"[[item]]\nline = {doubt.line}\nconfidence = 1      # looked at, and right\n{lost}"
