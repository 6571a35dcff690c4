"""The dictionary's readings as a witness for names."""

from __future__ import annotations

import json

import pytest
from tests.judges import shared_data

from taiyaku.japanese.readings import person_reads_as, place_reads_as

PERSONS = [
    "宮崎駿",
    "黒澤明",
    "北野武",
    "坂本龍一",
    "山中伸弥",
    "湯川秀樹",
    "川端康成",
    "三島由紀夫",
    "藤井聡太",
    "麻生太郎",
    "小沢征爾",
    "安藤忠雄",
    "隈研吾",
    "宮沢賢治",
    "夏目漱石",
    "徳川家康",
    "織田信長",
    "柳井正",
    "孫正義",
    "豊田章男",
    "高橋尚子",
    "浅田真央",
    "山下泰裕",
    "池田光政",
]
ENGLISH = [
    "Hayao_Miyazaki",
    "Akira_Kurosawa",
    "Takeshi_Kitano",
    "Ryuichi_Sakamoto",
    "Shinya_Yamanaka",
    "Hideki_Yukawa",
    "Yasunari_Kawabata",
    "Yukio_Mishima",
    "Sota_Fujii",
    "Taro_Aso",
    "Seiji_Ozawa",
    "Tadao_Ando",
    "Kengo_Kuma",
    "Kenji_Miyazawa",
    "Soseki_Natsume",
    "Ieyasu_Tokugawa",
    "Nobunaga_Oda",
    "Tadashi_Yanai",
    "Masayoshi_Son",
    "Akio_Toyoda",
    "Naoko_Takahashi",
    "Mao_Asada",
    "Yasuhiro_Yamashita",
    "Mitsumasa_Ikeda",
]
UNREADABLE = {"宮崎駿", "藤井聡太"}
"""Given names that are read as no dictionary says."""


@pytest.mark.parametrize(("japanese", "english"), list(zip(PERSONS, ENGLISH, strict=True)))
def test_a_person_is_recognized(japanese: str, english: str) -> None:
    """The name is read in either order of the English words, with the exceptions known."""
    words = english.split("_")
    accepted = japanese not in UNREADABLE
    assert person_reads_as(japanese, words) is accepted
    assert person_reads_as(japanese, words[::-1]) is accepted


@pytest.mark.parametrize("japanese", PERSONS)
def test_no_other_person_is(japanese: str) -> None:
    """None of the other names is taken for it."""
    others = [english.split("_") for english, name in zip(ENGLISH, PERSONS, strict=True) if name != japanese]
    assert not [english for english in others if person_reads_as(japanese, english)]


def test_a_family_name_alone() -> None:
    """One English word is the family name, of the full Japanese name or alone."""
    assert person_reads_as("大谷翔平", ["Ohtani"])
    assert person_reads_as("大谷", ["Ōtani"])
    assert not person_reads_as("大谷翔平", ["Otake"])


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        ("奥州市", "Oshu"),
        ("奥州", "Ōshū"),
        ("東京都", "Tokyo"),
        ("新橋", "Shimbashi"),
        ("吉川", "Kikkawa"),
        ("兵庫県", "Hyogo"),
    ],
)
def test_a_place_is_recognized(japanese: str, english: str) -> None:
    """With or without its 市, 県 and so on."""
    assert place_reads_as(japanese, english)


@pytest.mark.parametrize(
    ("japanese", "english"), [("柏原市", "Kashiwa"), ("奥州", "Osaka"), ("彰化", "Changhua"), ("", "Oshu"), ("柏", "")]
)
def test_another_place_is_not(japanese: str, english: str) -> None:
    """Another place, a reading that is not Japanese, nothing at all."""
    assert not place_reads_as(japanese, english)


def test_the_thirty_persons() -> None:
    """At least 24 of the 27 whose Japanese form is the name's are accepted, and none of the crossed pairs."""
    lines = shared_data("names_jp.jsonl").read_text(encoding="utf-8").splitlines()
    persons = [(row["en"], row["ja"]) for row in map(json.loads, lines) if row["kind"] == "person"]
    assert sum(person_reads_as(japanese, english.split()) for english, japanese in persons) >= 24
    crossed = [(english, other) for english, _ in persons for name, other in persons if name != english]
    assert not [pair for pair in crossed if person_reads_as(pair[1], pair[0].split())]
