"""Directions that turned round."""

from __future__ import annotations

import pytest
from tests.checks.bitexts import article

from taiyaku.checks.terms.opposite_word import CHECK


def told(english: str, japanese: str) -> list[tuple[str, ...]]:
    """Return the words that are told, and see that the other direction of the pair tells as much."""
    found = [one.evidence for one in CHECK.find(article([(english, japanese)]))]
    back = [one.evidence for one in CHECK.find(article([(japanese, english)], ("ja", "en")))]
    assert len(found) == len(back)
    return found


@pytest.mark.parametrize(
    ("english", "japanese", "words"),
    [
        ("They met at the north gate.", "南門で会った。", ("north", "南門")),
        ("Rain fell on the eastern coast.", "西海岸で雨が降った。", ("eastern", "西海岸")),
        ("The west exit is closed.", "東口は閉鎖中だ。", ("west", "東口")),
        ("It hangs in the South Wing.", "北館に掛かっている。", ("South", "北館")),
        ("The northern tip is bare.", "島の南端は岩ばかりだ。", ("northern", "南端")),
        ("The eastern coast of Tokyo Bay.", "東京湾の西岸だ。", ("eastern", "西岸")),
    ],
)
def test_a_direction_turned_round(english: str, japanese: str, words: tuple[str, ...]) -> None:
    """A direction before a noun against the opposite kanji before one; 東京 is no direction."""
    assert told(english, japanese) == [words]


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("They met at the north gate.", "北門で会った。"),
        ("The South Gate is north of here.", "南門はこの北だ。"),
        ("It is a walk north of the station's exit.", "駅南口から北へ歩く。"),
        ("The northeastern coast was hit.", "東北部の海岸が被害を受けた。"),
        ("The south-facing wall and the north one.", "南壁と北壁。"),
        ("West Virginia sent a team.", "東部の州が選手団を送った。"),
        ("The northern city is known for Nambu ironware.", "この市は南部鉄器で知られる。"),
        ("The eastern coast is long.", "西口さんは海岸の長さを測った。"),
    ],
)
def test_a_direction_is_there(english: str, japanese: str) -> None:
    """The same direction in any words, both, a name of a state or of a family."""
    assert told(english, japanese) == []
