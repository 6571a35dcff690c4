"""Which script a character belongs to."""

from __future__ import annotations

import re

HIRAGANA = "ぁ-ゖゝゞ"
KATAKANA = "ァ-ヺー・ヽヾｦ-ﾟ"
KANJI = "一-鿿㐀-䶿豈-﫿々〆〇\U00020000-\U0003ffff"
"""For character classes of patterns. The block 豈-﫿 holds kanji that normalization would change; nothing here does."""

_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{KANJI}]")
_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}]")


def has_japanese(text: str) -> bool:
    """Whether there is a kana or a kanji in a text."""
    return _JAPANESE.search(text) is not None


def has_kana(text: str) -> bool:
    """Whether there is a kana in a text, which no Chinese text has."""
    return _KANA.search(text) is not None
