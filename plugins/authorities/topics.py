"""Topics: what an item tells about, and the words that show it."""

import re
from dataclasses import dataclass
from types import MappingProxyType

from plugins.authorities.rows import Row, Table

# What one occurrence of a word adds to its topic's score. `deciding`: in a headline it settles the topic
# (贫困户); `telling`: hardly used but for this topic (挂号); `usual`: common in it, but found elsewhere (培训);
# `slight`: a hint (服务); `against`: speaks for another topic.
WEIGHTS = MappingProxyType({"deciding": 5.0, "telling": 3.0, "usual": 1.5, "slight": 0.5, "against": -2.0})

_KINDS = frozenset({"notice", "advertisement"})
_FLAGS = ("leads_notices", "narrator", "verse")
_KEYS = frozenset({"name", "slug", "iptc", "definition", "kind", "fallback", *_FLAGS, *WEIGHTS})


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its terms, each with its weight.

    `iptc` is the number of its IPTC Media Topic (07000000), None when none fits. `kind`: every item of this
    kind carries the topic. `leads_notices`: it may stand before the notices' topic. `narrator`: its words count
    only outside quotation marks. `verse`: an item in verse carries it. `fallback`: it is taken when no word
    tells anything.
    """

    name: str
    slug: str
    definition: str
    terms: tuple[tuple[str, float], ...]
    iptc: str | None = None
    kind: str | None = None
    leads_notices: bool = False
    narrator: bool = False
    verse: bool = False
    fallback: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """All topics in their order."""

    rows: tuple[Topic, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The topics' names in their order."""
        return tuple(topic.name for topic in self.rows)

    def find(self, name: str) -> Topic | None:
        """The topic with this name."""
        return next((topic for topic in self.rows if topic.name == name), None)

    def for_kind(self, kind: str) -> Topic | None:
        """The topic that every item of this kind carries: 便民公告 for a notice."""
        return next((topic for topic in self.rows if topic.kind == kind), None)

    @property
    def fallback(self) -> Topic | None:
        """The topic of an article whose words tell nothing."""
        return next((topic for topic in self.rows if topic.fallback), None)


def read_topics(table: Table) -> tuple[Topics, list[tuple[Row, Topic]]]:
    """Read topics.toml; the second part pairs each topic with its block, for checks across tables."""
    table.check_kinds(frozenset({"topic"}))
    pairs = [(row, _read_topic(row)) for row in table.rows("topic")]
    for row, topic in pairs:
        if topic.iptc is not None and not re.fullmatch(r"\d{8}", topic.iptc):
            row.report("iptc must be the eight digits of a Media Topic, such as 07000000")
        if topic.kind is not None and topic.kind not in _KINDS:
            row.report(f'kind "{topic.kind}" must be one of {", ".join(sorted(_KINDS))}')
    fallbacks = [row for row, topic in pairs if topic.fallback]
    for row in fallbacks[1:]:
        row.report(f"fallback is already {fallbacks[0].block}; only one topic can be it")
    return Topics(tuple(topic for _, topic in pairs)), pairs


def _read_topic(row: Row) -> Topic:
    row.check_keys(_KEYS)
    return Topic(
        name=row.text("name"),
        slug=row.slug(),
        definition=row.text("definition"),
        terms=_read_terms(row),
        iptc=row.optional_text("iptc"),
        kind=row.optional_text("kind"),
        leads_notices=row.flag("leads_notices"),
        narrator=row.flag("narrator"),
        verse=row.flag("verse"),
        fallback=row.flag("fallback"),
    )


def _read_terms(row: Row) -> tuple[tuple[str, float], ...]:
    terms: dict[str, float] = {}
    for key, weight in WEIGHTS.items():
        for word in row.texts(key):
            if word in terms:
                row.report(f"{word} stands in two of its lists; take one away")
            terms[word] = weight
    return tuple(terms.items())
