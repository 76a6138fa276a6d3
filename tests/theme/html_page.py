"""Pages of the built site as trees."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib


@cache
def read_page(path: Path) -> Element:
    """Parse a page strictly: html5lib raises ParseError at the first mistake."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(path.read_text("utf-8"))


def list_pages(site: Path) -> list[Path]:
    """Every page of the site."""
    return sorted(site.rglob("*.html"))


def find_all(page: Element, tag: str, **attributes: str) -> list[Element]:
    """The elements with this tag and these attributes (class_ for class)."""
    wanted = {name.rstrip("_"): value for name, value in attributes.items()}
    return [
        element
        for element in page.iter(tag)
        if all(value in (element.get(name) or "").split() for name, value in wanted.items())
    ]


def read_text(element: Element) -> str:
    """The text of an element, white space at both ends removed."""
    return "".join(element.itertext()).strip()


def list_links(page: Element) -> Iterator[str]:
    """Every address a page refers to."""
    for element in page.iter():
        for name in ("href", "src", "action"):
            value = element.get(name)
            if value is not None:
                yield value
