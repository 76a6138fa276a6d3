"""Group values by key without sorting them: linear, and in order of appearance."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Value = TypeVar("Value")
Key = TypeVar("Key")


def group_by(values: Iterable[Value], find_key: Callable[[Value], Key]) -> dict[Key, list[Value]]:
    """Return the values under their keys, keys in order of first appearance."""
    groups: dict[Key, list[Value]] = {}
    for value in values:
        groups.setdefault(find_key(value), []).append(value)
    return groups
