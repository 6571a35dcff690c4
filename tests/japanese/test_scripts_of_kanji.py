"""What is a kanji, told by ranges and by the class for patterns."""

from __future__ import annotations

import re

from taiyaku.japanese.scripts import KANJI, has_japanese, is_kanji


def test_is_kanji_and_the_class_for_patterns_agree() -> None:
    """Every code point is a kanji for both or for neither."""
    pattern = re.compile(f"[{KANJI}]")
    everything = map(chr, range(0x110000))
    assert [one for one in everything if is_kanji(one) != (pattern.match(one) is not None)] == []


def test_text_without_the_scripts_has_no_japanese() -> None:
    """Curly quotes, Hangul and full-width letters are none; a lone 々 or a half-width kana is."""
    assert [
        text for text in ("", "plain", "“quoted”", "한국", "ＡＢＣ", "々", "ｱ", "それ", "漢") if has_japanese(text)
    ] == [
        "々",
        "ｱ",
        "それ",
        "漢",
    ]
