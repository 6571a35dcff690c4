"""What a translation keeps."""

from __future__ import annotations

import pytest

from taiyaku.text.anchors import SOUND, anchors
from taiyaku.text.skeletons import katakana_skeleton, latin_skeleton


@pytest.mark.parametrize(
    ("english", "japanese", "shared"),
    [
        ("12,000 people", "1万2000人", {"12000"}),
        ("12,000 people", "１２，０００人", {"12000"}),
        ("It cost $1.5 million.", "150万ドルかかった。", {"1500000"}),
        ("On Monday, Aug. 8", "8月8日月曜日", {"8", "月曜"}),
        ("three boats", "3隻の船", {"3"}),
        ("It may rain.", "5月に降る。", set()),
        ("The OECD's report", "OECDの報告", {"oecd"}),
        ("See https://example.org/a.", "https://example.org/a を見る。", {"https://example.org/a"}),
        ("Run `make all`.", "`make all`を走らせる。", {"`make all`"}),
        ("See [this](a.md).[^1]", "[これ](a.md)を見る。[^1]", {"](a.md)", "[^1]", "1"}),
        ("Ask info@example.org.", "info@example.org に問う。", {"info@example.org"}),
        ("A boat left.", "船が出た。", set()),
    ],
)
def test_shared(english: str, japanese: str, shared: set[str]) -> None:
    """Numbers by their value, the rest by how it is written."""
    keys = anchors(english).keys & anchors(japanese).keys
    assert {key for key in keys if not key.startswith(SOUND)} == shared


def test_firm() -> None:
    """An English word is usually translated; a Latin one in Japanese came from the English, and so did a digit."""
    assert anchors("The OECD met 3 times.").firm == {"3"}
    assert "oecd" in anchors("OECDは3回会合した。").firm


@pytest.mark.parametrize(
    ("latin", "katakana"),
    [
        ("Brighton", "ブライトン"),
        ("Phoenix", "フェニックス"),
        ("Christine", "クリスティン"),
        ("Thompson", "トンプソン"),
        ("Paddington", "パディントン"),
        ("Jackson", "ジャクソン"),
        ("Leroy", "レロイ"),
        ("computer", "コンピューター"),
        ("station", "ステーション"),
    ],
)
def test_names_sound_alike(latin: str, katakana: str) -> None:
    """In Latin letters and in katakana."""
    assert latin_skeleton(latin) == katakana_skeleton(katakana) != ""


def test_other_names_sound_otherwise() -> None:
    """Or the sound would tell nothing."""
    names = ["Brighton", "Phoenix", "Thompson", "Jackson", "Leroy"]
    assert len({latin_skeleton(name) for name in names}) == len(names)
