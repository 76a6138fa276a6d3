"""The vectors that Python and JavaScript are both held to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from plugins.search_index.bridges import bridge_codes, find_bridges
from plugins.search_index.codes import (
    BRIDGE,
    LONG,
    RARE,
    code_terms,
    pair_terms,
    quad_codes,
    single_codes,
    triple_terms,
)
from plugins.search_index.folding import to_units
from plugins.search_index.joined import joined_codes
from plugins.search_index.terms import mark_runs, mark_triples, run_units

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))
PAGE_TEXTS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "page_texts.json").read_text("utf-8"))


def locate(term: str) -> tuple[str, int]:
    """Return a term's family and code, by the functions that index whole archives."""
    units = to_units(term)
    if len(units) == 1:
        return "single", int(single_codes(units)[0])
    parts = [units[place : place + 1] for place in range(len(units))]
    if len(units) == 4:
        return LONG.name, int(quad_codes(*parts)[0])
    if len(units) == 3 and not mark_triples(units, run_units()[units])[0]:
        return LONG.name, int(joined_codes(*parts)[0])
    common, codes = code_terms((pair_terms if len(units) == 2 else triple_terms)(*parts))
    return ("common" if common[0] else RARE.name), int(np.asarray(codes)[0])


def list_bridges(text: str) -> list[str]:
    """Return the bridges of a text: the unit before each gap, the first and the last one in it, the one behind it."""
    units = to_units(text)
    ends, starts = find_bridges(units, mark_runs(units))
    return [
        "".join(text[place] for place in (end, end + 1, start - 1, start))
        for end, start in zip(ends.tolist(), starts.tolist(), strict=True)
    ]


def locate_bridge(bridge: str, documents: int) -> int:
    """Return the code of a bridge in a segment of so many documents."""
    code = bridge_codes(to_units(bridge), np.array([0]), np.array([3]))[0]
    return int(code) >> BRIDGE.shift(documents)
