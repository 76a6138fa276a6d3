"""Blocks of a table: every field is checked as it is read, and every mistake is kept for one report."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.authorities.errors import Problem

# `shenxian`, `lanshan-linyi`: small letters, digits and single hyphens, a letter first.
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

# Tags live at the site's root (/liaocheng/), so they must not take the place of its other folders.
RESERVED_SLUGS = frozenset(
    {
        "articles",
        "pages",
        "newspapers",
        "search",
        "theme",
        "feeds",
        "data",
        "api",
        "authors",
        "archives",
        "tags",
    }
    | {"tag", "author", "category", "categories", "static", "images", "about", "rights", "places", "topics"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """One block of a table. A field that is missing or wrong is reported and read as empty."""

    file: str
    kind: str
    fields: Mapping[str, object]
    problems: list[Problem]
    position: int = 1

    @property
    def block(self) -> str:
        """The block as a person finds it: its kind and name, or its place among its kind."""
        name = self.fields.get("name")
        return (
            f"{self.kind} {name}" if isinstance(name, str) and name else f"{self.kind} number {self.position}"
        )

    def report(self, reason: str) -> None:
        """Keep a mistake of this block."""
        self.problems.append(Problem(self.file, self.block, reason))

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.optional_text(key)
        if value is None and key not in self.fields:
            self.report(f'{key} is missing; add a line {key} = "…"')
        return value or ""

    def optional_text(self, key: str) -> str | None:
        """A text, or None when the field is left out."""
        value = self.fields.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value or value != value.strip():
            self.report(f'{key} must be a text in quotes without spaces around it: {key} = "…"')
            return None
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when the field is left out."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(entry, str) and entry.strip() for entry in value
        ):
            self.report(f'{key} must be a list of texts: {key} = ["…", "…"]')
            return ()
        if len(set(value)) < len(value):
            twice = next(entry for entry in value if value.count(entry) > 1)
            self.report(f"{key} holds {twice} twice; take one away")
        return tuple(value)

    def flag(self, key: str) -> bool:
        """A yes or no, no when the field is left out."""
        value = self.fields.get(key, False)
        if not isinstance(value, bool):
            self.report(f"{key} must be true or false")
        return value is True

    def degrees(self, key: str, limit: float) -> float | None:
        """A coordinate between -limit and limit, None when the field is left out."""
        value = self.fields.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not -limit <= value <= limit:
            self.report(f"{key} must be a number from {-limit:g} to {limit:g}")
            return None
        return float(value)

    def slug(self) -> str:
        """The block's slug; it must be fit for a URL."""
        value = self.text("slug")
        if value and (not _SLUG.fullmatch(value) or value in RESERVED_SLUGS):
            self.report(f'slug "{value}" cannot be an address; use small Latin letters, digits and hyphens')
        return value

    def check_keys(self, known: frozenset[str]) -> None:
        """Report fields that no one would read: a slip of the pen such as `alias`."""
        for key in sorted(self.fields.keys() - known):
            self.report(f"{key} is not known here; known are {', '.join(sorted(known))}")


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML file: its name and its contents."""

    file: str
    contents: Mapping[str, object]
    problems: list[Problem]

    def rows(self, kind: str) -> Iterator[Row]:
        """Give the blocks `[[kind]]` in their order."""
        blocks = self.contents.get(kind, [])
        if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
            self.problems.append(
                Problem(self.file, kind, f"must be written as blocks that start with [[{kind}]]")
            )
            return
        for position, fields in enumerate(blocks, 1):
            yield Row(self.file, kind, fields, self.problems, position)

    def single(self, kind: str) -> Row:
        """Give the one block `[kind]`; a table without it gives an empty block."""
        fields = self.contents.get(kind, {})
        if not isinstance(fields, dict):
            self.problems.append(
                Problem(self.file, kind, f"must be written as one block that starts with [{kind}]")
            )
            fields = {}
        return Row(self.file, kind, fields, self.problems)

    def check_kinds(self, known: frozenset[str]) -> None:
        """Report kinds of blocks that no one would read."""
        for kind in sorted(self.contents.keys() - known):
            reason = f"is not known here; known are {', '.join(sorted(known))}"
            self.problems.append(Problem(self.file, kind, reason))


def read_table(path: Path, problems: list[Problem]) -> Table:
    """Read one TOML file; a file that is missing or no TOML is reported and read as empty."""
    contents: Mapping[str, object] = {}
    try:
        contents = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        problems.append(Problem(path.name, str(path.parent), f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError:
        problems.append(Problem(path.name, str(path.parent), "is not UTF-8; save it as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(path.name, "syntax", f"{error}; each block needs key = value lines"))
    return Table(path.name, contents, problems)


def check_unique(rows: Sequence[tuple[Row, str]], what: str) -> None:
    """Report each value that stands in two blocks; empty values were reported before."""
    first: dict[str, Row] = {}
    for row, value in rows:
        if value in first:
            row.report(f'{what} "{value}" is already taken by {first[value].block} in {first[value].file}')
        elif value:
            first[value] = row
