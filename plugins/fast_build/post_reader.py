"""Pelican's Markdown reader with the same result in less time."""

import re
from collections.abc import Mapping
from typing import Any

from markdown import Markdown
from pelican.readers import MarkdownReader
from pelican.utils import pelican_open

from plugins.fast_build.plain_body import write_plain

# Where python-markdown's own meta extension stands among the preprocessors.
_META_PRIORITY = 27
# Tabs, carriage returns and control characters, which python-markdown changes before it looks at the metadata.
_UNTIDY = re.compile(r"[\x00-\x09\x0b-\x1f]")


class PostReader(MarkdownReader):  # type: ignore[misc]  # Pelican has no types
    """Reads posts: plain bodies by itself, others with one instance of python-markdown for all of them."""

    def read(self, source_path: str) -> tuple[str, Mapping[str, Any]]:
        """Return content and metadata as Pelican's own reader does."""
        self._source_path = source_path
        with pelican_open(source_path) as text:
            markdown = self._find_markdown()
            content = self._convert(markdown, text)
        meta = markdown.preprocessors["meta"]
        metadata = self._parse_metadata(markdown.Meta)
        # `_parse_metadata` takes it away, so that metadata within metadata stays text.
        markdown.preprocessors.register(meta, "meta", _META_PRIORITY)
        return content, metadata

    def _find_markdown(self) -> Markdown:
        if getattr(self, "_md", None) is None:
            self._md = Markdown(**self.settings["MARKDOWN"])
        return self._md.reset()

    @staticmethod
    def _convert(markdown: Markdown, text: str) -> str:
        head, _, body = text.partition("\n\n")
        content = None if _UNTIDY.search(head) else write_plain(body.strip("\n"))
        # What the meta extension leaves over of the head belongs to the body.
        if content is None or markdown.preprocessors["meta"].run(head.split("\n")):
            return str(markdown.convert(text))
        return content
