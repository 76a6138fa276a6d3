"""Make Pelican's Atom feeds tell one from another, and no date more exact than it is known."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from feedgenerator import SyndicationFeed
from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

from plugins.feeds.feeds import amend_entry, identify_feed, read_precision


def _list_pages(generator: ArticlesGenerator) -> Iterator[tuple[str, str]]:
    """Yield the path of each tag's and newspaper's feed with the page that lists the same articles."""
    settings = generator.settings
    for tag in generator.tags:
        yield settings["TAG_FEED_ATOM"].format(slug=tag.slug), tag.url
    for newspaper, _ in generator.categories:
        yield settings["CATEGORY_FEED_ATOM"].format(slug=newspaper.slug), newspaper.url


def _note_pages(generator: ArticlesGenerator) -> None:
    """Put into the context what a feed cannot tell by itself: its page, and how exact its articles' dates are."""
    articles: Mapping[str, Article] = {article.url: article for article in generator.articles}
    generator.context["feed_pages"] = dict(_list_pages(generator))
    generator.context["feed_precisions"] = {
        url: read_precision(article.metadata) for url, article in articles.items()
    }


def _amend_feed(context: Mapping[str, Any], feed: SyndicationFeed) -> None:
    root = str(context["FEED_DOMAIN"]).rstrip("/") + "/"
    identify_feed(feed.feed, root, context["feed_pages"], context["SITENAME"])
    for entry in feed.items:
        amend_entry(entry, context["feed_precisions"][unquote(entry["link"]).removeprefix(root)])


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.article_generator_finalized.connect(_note_pages)
    signals.feed_generated.connect(_amend_feed)
