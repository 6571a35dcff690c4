"""What stands in a vertical line instead of digits, units and Latin letters."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.japanese.numerals import value_of
from taiyaku.japanese.vertical import RULES, Rule, vertical_changes, vertical_text

_ROWS = [
    [cell.strip() for cell in line.split(" | ")]
    for line in Path(__file__).with_name("vertical.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
_WHOLE = st.integers(0, 10**16 - 1)
_ALPHABET = "0123456789.,-:/・〜%$年月日人万億千百kmAg 　!?“”（）２５Ａのカ一"


def _shown(text: str, rule: Rule) -> str:
    parts, position = [], 0
    for change in vertical_changes(text, rule):
        parts.append(text[position : change.start])
        parts += [f"[{piece.text}]" if piece.combined else piece.text for piece in change.pieces]
        position = change.end
    return "".join([*parts, text[position:]])


@pytest.mark.parametrize(("text", "kanji", "upright"), _ROWS, ids=[row[0] for row in _ROWS])
def test_each_text_of_the_table_stands_as_the_table_says(text: str, kanji: str, upright: str) -> None:
    """By either rule, in the table that a desk can read."""
    assert (_shown(text, "kanji"), _shown(text, "tate-chu-yoko")) == (kanji, upright)


@pytest.mark.parametrize("rule", RULES)
@given(number=_WHOLE, separated=st.booleans())
def test_a_whole_number_is_read_back_with_its_value(rule: Rule, number: int, separated: bool) -> None:
    """What we write in a vertical line is what we read from it, with separators in the text or without."""
    text = f"{number:,}人" if separated else f"{number}人"
    assert value_of(vertical_text(text, rule).removesuffix("人")) == number


@pytest.mark.parametrize("rule", RULES)
@given(whole=st.integers(0, 10**8), decimals=st.from_regex(r"[0-9]{1,4}", fullmatch=True), separated=st.booleans())
def test_a_decimal_is_read_back_with_its_value(rule: Rule, whole: int, decimals: str, separated: bool) -> None:
    """Digits behind the point are lost as little, nor are zeros among them."""
    text = f"{whole:,}.{decimals}%" if separated else f"{whole}.{decimals}%"
    written = vertical_text(text, rule).removesuffix("％")
    assert value_of(written) == Fraction(f"{whole}.{decimals}")
    assert len(written.partition("・")[2]) == len(decimals)


@pytest.mark.parametrize("rule", RULES)
@given(
    number=st.integers(1, 9999),
    myriad=st.sampled_from("万億兆"),
    rest=st.integers(1, 9999),
)
def test_a_mixed_number_is_read_back_with_its_value(rule: Rule, number: int, myriad: str, rest: int) -> None:
    """Digits between 万, 億 and 兆 of the text keep their places."""
    text = f"{number}{myriad}{rest}円"
    assert value_of(vertical_text(text, rule).removesuffix("円")) == value_of(text.removesuffix("円"))


@pytest.mark.parametrize("rule", RULES)
@given(text=st.text(_ALPHABET, max_size=40))
def test_changes_are_in_order_and_done_once(rule: Rule, text: str) -> None:
    """They never overlap, lie within the text, and none is empty; what is not a token stays to the letter."""
    position = 0
    for change in vertical_changes(text, rule):
        assert position <= change.start < change.end <= len(text)
        assert all(piece.text for piece in change.pieces)
        position = change.end


@given(year=st.integers(1000, 2999), month=st.integers(1, 12), day=st.integers(1, 31))
def test_a_date_is_written_as_one_however_it_was_typed(year: int, month: int, day: int) -> None:
    """2026-11-14, 2026/11/14 and 2026年11月14日 are the same in a vertical line."""
    expected = vertical_text(f"{year}年{month}月{day}日", "kanji")
    assert not any(map(str.isascii, expected))
    assert vertical_text(f"{year}-{month:02}-{day:02}", "kanji") == expected
    assert vertical_text(f"{year}/{month}/{day}", "kanji") == expected


def test_long_digits_are_no_number() -> None:
    """What has no name is written digit by digit; a text of nothing but digits takes no time."""
    assert vertical_text("1" * 17 + "人", "kanji") == "一" * 17 + "人"
    assert len(vertical_text("1" * 50_000, "tate-chu-yoko")) == 50_000
    assert len(vertical_text("1-" * 25_000, "kanji")) == 50_000
    assert len(vertical_text("1 " * 25_000 + "a", "kanji")) > 25_000
