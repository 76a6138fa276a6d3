"""Documents to the files of an index: the one module that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isqrt

import numpy as np

from plugins.search_index.cards import BLOCK, card_row, write_cards
from plugins.search_index.columns import write_columns
from plugins.search_index.documents import COLUMNS, Document, Suggestion
from plugins.search_index.errors import SearchIndexError
from plugins.search_index.files import MANIFEST, IndexFile, name_by_content
from plugins.search_index.frequent import FrequentPairs, count_pairs
from plugins.search_index.postings import MAX_DOCUMENTS, Batch, Keys, collect_batches
from plugins.search_index.segments import Span, cut_segments
from plugins.search_index.shards import Layout, Postings, encode_shards, shard_start
from plugins.search_index.suggestions import collect_suggestions, write_suggestions
from plugins.search_index.vocabulary import collect_vocabulary

FORMAT, VERSION = "jianbao-search-index", 1

# Up to so many bytes of text (about 30 KB compressed, 60 articles) the manifest carries the texts themselves: one
# request brings everything, and a search reads them all.
WHOLE_BYTES = 128 * 1024

# Postings in a shard: about 1 KB in a small segment, 3 KB at 10,000 documents, 8 KB at 100,000. A query fetches one
# shard a pair and segment, so shards may not grow as fast as the archive, nor may their number.
_FEWEST_POSTINGS, _POSTINGS_GROWTH = 600, 18

# Lists of single units are long and seldom asked for: fewer, larger shards.
_SINGLES_GROWTH = 8

# Postings encoded at once; bounds the memory of the build.
_BUCKET = 1 << 21


# The index lies two folders below the site's root, in search/index/.
DEFAULT_ROOT = "../../"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the documents are: `root` leads from the index folder to the folder that URLs start from."""

    root: str = DEFAULT_ROOT
    url_form: str | None = None


def build_index(
    documents: Sequence[Document], site: Site | None = None, known: Iterable[Suggestion] = ()
) -> Iterator[IndexFile]:
    """Yield the files of the index of these documents, in their order; the same documents give the same bytes.

    Raises SearchIndexError when there are more documents than the format can number.
    """
    if len(documents) >= MAX_DOCUMENTS:
        raise SearchIndexError(
            f"{len(documents)} documents; an index holds at most {MAX_DOCUMENTS - 1}: split it"
        )
    site = site or Site()
    vocabulary = collect_vocabulary(documents)
    manifest: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "documents": len(documents),
        "root": site.root,
        "urls": site.url_form,
        "folding": vocabulary.pairs(),
    }
    traditional = vocabulary.traditional()
    yield traditional
    manifest["traditional"] = traditional.path
    suggestions = write_suggestions(collect_suggestions(documents, known))
    if suggestions is not None:
        yield suggestions
    manifest["suggestions"] = suggestions and suggestions.path
    if is_small(documents):
        manifest["articles"] = [_article(document, site) for document in documents]
    else:
        yield from _build_segments(documents, site, manifest)
    yield IndexFile.from_json(MANIFEST, manifest)


def is_small(documents: Sequence[Document]) -> bool:
    """Say whether the texts go into the manifest."""
    size = 0
    for document in documents:
        size += len(document.title.encode()) + len(document.body.encode())
        if size > WHOLE_BYTES:
            return False
    return True


def _article(document: Document, site: Site) -> dict[str, object]:
    """Return a document as it stands in the manifest of a small archive."""
    facets = {column: list(document.facet(column)) for column in COLUMNS if document.facet(column)}
    return {"card": card_row(document, site.url_form), "body": document.body, **facets}


def _build_segments(
    documents: Sequence[Document], site: Site, manifest: dict[str, object]
) -> Iterator[IndexFile]:
    """Yield the files of all segments and describe them in the manifest."""
    batches = list(collect_batches(documents))
    spans = cut_segments(len(documents))
    frequent = FrequentPairs(spans[0].size)
    described = []
    for span in spans:
        families = {
            "b": _Family([batch.pairs for batch in batches], batches, span, weighted=True),
            "u": _Family([batch.singles for batch in batches], batches, span, weighted=False),
        }
        files = []
        for letter, family in families.items():
            sketch = frequent if letter == "b" and span is spans[0] else None
            shards = family.encode(sketch)
            files += [IndexFile(f"{letter}{number}", payload) for number, payload in enumerate(shards)]
        members = documents[span.first : span.end]
        columns = list(write_columns(members))
        files += [*write_cards(members, site.url_form), *columns]
        name = name_by_content(files)
        for file in files:
            yield IndexFile(f"{name}/{file.path}", file.payload)
        described.append(
            {
                "name": name,
                "documents": span.size,
                "pairs": families["b"].shards,
                "singles": families["u"].shards,
                "columns": [file.path[2:] for file in columns if file.path.startswith("f-")],
            }
        )
    manifest["block"] = BLOCK
    manifest["frequent"] = frequent.pack()
    manifest["segments"] = described


class _Family:
    """All postings of one kind of term in one segment."""

    def __init__(self, keys: list[Keys], batches: list[Batch], span: Span, *, weighted: bool) -> None:
        """Keep the batches that reach into the segment."""
        kept = [
            i
            for i, batch in enumerate(batches)
            if batch.span.first < span.end and batch.span.end > span.first
        ]
        self._keys = [keys[i] for i in kept]
        self._whole = [span.first <= batches[i].span.first and batches[i].span.end <= span.end for i in kept]
        self._span = span
        postings = sum(len(part) for part in self._cut(0, 1, 1))
        size = max(_FEWEST_POSTINGS, _POSTINGS_GROWTH * isqrt(span.size))
        self.shards = max(1, postings // (size if weighted else size * _SINGLES_GROWTH))
        self._steps = -(-postings // _BUCKET) or 1
        self._weighted = weighted

    def encode(self, frequent: FrequentPairs | None) -> Iterator[bytes]:
        """Yield the bytes of each shard, a bucket of shards at a time."""
        layout = Layout(self._span.size, self.shards, self._weighted)
        edges = [self.shards * step // self._steps for step in range(self._steps + 1)]
        for start, end in pairwise(edges):
            if start == end:
                continue
            keys = np.concatenate(list(self._cut(start, end, self.shards)))
            keys.sort()
            postings = Postings.from_keys(keys, self._span.first)
            if frequent is not None:
                frequent.add(*count_pairs(postings.codes))
            yield from encode_shards(postings, layout, range(start, end))

    def _cut(self, start: int, end: int, shards: int) -> Iterator[Keys]:
        """Yield the keys of some shards, batch by batch."""
        low, high = shard_start(start, shards), shard_start(end, shards)
        for keys, whole in zip(self._keys, self._whole, strict=True):
            first = int(np.searchsorted(keys, np.uint64(int(low) << 32)))
            last = len(keys) if end == shards else int(np.searchsorted(keys, np.uint64(int(high) << 32)))
            part = keys[first:last]
            if not whole:
                numbers = part >> np.uint64(8) & np.uint64(MAX_DOCUMENTS - 1)
                part = part[(numbers >= self._span.first) & (numbers < self._span.end)]
            yield part
