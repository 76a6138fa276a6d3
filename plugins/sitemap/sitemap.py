"""Sitemaps of the written site: any number of pages, at most 50,000 to a file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from urllib.parse import quote
from xml.sax.saxutils import escape

# The limit of the protocol, https://www.sitemaps.org/protocol.html
MAX_URLS = 50_000
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def write_sitemaps(root: str, paths: Iterable[str], limit: int = MAX_URLS) -> dict[str, str]:
    """Return the text of each sitemap file by name; `paths` stand below the site's absolute `root`.

    One file when all fit in it, else numbered files and `sitemap.xml` as their index.
    """
    parts = list(_cut(sorted(paths), limit))
    if len(parts) <= 1:
        return {"sitemap.xml": _write_urls(root, parts[0] if parts else ())}
    files = {f"sitemap-{number}.xml": _write_urls(root, part) for number, part in enumerate(parts, 1)}
    entries = "".join(f"<sitemap><loc>{escape(f'{root}/{name}')}</loc></sitemap>\n" for name in files)
    index = f'<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex {_NAMESPACE}>\n{entries}</sitemapindex>\n'
    return {"sitemap.xml": index, **files}


def write_robots(root: str) -> str:
    """Return robots.txt: everything may be read, and the sitemap is here."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {root}/sitemap.xml\n"


def _cut(paths: Iterable[str], limit: int) -> Iterator[Sequence[str]]:
    rest = iter(paths)
    while part := list(islice(rest, limit)):
        yield part


def _write_urls(root: str, paths: Sequence[str]) -> str:
    entries = "".join(f"<url><loc>{escape(f'{root}/{quote(path)}')}</loc></url>\n" for path in paths)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset {_NAMESPACE}>\n{entries}</urlset>\n'
