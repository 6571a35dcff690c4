"""What kept its place."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.order import longest_rise


def test_one_that_moved() -> None:
    """Of a sequence with one element elsewhere, all others stayed."""
    assert longest_rise([1, 2, 5, 3, 4]) == {0, 1, 3, 4}
    assert longest_rise([]) == set()


@given(st.lists(st.integers(0, 6), max_size=8))
def test_no_longer_rise_exists(numbers: list[int]) -> None:
    """The indexes rise with their numbers, and trying all subsequences finds no longer one."""
    found = [numbers[index] for index in sorted(longest_rise(numbers))]
    assert all(one < other for one, other in pairwise(found))
    longest = max(
        size
        for size in range(len(numbers) + 1)
        if any(list(some) == sorted(set(some)) for some in combinations(numbers, size))
    )
    assert len(found) == longest
