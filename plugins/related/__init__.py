"""Give every article its related articles, found by the keywords of the posts, and those with the same text."""

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.related.related import find_related
from plugins.related.same_text import find_same_text

# What the list of an article holds, and how many more are looked at for those that stand elsewhere on its page.
MOST, LOOKED_AT = 5, 30


def _relate(generator: ArticlesGenerator) -> None:
    """Set `article.related` to at most five articles of other pages, `article.same_text` to all of the same text."""
    articles = generator.articles
    keywords = [str(article.metadata.get("keywords", "")).split(", ") for article in articles]
    related = find_related([[word for word in words if word] for words in keywords], LOOKED_AT)
    # Pelican keeps the HTML as read in `_content`; `content` would rewrite the links of every article.
    same = find_same_text([article._content for article in articles])
    for position, article in enumerate(articles):
        article.same_text = [articles[other] for other in same[position]]
        others = (articles[other] for other in related[position] if other not in same[position])
        # The articles of its own page are listed beside it already.
        article.related = [other for other in others if other.page_id != article.page_id][:MOST]


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.article_generator_finalized.connect(_relate)
