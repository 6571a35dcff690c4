"""Telling a language by its script."""

from __future__ import annotations

import pytest

from taiyaku.checks.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbor opened.", "en"),
        ("港が開いた。", "ja"),
        ("The word 対訳 means a text beside its translation.", "en"),
        ("Python の `print` を使う", "ja"),
        ("2024: 100 %", ""),
        ("", ""),
    ],
)
def test_most_of_the_words_decide(text: str, language: str) -> None:
    """A Japanese text holds Latin words, an English one hardly the other way round."""
    assert language_of([text]) == language
