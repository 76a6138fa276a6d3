"""Who wrote an article, by role."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plugins.newspapers.story import split_names


def group_authors(article: Any) -> Mapping[str, Sequence[Any]]:
    """Return Pelican's authors of an article under 记者, 通讯员 and 作者, in this order, roles without any left out."""
    reporters, correspondents = (
        split_names(article.metadata.get(key)) for key in ("reporters", "correspondents")
    )
    named: Iterable[tuple[str, Sequence[str]]] = (("记者", reporters), ("通讯员", correspondents))
    roles = {role: [author for author in article.authors if author.name in names] for role, names in named}
    others = [author for author in article.authors if author.name not in {*reporters, *correspondents}]
    return {role: authors for role, authors in {**roles, "作者": others}.items() if authors}
