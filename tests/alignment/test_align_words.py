"""What two texts in different languages have in common: sounds, words, addresses."""

from __future__ import annotations

import pytest

from taiyaku.alignment.clues import find_clues
from taiyaku.alignment.marks import marks_in, without_addresses
from taiyaku.alignment.sounds import alike, english_sound, katakana_sound


@pytest.mark.parametrize(
    ("katakana", "english"),
    [
        ("コンテナ", "container"),
        ("ミドルウェア", "middleware"),
        ("サーバー", "server"),
        ("コミュニティ", "community"),
        ("プロジェクト", "project"),
        ("ライブラリ", "library"),
        ("バージョン", "version"),
        ("ロンドン", "London"),
        ("ヴァイオリン", "violin"),
        ("マッチ", "match"),
    ],
)
def test_borrowed_words_sound_like_theirs(katakana: str, english: str) -> None:
    """Japanese spells what it hears."""
    assert alike(katakana_sound(katakana), english_sound(english))


@pytest.mark.parametrize(
    ("katakana", "english"),
    [("コンテナ", "harbor"), ("パン", "bread"), ("サーバー", "client"), ("プロジェクト", "library"), ("ー", "a")],
)
def test_other_words_do_not(katakana: str, english: str) -> None:
    """Words that are not the same differ in their consonants; a sound of nothing is like no other."""
    assert not alike(katakana_sound(katakana), english_sound(english))


def test_clues_of_common_and_borrowed_words() -> None:
    """A word of the table and a katakana word are clues where they stand on both sides."""
    english = ["The school opened.", "She brought the containers.", "Rain."]
    japanese = ["学校が開いた。", "彼女はコンテナを持ってきた。", "雨。"]
    clues = find_clues(english, japanese, english_first=True)
    assert "school" in clues.source[0] & clues.target[0]
    assert "コンテナ" in clues.source[1] & clues.target[1]
    assert not clues.source[0] & clues.target[1]
    assert clues.both["school"] > 0 >= clues.alone["school"]
    turned = find_clues(japanese, english, english_first=False)
    assert (turned.source, turned.target) == (clues.target, clues.source)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("[apps](/cloud-native-apps/)", "[アプリ](/ja/cloud-native-apps/)"),
        ("[apps](https://react.dev/learn/a#top)", "[アプリ](https://ja.react.dev/learn/a#先頭)"),
        ("See https://example.org/en/x.", "https://example.org/ja/x. を見よ"),
        ("so[^1]", "そう[^1]"),
    ],
)
def test_addresses_of_a_translated_site_are_the_same(source: str, target: str) -> None:
    """Host, folder of the locale and anchor may differ."""
    assert marks_in(source).addresses == marks_in(target).addresses != frozenset()


def test_signs_and_text_without_addresses() -> None:
    """Quotations and questions are recognized in both languages; where links lead is no part of the text."""
    assert marks_in("“Why?”")[1:] == marks_in("「なぜか。」")[1:] == ("“", "?")
    assert without_addresses("see [the letter](/a/b) now") == "see [the letter] now"
