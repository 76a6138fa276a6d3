"""Accession: take page texts into the archive, decoded, masked and with a record of where they came from.

`python -m plugins.converter.accession FILE… [--raw DIR]` stores each text as DIR/<page-id>.txt and its record
as DIR/<page-id>.toml (DIR is content/raw). Exit 0 when every file is in the archive, 1 when some were refused
(each named with its reason, the others stored), 2 for wrong usage.
"""

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from plugins.converter.archive.atomic_files import write_text
from plugins.converter.pages.encodings import EncodingRefused, decode
from plugins.converter.pages.masking import mask_numbers

RAW = Path("content/raw")

# A page id is a part of the page's address (/pages/lcrb-2020-05-19-03/) and a file name, which some systems
# cannot read with a dot at its end.
_PAGE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")


class AccessionRefused(Exception):
    """A file that was not taken into the archive; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Accession:
    """A page text that is in the archive: its id, its original's SHA-256, and what was done with it."""

    page_id: str
    digest: str
    masked_numbers: int
    is_new: bool


def find_accessions(raw: Path) -> dict[str, str]:
    """Map the SHA-256 of every original in the folder `raw` to its page's id; a broken record tells none."""
    found = {}
    for path in sorted(raw.glob("*.toml")):
        try:
            digest = _load_record(path).get("sha256")
        except AccessionRefused:
            continue
        if isinstance(digest, str) and path.with_suffix(".txt").exists():
            found[digest] = path.stem
    return found


def add_page(source: Path, raw: Path, known: Mapping[str, str]) -> Accession:
    """Store the page text of the file `source` in the folder `raw`, whose originals are `known`.

    The same bytes are stored only once, under whatever name they come. CRLF becomes LF; all else stays as it
    is. Raises AccessionRefused for a file that cannot be read or is no text, that holds nothing but white
    space, or whose page id belongs to another text.
    """
    data = _read(source)
    digest = hashlib.sha256(data).hexdigest()
    if (page_id := known.get(digest)) is not None:
        return Accession(page_id, digest, 0, is_new=False)
    try:
        decoded = decode(data)
    except EncodingRefused as error:
        raise AccessionRefused(f"{source}: {error}") from error
    masked = mask_numbers(decoded.text.replace("\r\n", "\n"))
    if not masked.text.strip():
        raise AccessionRefused(f"{source}: the file holds no text")
    page_id = name_page(source, digest)
    # The original's name may itself be a telephone number.
    fields = (mask_numbers(source.name).text, digest, decoded.encoding, masked.count)
    is_new = _store(raw / f"{page_id}.txt", masked.text, _format_record(*fields))
    return Accession(page_id, digest, masked.count, is_new)


def name_page(source: Path, digest: str) -> str:
    """Give a page its id: the file's name without ending where that can be an address, else its digest's."""
    stem = source.stem
    is_address = _PAGE_ID.fullmatch(stem) is not None and mask_numbers(stem).count == 0
    return stem if is_address else f"p-{digest[:12]}"


def main(arguments: Sequence[str] | None = None, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Add the files named on the command line, tell about each, and return the exit code."""
    options = _parse_arguments(arguments)
    out, err = out or sys.stdout, err or sys.stderr
    known = find_accessions(options.raw)
    refused = 0
    for source in options.files:
        try:
            page = add_page(source, options.raw, known)
        except AccessionRefused as error:
            refused += 1
            err.write(mask_numbers(f"accession: {error}\n").text)
        else:
            known[page.digest] = page.page_id
            out.write(_describe(source, page))
    return 1 if refused else 0


def _parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m plugins.converter.accession", description="Take page texts into the archive."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a page text, in any encoding")
    parser.add_argument(
        "--raw", type=Path, default=RAW, metavar="DIR", help="where pages are kept (%(default)s)"
    )
    return parser.parse_args(arguments)


def _describe(source: Path, page: Accession) -> str:
    # A file may be named after a person's number, and what is printed ends in public logs.
    name = mask_numbers(source.name).text
    if not page.is_new:
        return f"{name}: already there as {page.page_id}\n"
    return f"{name}: added as {page.page_id}, {page.masked_numbers} numbers masked\n"


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise AccessionRefused(f"{source}: cannot be read ({error.strerror})") from error


def _load_record(path: Path) -> dict[str, object]:
    try:
        record = tomllib.loads(path.read_text(encoding="utf-8")).get("accession", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AccessionRefused(f"{path}: not valid TOML ({error}); mend it and add the page again") from error
    return record if isinstance(record, dict) else {}


def _store(path: Path, text: str, record: str) -> bool:
    """Write a page and its record, keeping facts and corrections that were written before the page came."""
    if path.exists() and path.read_bytes() != text.encode("utf-8"):
        raise AccessionRefused(
            f"{path}: another text has this page id already; rename the new file, or, if it is a better text"
            f" of the same page, delete {path.name} and the [accession] table beside it and add it again"
        )
    table = path.with_suffix(".toml")
    facts = table.read_text(encoding="utf-8") if table.exists() else ""
    if facts and _load_record(table):
        raise AccessionRefused(
            f"{table}: its [accession] table is of another file; delete that table and add the page again"
        )
    is_new = write_text(path, text)
    write_text(table, f"{facts.rstrip()}\n\n{record}" if facts.strip() else record)
    return is_new


def _format_record(original_name: str, sha256: str, encoding: str, masked_numbers: int) -> str:
    return (
        "[accession]\n"
        f"original_name = {_quote(original_name)}\n"
        f"sha256 = {_quote(sha256)}\n"
        f"encoding = {_quote(encoding)}\n"
        f"masked_numbers = {masked_numbers}\n"
    )


def _quote(text: str) -> str:
    """Write a TOML basic string; JSON's escapes are TOML's, but for DEL and the bytes no text has."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(sound, ensure_ascii=False).replace("\x7f", "\\u007F")


if __name__ == "__main__":
    sys.exit(main())
