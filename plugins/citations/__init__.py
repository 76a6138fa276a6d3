"""Citations of an article in four forms, and the tags that machines read, as filters for the theme."""

from collections.abc import Mapping
from functools import partial
from html import escape

from markupsafe import Markup
from pelican import signals
from pelican.contents import Article
from pelican.generators import Generator

from plugins.citations.bibtex import write_bibtex
from plugins.citations.csl import write_csl
from plugins.citations.gbt7714 import write_gbt7714
from plugins.citations.metadata import list_highwire, list_open_graph, write_json_ld
from plugins.citations.reference import Reference, read_reference
from plugins.citations.ris import write_ris


def _escape_text(text: str) -> Markup:
    """Escape a text between tags: quotes may stand as they are, and CSL-JSON is full of them."""
    return Markup(escape(text, quote=False))


FILTERS = {
    "escape_text": _escape_text,
    "gbt7714": write_gbt7714,
    "bibtex": write_bibtex,
    "ris": write_ris,
    "csl": write_csl,
    "json_ld": write_json_ld,
    "highwire": list_highwire,
    "open_graph": list_open_graph,
}


def _refer_to(article: Article, root: str) -> Reference:
    """Return the article's reference; its permalink is known once the site has an address."""
    metadata: Mapping[str, object] = article.metadata
    return read_reference(metadata, f"{root}/{article.url}" if root else None)


def _add_filters(generator: Generator) -> None:
    root = str(generator.settings.get("SITE_ROOT", "")).rstrip("/")
    generator.env.filters.update(FILTERS, reference=partial(_refer_to, root=root))


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.generator_init.connect(_add_filters)
