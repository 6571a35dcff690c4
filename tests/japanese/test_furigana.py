"""Readings above the characters that they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.japanese.furigana import fitted, hiragana

CASES = {
    "登り窯": ("のぼりがま", "[登|のぼ]り[窯|がま]"),
    "友好都市協定": ("ゆうこうとしきょうてい", "[友好|ゆうこう][都市|とし][協定|きょうてい]"),
    "備前市": ("びぜんし", "[備前|びぜん][市|し]"),
    "伊部": ("いんべ", "[伊部|いんべ]"),
    "桟切り": ("さんぎり", "[桟切|さんぎ]り"),
    "負傷者リスト": ("ふしょうしゃりすと", "[負傷|ふしょう][者|しゃ]リスト"),
    "茅ヶ崎": ("ちがさき", "[茅ヶ崎|ちがさき]"),
    "生き生き": ("いきいき", "[生|い]き[生|い]き"),
    "引き": ("ひききり", ""),
    "すり鉢": ("すりばち", "すり[鉢|ばち]"),
    "さくら": ("さくら", ""),
    "港": ("うみ みなと", "[港|うみみなと]"),
    "会津": ("アイヅ", "[会津|あいづ]"),
}


@pytest.mark.parametrize("word", CASES)
def test_readings_are_fitted(word: str) -> None:
    """Okurigana has none; kanji are read word by word where the dictionary agrees."""
    reading, shown = CASES[word]
    text, position = "", 0
    for ruby in fitted(word, reading):
        text += word[position : ruby.start] + f"[{word[ruby.start : ruby.end]}|{ruby.reading}]"
        position = ruby.end
    assert (text + word[position:] if text else "") == shown


@given(st.text("山川き友好都市りのa・", min_size=1, max_size=8), st.text("かきりのゆ", min_size=1, max_size=12))
def test_nothing_is_lost(word: str, reading: str) -> None:
    """Rubies are in order and apart, and with the kana between them they spell the reading."""
    rubies = fitted(word, reading)
    if not rubies:
        return
    spelled, position = "", 0
    for ruby in rubies:
        assert position <= ruby.start < ruby.end <= len(word)
        spelled += hiragana(word[position : ruby.start]) + ruby.reading
        position = ruby.end
    assert spelled + hiragana(word[position:]) == reading
