"""Documents to the files of an index: the one module that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.search_index.cards import BLOCK, Naming, card_row, write_cards, write_ids
from plugins.search_index.codes import FAMILIES
from plugins.search_index.columns import write_columns
from plugins.search_index.documents import COLUMNS, Document, Suggestion
from plugins.search_index.errors import SearchIndexError
from plugins.search_index.files import MANIFEST, IndexFile, name_by_content
from plugins.search_index.frequent import FEWEST_DOCUMENTS, FrequentPairs
from plugins.search_index.joined import add_joined
from plugins.search_index.postings import MAX_DOCUMENTS, Batch, collect_batches
from plugins.search_index.segment_keys import SegmentKeys
from plugins.search_index.segments import SINGLE_SEGMENT, Span, cut_segments
from plugins.search_index.suggestions import collect_suggestions, write_suggestions
from plugins.search_index.vocabulary import collect_vocabulary

FORMAT, VERSION = "jianbao-search-index", 4

# The index lies two folders below the site's root, in search/index/.
DEFAULT_ROOT = "../../"


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the documents are, and from which size on an index takes another form.

    `root` leads from the index folder to the folder that URLs start from; `url_form` is the URL of most documents,
    with {id} in it. Up to `whole_bytes` of text (about 30 KB compressed, 60 articles) the manifest carries the texts
    themselves: one request brings everything, and a search reads them all. From `single_segment` documents on there
    is more than one segment; a first segment of `sketch_from` documents has its frequent pairs told and joined.
    """

    root: str = DEFAULT_ROOT
    url_form: str | None = None
    whole_bytes: int = 128 * 1024
    single_segment: int = SINGLE_SEGMENT
    sketch_from: int = FEWEST_DOCUMENTS


def build_index(
    documents: Sequence[Document], plan: Plan | None = None, known: Iterable[Suggestion] = ()
) -> Iterator[IndexFile]:
    """Yield the files of the index of these documents, in their order; the same documents give the same bytes.

    `known` adds kinds and Latin forms of suggestions. Raises SearchIndexError when there are more documents than
    the format can number.
    """
    if len(documents) >= MAX_DOCUMENTS:
        message = f"{len(documents)} documents; an index holds at most {MAX_DOCUMENTS - 1}: split it"
        raise SearchIndexError(message)
    plan = plan or Plan()
    small = is_small(documents, plan.whole_bytes)
    vocabulary = collect_vocabulary(documents)
    # The texts of a small archive already make its manifest as large as a first list may be.
    rest = vocabulary.traditional_file() if small else None
    naming = Naming.of(documents, plan.url_form)
    suggestions = write_suggestions(collect_suggestions(documents, known))
    manifest: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "documents": len(documents),
        "root": plan.root,
        "urls": naming.url_form,
        "numbers": naming.first,
        "folding": vocabulary.pairs(all_queries=not small),
        "traditional": None if small else vocabulary.traditional_text(),
        "rest": rest and rest.path,
        "suggestions": suggestions and suggestions.path,
    }
    if rest is not None:
        yield rest
    if suggestions is not None:
        yield suggestions
    if small:
        manifest["articles"] = [_describe_article(document, naming) for document in documents]
    else:
        yield from _build_segments(documents, plan, naming, manifest)
    yield IndexFile.from_json(MANIFEST, manifest)


def is_small(documents: Sequence[Document], whole_bytes: int) -> bool:
    """Say whether the texts go into the manifest."""
    size = 0
    for document in documents:
        size += len(document.title.encode()) + len(document.body.encode())
        if size > whole_bytes:
            return False
    return True


def _describe_article(document: Document, naming: Naming) -> dict[str, object]:
    """Return a document as it stands in the manifest of a small archive."""
    facets = {column: list(document.facet(column)) for column in COLUMNS if document.facet(column)}
    return {"card": card_row(document, naming), "body": document.body, **facets}


def _build_segments(
    documents: Sequence[Document], plan: Plan, naming: Naming, manifest: dict[str, object]
) -> Iterator[IndexFile]:
    """Yield the files of all segments and describe them in the manifest."""
    spans = cut_segments(len(documents), plan.single_segment)
    batches = list(collect_batches(documents))
    frequent = FrequentPairs.count(batches, spans[0], plan.sketch_from)
    batches = list(add_joined(batches, documents, frequent))
    described = []
    for span in spans:
        shards, files = _build_shards(batches, span)
        members = documents[span.first : span.end]
        columns = list(write_columns(members))
        files += [*write_cards(members, naming), *columns]
        if naming.is_listed:
            files.append(write_ids(members))
        name = name_by_content(files)
        yield from (IndexFile(f"{name}/{file.path}", file.payload) for file in files)
        described.append(
            {
                "name": name,
                "documents": span.size,
                "shards": shards,
                "columns": [file.path[7:-4] for file in columns if file.path.endswith(".bin")],
            }
        )
    manifest["block"] = BLOCK
    manifest["listed"] = naming.is_listed
    manifest["frequent"] = frequent.pack()
    manifest["segments"] = described


def _build_shards(batches: Sequence[Batch], span: Span) -> tuple[dict[str, int], list[IndexFile]]:
    """Return how many shards each family has in a segment, and all of them."""
    counts, files = {}, []
    for family in FAMILIES:
        keys = SegmentKeys(family, batches, span)
        counts[family.name] = keys.shards
        files += [
            IndexFile(f"{family.name}-{number}.bin", payload) for number, payload in enumerate(keys.encode())
        ]
    return counts, files
