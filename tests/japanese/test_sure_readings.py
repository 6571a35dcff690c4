"""Readings that nobody doubts, and words that are left without one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.japanese.furigana import hiragana
from taiyaku.japanese.scripts import is_kanji
from taiyaku.japanese.sure_readings import _everyday, sure_readings
from taiyaku.japanese.tokenizer import entries

READ = {
    "計画を発表した。": "[計画|けいかく]を[発表|はっぴょう]した。",
    "魚が並んだ": "[魚|さかな]が[並ん|ならん]だ",
    "海へ帰った人": "[海|うみ]へ[帰っ|かえっ]た[人|ひと]",
    "代表団は公園": "[代表|だいひょう][団|だん]は[公園|こうえん]",
}
LEFT = {
    "two words of one spelling": "市場と人気と上手と床",
    "a verb of two readings": "開くと行った",
    "two sounds of one word": "私は何も",
    "numbers with counters": "十一人と二十日と三回と一つ",
    "digits with counters": "11人、8月4日",
    "names of people": "河野と菅野",
    "names of places": "三田と日本橋",
    "a third word across two": "大人気",
    "what a compound may change": "和菓子",
    "an affix of what is not read": "市場化",
    "days of the week": "（土）、月・水",
    "after katakana": "パン屋",
    "no word at all": "々〆",
    "no kanji": "ひらがなとカタカナ",
}


def shown(text: str) -> str:
    """Return a text with its readings: [漢字|かんじ]."""
    parts, position = [], 0
    for word in sure_readings(text):
        parts += [text[position : word.span.start], f"[{word.span.of(text)}|{hiragana(word.reading)}]"]
        position = word.span.end
    return "".join([*parts, text[position:]])


@pytest.mark.parametrize("text", READ)
def test_what_is_sure_is_read(text: str) -> None:
    """Common words in whatever form."""
    assert shown(text) == READ[text]


@pytest.mark.parametrize("why", LEFT)
def test_what_is_doubtful_is_not(why: str) -> None:
    """Nothing stands above it."""
    assert shown(LEFT[why]) == LEFT[why]


def test_everyday_words_are_words() -> None:
    """Each is in the dictionary, with the reading that the list gives it."""
    for word, reading in _everyday().items():
        assert reading in {hiragana(entry.reading) for entry in entries(word)}, word


def test_entries_are_of_one_word() -> None:
    """What is two words is none, and so is what nobody knows."""
    assert {entry.reading for entry in entries("市場")} >= {"シジョウ", "イチバ"}
    assert next(entry.reading for entry in entries("姉")) == "アネ"
    assert entries("図書館長") == entries("々〆") == entries("") == ()


@given(st.text("市場人気大行った海山3三回日（）・、。計画のはa\n ", max_size=12))
def test_readings_are_of_kanji_in_order(text: str) -> None:
    """Apart, in order, each above kanji, in kana."""
    position = 0
    for word in sure_readings(text):
        assert position <= word.span.start < word.span.end <= len(text)
        assert any(map(is_kanji, word.span.of(text)))
        assert all("ァ" <= character <= "ー" for character in word.reading)
        position = word.span.end
