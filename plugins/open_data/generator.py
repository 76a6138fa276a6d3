"""The Pelican generator of the open data: writes the files, the JSON documents and the page that explains them."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pelican.contents import Article
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.open_data.fields import FIELDS, Record
from plugins.open_data.files import cut_parts, name_part, write_csv, write_csv_header, write_json_lines
from plugins.open_data.interface import JsonDocument, describe_interface, list_documents
from plugins.open_data.records import make_record


class OpenDataGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Write everything below data/.

    OPEN_DATA_DOCUMENTS = False leaves the JSON documents out: with 100,000 articles they fill a third of the
    gigabyte that GitHub Pages gives.
    """

    def generate_output(self, writer: Writer) -> None:
        """Write the files oldest first, so that a new article changes only the last part."""
        root = str(self.settings.get("SITE_ROOT", "")).rstrip("/")
        articles: Sequence[Article] = sorted(self.context["articles"], key=lambda article: article.slug)
        records = {article.slug: _make_record(article, root) for article in articles}
        ordered = list(records.values())
        parts = {
            "jsonl": self._write_parts("jsonl", write_json_lines(ordered), ""),
            "csv": self._write_parts("csv", write_csv(ordered), write_csv_header()),
        }
        self._write_document(describe_interface(root, parts, len(ordered)))
        if self.settings.get("OPEN_DATA_DOCUMENTS", True):
            self._write_documents(ordered, records)
        values = {"fields": FIELDS, "parts": parts, "count": len(ordered), "url": "data/"}
        relative = self.settings["RELATIVE_URLS"]
        writer.write_file("data/index.html", self.get_template("data"), self.context, relative, **values)

    def _write_documents(self, ordered: Sequence[Record], records: dict[str, Record]) -> None:
        tags = {str(tag): [records[article.slug] for article in own] for tag, own in self.context["tags"]}
        slugs = {str(label): label.slug for label, _ in (*self.context["tags"], *self.context["categories"])}
        for document in list_documents(ordered, slugs, tags):
            self._write_document(document)

    def _write_document(self, document: JsonDocument) -> None:
        # Without white space, which would be a fifth of these documents.
        text = json.dumps(document.content, ensure_ascii=False, separators=(",", ":")) + "\n"
        self._write(document.path, [text])

    def _write_parts(self, ending: str, lines: Iterable[str], header: str) -> list[str]:
        names = []
        for number, part in enumerate(cut_parts(lines, header), 1):
            names.append(name_part("articles", number, ending))
            self._write(names[-1], part)
        return names

    def _write(self, name: str, lines: Iterable[str]) -> None:
        path = Path(self.output_path) / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(lines)


def _make_record(article: Article, root: str) -> Record:
    # Pelican keeps the HTML as read in `_content`; `content` would rewrite the links of every article again.
    return make_record(article.metadata, f"{root}/{article.url}", article._content)
