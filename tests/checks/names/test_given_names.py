"""The right family name with another person's given name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.bitexts import article

from taiyaku.checks.names import homophone, later_mention, name_form
from taiyaku.termbase.file import parse_termbase

TERMS = parse_termbase("""
[[entry]]
kind = "person"
en = "George Chen"
ja = "ジョージ・チェン"
title = { en = "Mayor", ja = "市長" }

[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }

[[entry]]
kind = "person"
en = "Emi Kuroda"
ja = { text = "黒田恵美", reading = "くろだ えみ" }

[[entry]]
kind = "person"
en = "Ken Kuroda"
ja = { text = "黒田健", reading = "くろだ けん" }
""")
WAYS = {True: ("ja", "en"), False: ("en", "ja")}


def told(source: str, target: str) -> list[tuple[str, str]]:
    """Return severity and words of what the checks of a person's name say of a pair."""
    bitext = replace(article([(source, target)], WAYS[target.isascii()]), termbase=TERMS)
    checks = (name_form.CHECK, later_mention.CHECK, homophone.CHECK)
    return [(found.severity, str(found.message)) for check in checks for found in check.find(bitext)]


@pytest.mark.parametrize(
    ("source", "target", "wrong", "wanted"),
    [
        ("Mayor George Chen spoke.", "ジョン・チェン市長が話した。", "ジョン・チェン", "ジョージ・チェン"),
        ("ジョージ・チェン市長が話した。", "John Chen, the mayor, spoke.", "John Chen", "George Chen"),
        ("ジョージ・チェン市長が話した。", "That was Mary Ann Chen's idea.", "Mary Ann Chen", "George Chen"),
        ("Takeshi Yoshimura came.", "吉村健太さんが訪れた。", "吉村健太", "吉村武司"),
    ],
)
def test_another_given_name_is_one_error(source: str, target: str, wrong: str, wanted: str) -> None:
    """The whole name is told, once, and by no other check."""
    assert told(source, target) == [("error", f"“{wrong}” should be “{wanted}”")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("George Chen and his wife Joan came.", "チェン市長と妻のジョーン・チェンさんが訪れた。"),
        ("Amy Wong and George Chen came.", "ウォン・チェン両議員が訪れた。"),
        ("ジョージ・チェン市長と妻のジョーンさんが訪れた。", "Chen came with Joan Chen."),
        ("ジョージ・チェン市長が訪れた。", "On Monday Chen came."),
        ("ジョージ・チェン市長が訪れた。", "But Chen came."),
        ("ジョージ・チェン市長を歓迎", "Torrance Welcomes Chen"),
        ("ジョージ・チェン公園で会った。", "They met in Gerald Chen Park."),
        ("黒田恵美さんが訪れた。", "Ken Kuroda came."),
        ("Emi Kuroda came.", "黒田健さんが訪れた。"),
        ("Takeshi Yoshimura came.", "吉村教育長さんが訪れた。"),
        ("Chen came.", "ジョン・チェンさんが訪れた。"),
    ],
)
def test_what_is_no_other_given_name(source: str, target: str) -> None:
    """A relative's whom the source names, two persons, a word that is no name, a person of the termbase."""
    assert "error" not in [severity for severity, _ in told(source, target)]


def test_a_namesake_does_not_stand_for_a_person() -> None:
    """The family name inside of another person's name mentions that person only."""
    assert [severity for severity, _ in told("Emi Kuroda came.", "黒田健さんが訪れた。")] == ["warning"]
    assert told("Emi Kuroda came with Ken Kuroda.", "黒田恵美さんが黒田健さんと訪れた。") == []
