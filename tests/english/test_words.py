"""English words and their dictionary forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.english.words import bases, plain, words


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("cities", "city"),
        ("agreements", "agreement"),
        ("classes", "class"),
        ("boxes", "box"),
        ("women", "woman"),
        ("glazed", "glaze"),
        ("stopped", "stop"),
        ("announcing", "announce"),
        ("signed", "sign"),
        ("carried", "carry"),
    ],
)
def test_an_inflected_word_may_be_its_base(word: str, base: str) -> None:
    """Plurals, past tenses and participles lead back to what a termbase lists."""
    assert base in bases(word)


@pytest.mark.parametrize(
    ("word", "other"), [("glass", "glas"), ("bus", "bu"), ("king", "k"), ("red", "r"), ("this", "thi")]
)
def test_a_word_that_only_looks_inflected(word: str, other: str) -> None:
    """Endings of the word itself are left alone."""
    assert other not in bases(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Torrance’s", "torrance"), ("TORRANCE'S", "torrance"), ("O’Brien", "o'brien"), ("U.S", "u.s")],
)
def test_plain(word: str, expected: str) -> None:
    """Lower case, straight apostrophes, no possessive."""
    assert plain(word) == expected


@given(st.text(max_size=60))
def test_words_are_where_they_say(text: str) -> None:
    """Spans are in order and cover the words' own characters; every word is its own first base."""
    end = 0
    for word in words(text):
        assert end <= word.span.start < word.span.end
        assert word.span.of(text) == word.text
        assert bases(word.plain)[0] == word.plain
        end = word.span.end
