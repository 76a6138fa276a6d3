"""Draw the coverage over time of the whole archive and of each city, county and topic."""

from collections.abc import Iterable

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

from plugins.coverage.coverage import draw_chart

_SIZES = {"day": 10, "month": 7, "year": 4, "unknown": 0}


def _list_dates(articles: Iterable[Article]) -> list[str | None]:
    """Return each article's date as far as it is known."""
    sizes = (_SIZES[article.metadata.get("date_precision", "day")] for article in articles)
    return [str(article.date)[:size] or None for article, size in zip(articles, sizes, strict=True)]


def _draw_charts(generator: ArticlesGenerator) -> None:
    """Put a chart for each tag's name, and for everything (the empty name), into `charts`."""
    charts = {"": draw_chart(_list_dates(generator.articles))}
    charts |= {tag.name: draw_chart(_list_dates(articles)) for tag, articles in generator.tags.items()}
    generator.context["charts"] = charts


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.article_generator_finalized.connect(_draw_charts)
