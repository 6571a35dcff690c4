"""The most similar of many texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.similarity import SimilarTexts, grams, similarity


@given(st.lists(st.text(min_size=1), min_size=1), st.data())
def test_an_equal_text_comes_first(texts: list[str], data: st.DataObject) -> None:
    """With similarity one."""
    wanted = data.draw(st.sampled_from(texts))
    score, number = SimilarTexts(texts).ranked(wanted, 0.5)[0]
    assert score == 1.0
    assert grams(texts[number]) == grams(wanted)


@given(st.lists(st.text(alphabet="abc 港町。"), max_size=20), st.text(alphabet="abc 港町。"), st.floats(0.1, 1.0))
def test_the_index_finds_what_comparing_all_finds(texts: list[str], wanted: str, minimum: float) -> None:
    """Among a few, it is certain."""
    scored = [(similarity(grams(wanted), grams(text)), number) for number, text in enumerate(texts)]
    expected = sorted((pair for pair in scored if pair[0] >= minimum), key=lambda pair: (-pair[0], pair[1]))
    assert SimilarTexts(texts).ranked(wanted, minimum) == expected


def test_the_best_is_found_among_very_many() -> None:
    """Where common words would lead to all of them."""
    texts = [
        f"The harbor of town number {number * 7919 % 10007} opened on day {number} of spring." for number in range(5000)
    ]
    index = SimilarTexts(texts)
    for number in range(0, 5000, 250):
        edited = texts[number].replace("opened", "was closed")
        assert index.ranked(edited, 0.45)[0][1] == number


def test_japanese_needs_no_words() -> None:
    """A changed weekday leaves most of the pairs."""
    texts = ["港は水曜日に開いた。", "市長は話した。"]
    assert [number for _, number in SimilarTexts(texts).ranked("港は木曜日に開いた。", 0.5)] == [0]


def test_nothing_in_common_is_not_found() -> None:
    """Not even with a minimum of nothing."""
    assert SimilarTexts(["abc"]).ranked("xyz", 0.0) == []
