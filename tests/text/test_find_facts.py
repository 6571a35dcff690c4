"""Finding facts in a text: earlier finders win, and what can be converted is exact."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from taiyaku.span import Span
from taiyaku.text.facts import Fact, Finder, FinderIndex, exact, find_facts, one
from taiyaku.text.measures import DURATIONS, UNITS, duration, measure


def _finder(pattern: str, unit: str, cues: frozenset[str] = frozenset()) -> Finder:
    return Finder(re.compile(pattern), lambda match: one("number", int(match[0]), Span(*match.span()), unit), cues)


def test_the_first_finder_takes_its_text_away() -> None:
    """What one finder took is seen by none after it, and facts come in the order of the text."""
    found = find_facts("1 22 333", FinderIndex([_finder(r"\d{2,}", "long"), _finder(r"\d+", "short")]), set())
    assert [(fact.value, fact.unit) for fact in found] == [(1, "short"), (22, "long"), (333, "long")]


def test_a_finder_without_its_cue_does_not_look() -> None:
    """A finder that has cues is asked only where one of them is present."""
    finder = _finder(r"\d+", "", frozenset({"0"}))
    assert find_facts("5", FinderIndex([finder]), set()) == []
    assert [fact.value for fact in find_facts("5", FinderIndex([finder]), {"0"})] == [5]


def test_a_finder_looks_only_where_the_other_cue_is_there_as_well() -> None:
    """What there must be `also` is asked for with and without cues."""
    both = _finder(r"\d+", "", frozenset({"0", "numeral"}))._replace(also=frozenset({"-"}))
    other = _finder(r"\d+", "")._replace(also=frozenset({"-", ":"}))
    for finder, present, wanted in (
        (both, {"0"}, False),
        (both, {"-"}, False),
        (both, {"numeral", "-"}, True),
        (other, {"0"}, False),
        (other, {":"}, True),
    ):
        assert bool(find_facts("5", FinderIndex([finder]), present)) is wanted


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "converted", "step"),
    [
        (20, "mile", 0, Fraction("32186.88"), Fraction("16093.44")),
        (6, "foot", 0, Fraction("1.8288"), Fraction("0.3048")),
        (Fraction("1.5"), "km", 1, 1500, 100),
        (30, "celsius", 0, Fraction("303.15"), 10),
        (86, "fahrenheit", 0, Fraction("303.15"), Fraction(5, 9)),
    ],
)
def test_measures_convert_exactly(
    value: int | Fraction, unit: str, decimals: int, converted: int | Fraction, step: int | Fraction
) -> None:
    """A measure knows its value in the base unit and what its last digit is worth there."""
    fact = measure(value, UNITS[unit], Span(0, 1), decimals)
    assert (fact.converted, fact.step) == (converted, step)


def test_a_length_of_time_is_a_number_that_converts() -> None:
    """Eighteen months are a year and a half."""
    months = duration(18, DURATIONS["month"], Span(0, 1))
    years = duration(Fraction(3, 2), DURATIONS["year"], Span(0, 1))
    assert (months.kind, months.converted) == ("number", years.converted)


def test_whole_fractions_become_whole_numbers() -> None:
    """Values compare and print as integers where they are."""
    assert repr(exact(Fraction(6, 3))) == "2"
    assert Fact("number", 2, Span(0, 1)).value == exact(Fraction(4, 2))
