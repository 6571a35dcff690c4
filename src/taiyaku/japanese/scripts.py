"""Which script a character belongs to."""

from __future__ import annotations

from taiyaku.text.lazy_pattern import lazy_pattern

HIRAGANA = "ぁ-ゖゝゞ"
KATAKANA = "ァ-ヺー・ヽヾｦ-ﾟ"
KANJI = "一-鿿㐀-䶿\uf900-\ufaff々〆〇\U00020000-\U0003ffff"
"""For character classes of patterns. From U+F900 on are kanji that normalization would change; nothing here does."""

NO_KANJI = r"\W\d_A-Za-zＡ-Ｚａ-ｚぁ-ヿｦ-ﾟ"
"""What is no kanji in Japanese and English texts, for negated classes: compiling the ranges of `KANJI` takes
milliseconds, which a pattern of every run cannot spare."""

_JAPANESE = lazy_pattern(f"[{HIRAGANA}{KATAKANA}{KANJI}]")

_FIRST = "々"
"""No character of these scripts comes before it."""


def has_japanese(text: str) -> bool:
    """Whether there is a kana or a kanji in a text."""
    return bool(text) and not text.isascii() and max(text) >= _FIRST and _JAPANESE.search(text) is not None


def is_kanji(character: str) -> bool:
    """Whether a character is of `KANJI`, for where compiling its ranges (milliseconds) does not pay."""
    return (
        "一" <= character <= "鿿"
        or "㐀" <= character <= "䶿"
        or "\uf900" <= character <= "\ufaff"
        or character in "々〆〇"
        or "\U00020000" <= character <= "\U0003ffff"
    )
