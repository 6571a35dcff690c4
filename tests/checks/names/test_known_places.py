"""The table of known places: its form, and what it explains."""

from __future__ import annotations

import re

import pytest

from taiyaku.checks.names.known_places import (
    is_in_english,
    is_in_japanese,
    is_near_in_japanese,
    known_places,
    place_called,
)
from taiyaku.checks.passage import Passage

JAPANESE = re.compile("[ぁ-ヿ一-龯々]+")


def test_each_place_has_names_in_both_languages() -> None:
    """The names are in the scripts of their languages, and the place named instead is one of the table."""
    table = known_places()
    for place in table.by_name.values():
        assert place.english, place
        assert place.japanese, place
        assert all(name.isascii() or name[0].isupper() for name in place.english), place
        assert all(JAPANESE.fullmatch(name) for name in place.japanese), place
        assert not place.near or place.near in table.by_name, place


def test_no_japanese_name_means_two_places() -> None:
    """Each Japanese name leads back to the one place that has it."""
    names = [name for place in known_places().by_name.values() for name in place.japanese]
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


@pytest.mark.parametrize(
    ("name", "japanese"),
    [
        ("Germany", "独自動車大手が減産した。"),
        ("United States", "日米の閣僚が会談した。"),
        ("United States", "米軍が訓練した。"),
        ("China", "日中関係は良い。"),
        ("Kyiv", "キエフは寒い。"),
        ("United Kingdom", "イギリスの海岸だ。"),
    ],
)
def test_a_place_is_found_under_all_its_names(name: str, japanese: str) -> None:
    """Kanji that stand for countries count, beside another of their kind."""
    place = place_called([name])
    assert place is not None
    assert is_in_japanese(place, Passage(japanese, "ja"), Passage(f"About {name}.", "en"))


@pytest.mark.parametrize(("name", "japanese"), [("China", "会議中に休んだ。"), ("Germany", "フランスで会った。")])
def test_a_place_is_not_found_elsewhere(name: str, japanese: str) -> None:
    """会議中 says nothing of China."""
    place = place_called([name])
    assert place is not None
    assert not is_in_japanese(place, Passage(japanese, "ja"), Passage(f"About {name}.", "en"))


@pytest.mark.parametrize(
    ("name", "english"),
    [("Spain", "A Spanish boat."), ("Luxembourg", "The Luxembourgian franc."), ("United States", "A U.S. court.")],
)
def test_adjectives_and_abbreviations_speak_of_a_place(name: str, english: str) -> None:
    """Those of the table, and words that begin as the place does."""
    place = place_called([name])
    assert place is not None
    assert is_in_english(place, Passage(english, "en"), Passage("それについて。", "ja"))


def test_us_is_no_country() -> None:
    """Short names need their capitals."""
    place = place_called(["United States"])
    assert place is not None
    assert not is_in_english(place, Passage("They told us.", "en"), Passage("それについて。", "ja"))


def test_the_capital_stands_for_its_country_unless_both_are_named() -> None:
    """Pyongyang may be 北朝鮮; beside North Korea it is a name of its own."""
    place = place_called(["Pyongyang"])
    assert place is not None
    japanese = Passage("北朝鮮は船を送った。", "ja")
    assert is_in_japanese(place, japanese, Passage("Pyongyang sent a ship.", "en"))
    assert not is_in_japanese(place, japanese, Passage("North Korea sent a ship to Pyongyang.", "en"))
    assert is_near_in_japanese(place, japanese)
