"""Cases that a person adds without Python: TOML files of [[case]] blocks under tests/converter/cases/."""

import tomllib
from pathlib import Path
from typing import Any

Case = dict[str, Any]

_CASES = Path(__file__).parent / "cases"


def read_cases(folder: str) -> list[Case]:
    """Read all blocks of all files of a folder; each also tells its file."""
    cases = []
    for path in sorted((_CASES / folder).glob("*.toml")):
        blocks = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        cases += [{**block, "file": path.stem, "number": number} for number, block in enumerate(blocks, 1)]
    return cases


def name_case(case: Case) -> str:
    """Name a case by its file and its place there: zones-3."""
    return f"{case['file']}-{case['number']}"
