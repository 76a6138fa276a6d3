"""The Pelican generator: reads ledgers and tables, ties articles to their place, writes the browse pages."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from pelican.contents import Article
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.converter.pages.page import read_page
from plugins.newspapers.browse import list_sheets
from plugins.newspapers.catalogue import build_catalogue
from plugins.newspapers.ledger import LedgerError, PageLedger, parse_ledger
from plugins.newspapers.neighbours import PagePlace, place_pages, place_stories
from plugins.newspapers.page_view import view_page, write_item_lines
from plugins.newspapers.paging import cut_parts
from plugins.newspapers.refusal import refuse_clearly
from plugins.newspapers.story import read_story

# Names that a page of the list of persons holds: about 30 KB.
MOST_PEOPLE = 300


class NewspapersGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Write newspaper, issue, day and list pages and the view of each page beside its original text."""

    @refuse_clearly()
    def generate_context(self) -> None:
        """Read what the browse pages need and give every article its `story`, `place` and `item`."""
        content = Path(self.path)
        labels = self.context["labels"]
        ledgers = list(_read_ledgers(content / "ledger"))
        articles: Mapping[str, Article] = {article.url: article for article in self.context["articles"]}
        for article in articles.values():
            article.story = read_story(article.metadata, article.url)
            article.place = article.item = article.item_lines = None
        stories = [article.story for article in articles.values()]
        self.catalogue = build_catalogue(ledgers, stories, labels, _count_masked(content / "raw"))
        self.places = tuple(place_pages(self.catalogue.newspapers))
        for place in self.places:
            _tie_articles(place, articles)
        self.context["archive"] = self.catalogue

    @refuse_clearly()
    def generate_output(self, writer: Writer) -> None:
        """Write every browse page and page view."""
        write = partial(writer.write_file, context=self.context, relative_urls=self.settings["RELATIVE_URLS"])
        for sheet in list_sheets(self.catalogue, self.settings["CATEGORY_FEED_ATOM"]):
            template = self.get_template(sheet.template)
            write(f"{sheet.url}index.html", template, url=sheet.url, **sheet.values)
        people = sorted(self.context["authors"], key=lambda entry: (-len(entry[1]), entry[0].slug))
        for part in cut_parts(people, "people/", MOST_PEOPLE):
            values = {"url": part.url, "part": part, "count": len(people)}
            write(f"{part.url}index.html", self.get_template("people"), **values)
        template = self.get_template("newspaper_page")
        for place in self.places:
            url = place.page.url
            write(f"{url}index.html", template, url=url, place=place, **self._view_page(place))

    def _view_page(self, place: PagePlace) -> Mapping[str, object]:
        path = Path(self.path) / "raw" / f"{place.page.ledger.id}.txt"
        try:
            # The converter's own reader: the same line numbers, and personal numbers masked once more.
            text = read_page(path)
        except (OSError, ValueError) as error:
            raise LedgerError(
                f"newspapers: {path}: {error}; restore the text or remove its ledger"
            ) from error
        return view_page(place.page, text.lines)


def _read_ledgers(folder: Path) -> Iterator[PageLedger]:
    for path in sorted(folder.glob("*.json")):
        yield parse_ledger(path.read_text("utf-8"), str(path))


def _count_masked(folder: Path) -> int:
    """Add up the masked numbers of the accession records."""
    records = (tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml")))
    return sum(record.get("accession", {}).get("masked_numbers", 0) for record in records)


def _tie_articles(place: PagePlace, articles: Mapping[str, Article]) -> None:
    items = {item.number: item for item in place.page.ledger.items}
    lines = write_item_lines(place.page.ledger)
    for story, story_place in place_stories(place):
        article = articles[story.url]
        article.place = story_place
        number = int(story.number)
        article.item, article.item_lines = items.get(number), lines.get(number)
