"""The most similar of many texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.similarity import SimilarTexts, grams


@given(st.lists(st.text(min_size=1), min_size=1), st.data())
def test_an_equal_text_comes_first(texts: list[str], data: st.DataObject) -> None:
    """With similarity one."""
    wanted = data.draw(st.sampled_from(texts))
    score, number = SimilarTexts(texts).ranked(wanted, 0.5)[0]
    assert score == 1.0
    assert grams(texts[number]) == grams(wanted)


def test_japanese_needs_no_words() -> None:
    """A changed weekday leaves most of the pairs."""
    texts = ["港は水曜日に開いた。", "市長は話した。"]
    assert [number for _, number in SimilarTexts(texts).ranked("港は木曜日に開いた。", 0.5)] == [0]


def test_nothing_in_common_is_not_found() -> None:
    """Not even with a minimum of nothing."""
    assert SimilarTexts(["abc"]).ranked("xyz", 0.0) == []
