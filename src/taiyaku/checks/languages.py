"""Which of our two languages texts are in, where nobody says so: told by their scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_JAPANESE = lazy_pattern(f"[{HIRAGANA}{KATAKANA}{KANJI}]")
_LATIN = lazy_pattern(r"[A-Za-z]+")
_SHARE = 3
"""Japanese texts hold Latin words, names and code; an English one hardly a Japanese word in three."""


def language_of(texts: Iterable[str]) -> str:
    """Return "ja" or "en", what most of the texts' words are in; "" where there is neither."""
    japanese = latin = 0
    for text in texts:
        japanese += len(_JAPANESE.findall(text))
        latin += len(_LATIN.findall(text))
    if not japanese and not latin:
        return ""
    return "ja" if japanese * _SHARE >= latin else "en"
