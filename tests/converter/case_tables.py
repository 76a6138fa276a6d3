"""Case tables that a person extends without Python: tests/converter/cases/<parser>/<table>.tsv.

The first line names the columns, one line a case, cells parted by tabs; lines that start with `# ` are remarks.
"""

from pathlib import Path

Row = dict[str, str]

_CASES = Path(__file__).parent / "cases"


def read_table(parser: str, table: str) -> list[Row]:
    """Read the rows of one table; a row with too few or too many cells is an error that names its line."""
    path = _CASES / parser / f"{table}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("# "):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(
                f"{path.name}, line {number}: {len(cells)} cells, the table has {len(columns)} columns"
            )
        rows.append(dict(zip(columns, cells, strict=True)))
    return rows


def text_of(row: Row) -> str:
    """Name a case by its text."""
    return row["text"][:40]
