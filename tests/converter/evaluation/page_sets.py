"""The sets of pages that are measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.converter.page_maker.article import read_articles
from tests.converter.page_maker.dealing import DEFAULT_PROFILES, make_pages
from tests.converter.page_maker.gold import GoldPage, read_gold
from tests.converter.page_maker.marked import read_marked

CONVERTER_TESTS = Path(__file__).resolve().parents[1]
REPOSITORY = CONVERTER_TESTS.parents[1]


@dataclass(frozen=True, slots=True)
class PageSet:
    """Pages with a name; the text of a page has its gold under the same place."""

    name: str
    pages: tuple[tuple[GoldPage, str], ...]


def read_first_pages() -> PageSet:
    """The five pages of the archive, from content/raw, with their gold."""
    return read_set("five", CONVERTER_TESTS / "gold", REPOSITORY / "content" / "raw")


def read_composed_pages(name: str) -> PageSet:
    """The pages composed of the articles of one half: tuning or scoring."""
    folder = CONVERTER_TESTS / "pages" / name
    return read_set(name, folder, folder)


def read_marked_pages(name: str) -> PageSet:
    """The pages that a person wrote and marked as a whole, of one half: tuning or scoring."""
    paths = sorted((CONVERTER_TESTS / "pages" / "marked" / name).glob("*.txt"))
    return PageSet(f"marked {name}", tuple(map(read_marked, paths)))


def make_fresh_pages(count: int, seed: int) -> PageSet:
    """New pages of the tuning articles, so that nobody tunes for the pages that lie in the folder."""
    articles = read_articles(CONVERTER_TESTS / "articles" / "tuning")
    made = make_pages(articles, count, DEFAULT_PROFILES, seed, "fresh")
    return PageSet(f"fresh {seed}", tuple((page.gold, page.text) for page in made))


def read_set(name: str, gold: Path, raw: Path) -> PageSet:
    """All gold files of a folder, each with the text of the same name; raises FileNotFoundError."""
    golds = [read_gold(path) for path in sorted(gold.glob("*.json"))]
    return PageSet(name, tuple((one, read_text(raw / f"{one.id}.txt")) for one in golds))


def read_text(path: Path) -> str:
    """The page's text with its line ends as they are, so that lines count as in the ledger."""
    return path.read_bytes().decode("utf-8")
