"""Browse by newspaper, date and page; the view of each page beside its original text."""

from pathlib import Path

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator

from plugins.newspapers.generator import NewspapersGenerator
from plugins.newspapers.labels import find_newspaper_slug
from plugins.newspapers.refusal import refuse_clearly
from plugins.newspapers.tables import read_labels
from plugins.newspapers.wording import FILTERS


def _add_filters(generator: Generator) -> None:
    generator.env.filters.update(FILTERS)


@refuse_clearly()
def _set_slugs(generator: ArticlesGenerator) -> None:
    """Take the slugs of tags and newspapers from the tables: transliteration merges 临邑 with 临沂."""
    labels = read_labels(Path(generator.path) / "authorities")
    generator.context["labels"] = labels
    for article in generator.articles:
        article.category.slug = find_newspaper_slug(labels, article.category.name)
        for tag in getattr(article, "tags", ()):
            if tag.name in labels:
                tag.slug = labels[tag.name].slug


def _get_generator(_: object) -> type[NewspapersGenerator]:
    return NewspapersGenerator


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.generator_init.connect(_add_filters)
    signals.article_generator_pretaxonomy.connect(_set_slugs)
    signals.get_generators.connect(_get_generator)
