"""Search index of the site: when all pages are written, their texts become output/search/index/.

The scripts of the search page are put together at the same time, so that the first list is two requests away.

Only this module and `posts` know Pelican's objects. Setting: SEARCH_INDEX_FOLDER, the folder in the output
("search/index"); its depth gives the way back to the site's root.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plugins.authorities import AuthorityError, default_folder, load_authorities
from plugins.search_index.builder import Plan, build_index, is_small
from plugins.search_index.errors import SearchIndexError
from plugins.search_index.files import write_index
from plugins.search_index.places import known_suggestions
from plugins.search_index.posts import read_output, read_posts
from plugins.search_index.scripts import SEGMENTED, WHOLE, bundle_scripts

log = logging.getLogger(__name__)

_FOLDER = "search/index"
_URL_FORM = "articles/{id}/"


def write_search_index(output: Path, posts: list[Any], folder: str = _FOLDER) -> str:
    """Write the index of some posts into the output and return the script that reads it.

    Raises SearchIndexError or AuthorityError.
    """
    documents = read_posts(posts, read_output(output))
    known = known_suggestions(load_authorities(default_folder()))
    plan = Plan(root="../" * len(Path(folder).parts), url_form=_URL_FORM)
    write_index(output / folder, build_index(documents, plan, known))
    log.info("search index: %d documents", len(documents))
    return WHOLE if is_small(documents, plan.whole_bytes) else SEGMENTED


def _collector() -> tuple[Callable[[Any], None], Callable[[Any], None]]:
    """Return what remembers the posts of a build, and what indexes them at its end."""
    posts: list[Any] = []

    def collect(generator: Any) -> None:
        posts[:] = generator.articles

    def finish(pelican: Any) -> None:
        folder = pelican.settings.get("SEARCH_INDEX_FOLDER", _FOLDER)
        try:
            reader = write_search_index(Path(pelican.output_path), posts, folder)
            written = Path(pelican.output_path) / pelican.settings["THEME_STATIC_DIR"] / "js"
            bundle_scripts(Path(pelican.settings["THEME"]) / "static" / "js", written, joined=reader)
        except (SearchIndexError, AuthorityError) as error:
            log.error("search_index: %s", error)

    return collect, finish


def register() -> None:
    """Connect to article_generator_finalized (which posts there are) and finalized (all pages are written)."""
    from pelican import signals

    collect, finish = _collector()
    signals.article_generator_finalized.connect(collect, weak=False)
    signals.finalized.connect(finish, weak=False)
