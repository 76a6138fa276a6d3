"""Documents to the files of an index: the one module that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.search_index.cards import block_size, card_row, write_cards
from plugins.search_index.codes import COMMON, FAMILIES
from plugins.search_index.columns import write_columns
from plugins.search_index.documents import COLUMNS, Document, Suggestion
from plugins.search_index.errors import SearchIndexError
from plugins.search_index.files import MANIFEST, IndexFile, name_by_content
from plugins.search_index.frequent import FrequentPairs
from plugins.search_index.postings import MAX_DOCUMENTS, collect_batches
from plugins.search_index.segment_keys import SegmentKeys
from plugins.search_index.segments import cut_segments
from plugins.search_index.suggestions import collect_suggestions, write_suggestions
from plugins.search_index.vocabulary import collect_vocabulary

FORMAT, VERSION = "jianbao-search-index", 1

# Up to so many bytes of text (about 30 KB compressed, 60 articles) the manifest carries the texts themselves: one
# request brings everything, and a search reads them all.
WHOLE_BYTES = 128 * 1024

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
        files, shards = [], {}
        for family in FAMILIES:
            keys = SegmentKeys(family, batches, span)
            sketch = frequent if family is COMMON and span is spans[0] else None
            files += [
                IndexFile(f"{family.name}-{number}.bin", payload)
                for number, payload in enumerate(keys.encode(sketch))
            ]
            shards[family.name] = keys.shards
        members = documents[span.first : span.end]
        columns = list(write_columns(members))
        files += [*write_cards(members, site.url_form), *columns]
        name = name_by_content(files)
        yield from (IndexFile(f"{name}/{file.path}", file.payload) for file in files)
        described.append(
            {
                "name": name,
                "documents": span.size,
                "shards": shards,
                "block": block_size(span.size),
                "columns": [file.path[7:-4] for file in columns if file.path.endswith(".bin")],
            }
        )
    manifest["frequent"] = frequent.pack()
    manifest["segments"] = described
