"""Give every article its related articles, found by the keywords of the posts."""

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.related.related import find_related


def _relate(generator: ArticlesGenerator) -> None:
    """Set `article.related` to at most five other articles."""
    articles = generator.articles
    keywords = [str(article.metadata.get("keywords", "")).split(", ") for article in articles]
    related = find_related([[word for word in words if word] for words in keywords])
    for article, found in zip(articles, related, strict=True):
        article.related = [articles[position] for position in found]


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.article_generator_finalized.connect(_relate)
