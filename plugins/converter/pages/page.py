"""Raw pages: the text a newspaper page starts from."""

from dataclasses import dataclass
from pathlib import Path

from plugins.converter.pages.encodings import decode
from plugins.converter.pages.masking import mask_numbers


@dataclass(frozen=True, slots=True)
class RawPage:
    """The text of one newspaper page; `lines` are without their line ends, personal numbers masked."""

    id: str
    lines: tuple[str, ...]


def parse_page(page_id: str, text: str) -> RawPage:
    """Make a page of decoded text; every line end counts as one, personal numbers are masked again."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return RawPage(page_id, tuple(mask_numbers(unified).text.split("\n")))


def read_page(path: Path) -> RawPage:
    """Read a page file; its name without the ending is the page's id.

    Raises OSError when the file cannot be read, EncodingRefused when it is not text.
    """
    return parse_page(path.stem, decode(path.read_bytes()).text)
