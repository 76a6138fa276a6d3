"""Codes of whole numbers in bits, written for millions of numbers at a time.

A code word is a value behind leading zeros: its length and its value say all. Bits go from the highest of a byte to
the lowest. The reader is theme/static/js/search/bits.js.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Words:
    """Code words: how many bits each takes, and the value in its last bits."""

    lengths: Numbers
    values: Numbers


def bit_lengths(numbers: Numbers) -> Numbers:
    """Return how many bits each number takes; 0 takes none."""
    return np.frexp(numbers.astype(np.float64))[1].astype(np.int64)


def rice_shift(count: Numbers, room: Numbers) -> Numbers:
    """Return the Rice parameter for `count` numbers spread over `room` places, as whole-number arithmetic.

    The best divisor of a geometric distribution is about 0.69 of the mean gap (Golomb 1966); 11/16 stands for 0.69.
    """
    gap = 11 * np.maximum(room - count, 0) // (16 * np.maximum(count, 1))
    return np.maximum(bit_lengths(gap) - 1, 0)


def rice_words(numbers: Numbers, shifts: Numbers | int) -> Words:
    """Code each number from 0: its high part in zeros, a one, then `shift` low bits."""
    high = numbers >> shifts
    one = np.int64(1) << np.asarray(shifts, dtype=np.int64)
    return Words(high + 1 + shifts, one | (numbers & (one - 1)))


def gamma_words(numbers: Numbers) -> Words:
    """Code each number from 1 in Elias' gamma code."""
    return Words(2 * bit_lengths(numbers) - 1, numbers)


def fixed_words(numbers: Numbers, length: int) -> Words:
    """Code each number in so many bits."""
    return Words(np.full(len(numbers), length, dtype=np.int64), numbers)


def write_words(bits: Bits, ends: Numbers, values: Numbers) -> None:
    """Set in `bits` (one byte a bit, all 0) the values whose last bit lies just before `ends`."""
    place = 0
    while len(values):
        bits[(ends - 1 - place)[(values & 1).astype(np.bool_)]] = 1
        values = values >> 1
        left = values > 0
        values, ends = values[left], ends[left]
        place += 1


def pack_words(words: list[Words]) -> bytes:
    """Write word lists one after the other and return the bytes, the last one filled with zeros."""
    lengths = np.concatenate([part.lengths for part in words])
    values = np.concatenate([part.values for part in words])
    ends = np.cumsum(lengths)
    bits = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    write_words(bits, ends, values)
    return np.packbits(bits).tobytes()


def list_words(numbers: Numbers, room: int) -> Words:
    """Code a rising list of places below `room` in Rice-coded gaps; a list of more than half names the absent ones."""
    if 2 * len(numbers) > room:
        numbers = np.setdiff1d(np.arange(room, dtype=np.int64), numbers, assume_unique=True)
    gaps = np.diff(numbers, prepend=-1) - 1
    shift = rice_shift(np.array([len(numbers)]), np.array([room]))[0]
    return rice_words(gaps, int(shift))
