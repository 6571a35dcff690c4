"""Words with a capital that tell nothing by their sound."""

from __future__ import annotations

import pytest

from taiyaku.checks.names.english_vocabulary import is_no_name, is_wordlike


@pytest.mark.parametrize("word", ["The", "However", "Kiln", "Potters", "Growing", "Friendship", "City", "a"])
def test_what_may_open_any_sentence_is_wordlike(word: str) -> None:
    """Function words, short words, and endings of common words."""
    assert is_wordlike(word)


@pytest.mark.parametrize("word", ["Yamamoto", "Okayama", "Bizen", "Ohtani", ""])
def test_what_looks_like_a_name_is_not(word: str) -> None:
    """Longer words with other endings."""
    assert not is_wordlike(word)


@pytest.mark.parametrize("word", ["Said", "According", "Meanwhile", "outside", "Officially"])
def test_some_words_stand_before_names(word: str) -> None:
    """In any case of letters."""
    assert is_no_name(word)


@pytest.mark.parametrize("word", ["Ming", "Ned", "Lily", "Bizen", "Kiln", ""])
def test_a_short_name_may_have_such_an_ending(word: str) -> None:
    """Three letters must stand before it."""
    assert not is_no_name(word)
