"""What may stand for a person's name, and what may not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.bitexts import article

from taiyaku.checks.names.name_form import CHECK
from taiyaku.termbase.file import parse_termbase

TERMS = parse_termbase("""
[[entry]]
kind = "person"
en = "George Chen"
ja = "ジョージ・チェン"
""")


def is_told(source: str, target: str) -> bool:
    """Whether the name is missed."""
    ways = ("en", "ja") if "George" in source else ("ja", "en")
    return bool(list(CHECK.find(replace(article([(source, target)], ways), termbase=TERMS))))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("ジョージ・チェン氏は「続けたい」と述べた。", "“We want to go on,” said the head of the town."),
        ("ジョージ・チェン氏は「続けたい」と述べた。", "I want to go on, as one of us said."),
        ("ジョージ・チェン氏は「彼は元気だ」と述べた。", "“He is well,” said the head of the town."),
        ("ジョージ・チェン氏は「彼は元気だ」と述べた。", '"He is well," said the head of the town.'),
        ("ジョージ・チェン氏が遅れて着いた。", "The guest, who had come by train, was late."),
        ("George Chen spoke of a friend.", "「彼は元気だ」と語った。"),
    ],
)
def test_no_pronoun_of_somebody_else_stands_for_a_name(source: str, target: str) -> None:
    """First persons are who speaks; in a quotation, he is whom the speaker means; "who" is the word before it."""
    assert is_told(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("ジョージ・チェン氏は「続けたい」と述べた。", "“We want to go on,” he said."),
        ("「ジョージ・チェン氏は元気だ」と述べた。", "“He is well,” said the head of the town."),
        ("George Chen spoke of a friend.", "同氏は友人について「元気だ」と語った。"),
    ],
)
def test_a_pronoun_stands_for_a_name(source: str, target: str) -> None:
    """Outside of quotations, and inside where the name is in one, too."""
    assert not is_told(source, target)
