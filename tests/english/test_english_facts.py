"""What English texts state, and that no text can break the reading of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.english.facts import english_facts
from taiyaku.english.numerals import numerals_of, value_of_digits, value_of_words

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
_UNITS += ["seventeen", "eighteen", "nineteen"]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _in_words(number: int) -> str:
    """Spell a number below a billion in words."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand")):
        if number >= size:
            rest = number % size
            return f"{_in_words(number // size)} {name}" + (f" {_in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{_UNITS[number // 100]} hundred" + (f" and {_in_words(rest)}" if rest else "")
    if number < 20:
        return _UNITS[number]
    return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")


@given(st.integers(0, 999_999_999))
def test_a_number_is_read_back_in_every_way_of_writing(number: int) -> None:
    """Digits with and without separators, words, and words in capitals say the same."""
    words = _in_words(number)
    for written in (f"{number}", f"{number:,}", words, words.upper()):
        assert [fact.value for fact in english_facts(f"see {written} of them") if fact.kind == "number"] == [number]
    assert value_of_words(words) == number
    assert value_of_digits(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", [1, 2]),
        ("twenty thirty", [20, 30]),
        ("two million three hundred thousand and five", [2_300_005]),
        ("twelve hundred", [1_200]),
        ("twenty-first", [21]),
    ],
)
def test_numerals_side_by_side(text: str, expected: list[int]) -> None:
    """Words that make no numeral together are several."""
    assert [value for value, _, _ in numerals_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday, Aug. 9, 2024, at 5:30 p.m.", "weekday 4|month 8|day 9|year 2024|time 1050"),
        ("May I march on? It may be so.", ""),
        ("in May 2018", "month 5|year 2018"),
        ("from 1900-85", "year 1900|year 1985"),
        ("They won 2-1.", "number 2|number 1"),
        ("$1.5bn and 1.5m", "money 1500000000|measure 3/2"),
        ("version 15.3.1 of HER2", "code 0|code 0"),
        ("World War II, Act IV", "ordinal 2|ordinal 4"),
        ("three-quarters", "fraction 3/4"),
        ("a 21-year-old in her 20s", "age 21|decade 20"),
        ("four score and seven, two score, two dozen and seven", "number 87|number 40|number 24|number 7"),
        ("nine times out of ten, a stitch in time saves nine", "code 9|code 9"),
    ],
)
def test_kinds_and_values(text: str, expected: str) -> None:
    """Each fact has its kind and its exact value."""
    assert "|".join(f"{fact.kind} {fact.value}" for fact in english_facts(text)) == expected


@given(st.text(max_size=200) | st.text("0123456789 ,.-/:$%onetwhuadrdm", max_size=200))
def test_spans_lie_within_the_text(text: str) -> None:
    """Whatever is found stands in the text, not empty."""
    for fact in english_facts(text):
        assert 0 <= fact.span.start < fact.span.end <= len(text)
