"""Subject fields: which words of everyday news belong together (小麦: 麦田, 返青, 灌浆, 收割机)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("subject_fields.tsv")


def find_fields(word: str) -> tuple[str, ...]:
    """The fields of a word; none for most words."""
    return _load_fields().get(word, ())


@cache
def _load_fields() -> Mapping[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    for line in PATH.read_text("utf-8").splitlines():
        name, words = line.split("\t")
        for word in words.split():
            fields[word] = (*fields.get(word, ()), name)
    return fields
