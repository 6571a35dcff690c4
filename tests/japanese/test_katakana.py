"""Katakana and Latin spellings of one name sound alike."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judges import shared_data

from taiyaku.japanese.katakana import ALIKE, kana_likeness, likeness

ALIKE_PAIRS = """
ジョージ George|チェン Chen|ジョナサン Jonathan|トーランス Torrance|サクラメント Sacramento|カリフォルニア California
ドジャース Dodgers|リンダ Linda|スティーブン Steven|マイケル Michael|エリザベス Elizabeth|ウィリアム William
シャーロット Charlotte|ヴィクトリア Victoria|シュワルツェネッガー Schwarzenegger|フィリップ Philip
クリストファー Christopher|ワシントン Washington|サンフランシスコ Sanfrancisco
"""
UNLIKE_PAIRS = """
ジョージ Jonathan|チェン Park|トーランス Sacramento|リンダ Laura|カジ Chen|パク Clark|スティーブン Stanley
デービッド Donald|メアリー Martin|サラ Susan|ボブ Bill|ロンドン Leeds
"""


def pairs(text: str) -> list[list[str]]:
    """Return pairs of katakana and Latin."""
    return [pair.split() for pair in re.split(r"[|\n]", text.strip())]


@pytest.mark.parametrize(("katakana", "latin"), pairs(ALIKE_PAIRS))
def test_one_name_sounds_alike(katakana: str, latin: str) -> None:
    """The two spellings reach the threshold."""
    assert likeness(katakana, latin) >= ALIKE


@pytest.mark.parametrize(("katakana", "latin"), pairs(UNLIKE_PAIRS))
def test_two_names_do_not(katakana: str, latin: str) -> None:
    """Names that share some sounds stay below it."""
    assert likeness(katakana, latin) < ALIKE


def test_variants_of_one_name_are_nearly_one() -> None:
    """A vowel more or less changes little, a consonant much."""
    assert kana_likeness("チェン", "チェイン") > 0.8 > kana_likeness("チェン", "パク")


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share(katakana: str, latin: str) -> None:
    """Whatever it is asked about, the likeness is between 0 and 1."""
    assert 0 <= likeness(katakana, latin) <= 1


def test_names_of_the_world() -> None:
    """Nine in ten of the cities that are written by sound are recognized, and one crossed pair in fifty is."""
    rows = map(json.loads, shared_data("names_cldr.jsonl").read_text(encoding="utf-8").splitlines())
    names = [
        (row["tgt"], row["src"])
        for row in rows
        if row["category"] == "city" and re.fullmatch("[ァ-ヴー]+", row["tgt"]) and row["src"].isalpha()
    ]
    found = sum(likeness(*name) >= ALIKE for name in names)
    crossed = [likeness(names[i][0], names[i - 7][1]) >= ALIKE for i in range(len(names))]
    assert found >= 0.9 * len(names)
    assert sum(crossed) <= 0.02 * len(names)
