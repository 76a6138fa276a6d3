"""What machines read of an article's page: schema.org JSON-LD, citation_* (Highwire) and OpenGraph tags."""

import json
from collections.abc import Iterator

from plugins.citations.reference import Reference

# Within <script> a parser looks for </script and <!--; in JSON both can be written without the sign.
_SCRIPT_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def write_json_ld(reference: Reference) -> str:
    """Return a NewsArticle as JSON that is safe within a <script> element."""
    return json.dumps(_describe_article(reference), ensure_ascii=False, separators=(",", ":")).translate(
        _SCRIPT_ESCAPES
    )


def list_highwire(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the citation_* tags, which Zotero and Google Scholar read."""
    yield "citation_title", reference.title
    yield from (("citation_author", author) for author in reference.authors)
    if reference.newspaper:
        yield "citation_journal_title", reference.newspaper
    if reference.iso_date:
        yield "citation_publication_date", reference.iso_date.replace("-", "/")
    if reference.page_number:
        yield "citation_firstpage", reference.page_number
    yield "citation_language", "zh-CN"


def list_open_graph(
    reference: Reference, site_name: str, description: str = "", image: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield the OpenGraph properties, which chats and social sites show as a preview.

    `image` is the whole address of a picture; the archive has none of its articles, so it is the site's seal.
    """
    yield "og:type", "article"
    yield "og:site_name", site_name
    yield "og:title", reference.title
    if description:
        yield "og:description", description
    if image:
        yield "og:image", image
    if reference.url:
        yield "og:url", reference.url
    if reference.iso_date:
        yield "article:published_time", reference.iso_date


def _describe_article(reference: Reference) -> dict[str, object]:
    article: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": reference.title,
        "author": [{"@type": "Person", "name": author} for author in reference.authors],
        "datePublished": reference.iso_date,
        "isPartOf": reference.newspaper and {"@type": "Newspaper", "name": reference.newspaper},
        "printPage": reference.page_number,
        "articleSection": reference.section,
        "contentLocation": [{"@type": "Place", "name": name} for name in reference.places],
        "keywords": list(reference.topics),
        "inLanguage": "zh-CN",
        "url": reference.url,
    }
    return {key: value for key, value in article.items() if value}
