"""Patterns of the house."""

from __future__ import annotations

import pytest

from taiyaku.checks.patterns import LIMIT, TooSlow, fault_of, occurrences
from taiyaku.span import Span


def test_a_pattern_finds_its_places() -> None:
    """In code points; empty matches are none."""
    assert list(occurrences("[０-９]*", "船は２０隻、𠮟る９")) == [Span(2, 4), Span(8, 9)]


@pytest.mark.parametrize("pattern", ["(a|aa)+[^a]", "(a|aa|aaa)+[^a]"])
def test_an_endless_pattern_is_stopped(pattern: str) -> None:
    """After the limit, whatever the text."""
    assert LIMIT < 1
    with pytest.raises(TooSlow):
        list(occurrences(pattern, "a" * 80))


def test_what_is_wrong_with_a_pattern_is_said() -> None:
    """In the engine's words, or nothing."""
    assert fault_of("(") == "missing ) at position 1"
    assert fault_of("a+") == ""
