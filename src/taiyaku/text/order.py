"""What kept its place among others, and what moved."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """Return the indexes of a longest rising subsequence: as many as can have stayed where they were."""
    tails: list[int] = []
    ends: list[int] = []  # indexes into numbers, parallel to tails
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [index]
    rise: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        rise.add(index)
        index = before[index]
    return rise
