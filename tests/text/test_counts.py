"""Words and characters of a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.counts import amount, readable


def _rows() -> list[tuple[str, int, int]]:
    lines = (Path(__file__).parent / "cases/counts.txt").read_text(encoding="utf-8").split("\n")
    rows = [line.rsplit("|", 2) for line in lines if line and not line.startswith("# ")]
    return [(text.replace(r"\n", "\n").removesuffix(" "), int(words), int(chars)) for text, words, chars in rows]


@pytest.mark.parametrize(("text", "words", "characters"), _rows())
def test_texts_are_counted(text: str, words: int, characters: int) -> None:
    """As the rows of the data file say."""
    assert amount(text) == (words, characters), readable(text)


@given(st.text("ab漢か \n.", max_size=60))
def test_plain_text_is_counted_whole(text: str) -> None:
    """Without mark-up, every character that is not white space counts."""
    assert amount(text).characters == len("".join(text.split()))


@given(st.text("ab漢 \\`<>![](){}|*_~&;@:/.-'\"^1", max_size=80))
def test_any_mark_up_can_be_counted(text: str) -> None:
    """Whatever an author has left open; and there is never more to count than there is."""
    words, characters = amount(text)
    assert 0 <= words <= characters <= len(text)


@pytest.mark.parametrize("sign", ["`", "[", "<", "{", "*", "_", "![", "](", "<!--", "``a`", "a@", "a.", "[a](", "\\"])
def test_hostile_texts_are_counted_in_time(sign: str) -> None:
    """Signs that open something, many thousands of them: the time is that of the length."""
    assert amount(sign * 5_000).words >= 0
