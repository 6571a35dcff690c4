"""Hepburn in all its spellings, and the key that they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.japanese.romaji import folded, folded_kana, hepburn, romaji


@pytest.mark.parametrize(
    ("kana", "expected"),
    [
        ("おおたに", "otani"),
        ("おうしゅう", "oshu"),
        ("しんばし", "shinbashi"),
        ("ひょうご", "hyogo"),
        ("きっかわ", "kikkawa"),
        ("いっちょう", "itcho"),
        ("じゅんいちろう", "junichiro"),
        ("ふくしま", "fukushima"),
        ("つしま", "tsushima"),
        ("ヴィオラ", "viora"),
        ("ファミリー", "famiri"),
        ("クォーツ", "kwotsu"),
        ("シェア", "shea"),
    ],
)
def test_the_plain_spelling(kana: str, expected: str) -> None:
    """The first way is without any sign of length."""
    assert hepburn(kana)[0] == expected


def test_all_spellings_in_print() -> None:
    """Macron, h, doubled vowel, and m before a lip sound."""
    assert set(hepburn("おおたに")) == {"otani", "ōtani", "ohtani", "ootani"}
    assert set(hepburn("しんばし")) == {"shinbashi", "shimbashi"}


@pytest.mark.parametrize(
    "spellings",
    [
        "Ohtani Otani Ōtani Ootani OTANI",
        "Oshu Ōshū Oushuu Ohshu",
        "Shimbashi Shinbashi",
        "Junichiro Jun’ichirō Jun-ichiroh",
        "Inoue Inouye",
        "Icchou Itcho",
        "Kobe Kōbe Koube",
    ],
)
def test_one_name_has_one_key(spellings: str) -> None:
    """All ways to write one name fold to the same key."""
    assert len({folded(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize("names", ["Ono Oda", "Kashiwa Kashiwara", "Takeshi Takashi", "Oshu Osaka", "Chiba Shiba"])
def test_different_names_have_different_keys(names: str) -> None:
    """Folding takes away spelling only."""
    first, second = names.split()
    assert folded(first) != folded(second)


@given(st.text(alphabet=[chr(code) for code in range(ord("ァ"), ord("ヷ"))] + ["ー"], max_size=12))
def test_every_spelling_folds_to_the_key_of_the_reading(kana: str) -> None:
    """A reading, in whichever spelling of it, is found again by its key."""
    if kana.startswith(("ー", *"ァィゥェォャュョヮッ")) or any(pair in kana for pair in ("ーー",)):
        return
    assert {folded(way.replace("-", "")) for way in hepburn(kana)} >= {folded_kana(kana)}


@given(st.text())
def test_any_text_can_be_folded(text: str) -> None:
    """What is no name has a key too, of small letters only."""
    assert folded(text).strip("abcdefghijklmnopqrstuvwxyz") == ""
    assert isinstance(romaji(text), str)
