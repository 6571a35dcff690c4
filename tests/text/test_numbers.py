"""Numbers in digits, and what is carried from a changed text into its translation."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.numbers import carry_numbers, changed_numbers, numbers_in, without_numbers

_LINES = (Path(__file__).parent / "cases/carried_numbers.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split(" | ")) for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("old", "new", "translation", "wanted"), CASES)
def test_only_what_is_certain_is_carried_over(old: str, new: str, translation: str, wanted: str) -> None:
    """And every number that changed is named, carried or not."""
    carried = carry_numbers(old, new, translation)
    assert carried.text == (translation if wanted == "=" else wanted)
    assert carried.changes
    assert all(change.carried for change in carried.changes) == (wanted != "=")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,200", ["1200"]),
        ("3,4 and 1,2345", ["3", "4", "1", "2345"]),
        ("1万2000人と3.5億円", ["12000", "350000000"]),
        ("5千万", ["50000000"]),
        ("２０２４年", ["2024"]),
        ("2.5 million, 3-million", ["2500000", "3000000"]),
        ("a millionaire of 3 millions", ["3"]),
        ("二〇二四年、three", []),
    ],
)
def test_numbers_are_read_in_both_languages(text: str, values: list[str]) -> None:
    """Grouped, with units, wide or narrow; words and kanji alone are none."""
    assert [number.value for number in numbers_in(text)] == [Decimal(value) for value in values]


_WORDED = (Path(__file__).parent / "cases/number_words.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("old", "new", "wanted"), [line.split(" | ") for line in _WORDED if line and not line.startswith("#")]
)
def test_numbers_in_words_are_named_and_never_carried(old: str, new: str, wanted: str) -> None:
    """As long as it is certain which was which; what was digits before and is words now has not changed."""
    assert ", ".join(f"{one.text} → {two.text}" for one, two in changed_numbers(old, new)) == wanted.strip("=")
    carried = carry_numbers(old, new, "三つ、六月五日の二人")
    assert carried.text == "三つ、六月五日の二人"
    assert not any(change.carried for change in carried.changes)


@given(st.text(alphabet="0123456789０１,.，千万億兆 milon-人"), st.text())
def test_any_text_is_read(text: str, translation: str) -> None:
    """Places are right, and a text that did not change changes no translation."""
    for number in numbers_in(text):
        assert number.span.of(text) == number.text
    assert carry_numbers(text, text, translation).text == translation


def test_texts_with_more_or_fewer_numbers_have_no_changed_ones() -> None:
    """There is no telling which is which."""
    assert changed_numbers("1 and 2", "3") == []
    assert without_numbers("12 boats") == without_numbers("3,000 boats") != without_numbers("boats")
