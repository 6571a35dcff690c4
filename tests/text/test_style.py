"""What of a text is style alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.style import unstyled

SAME = [
    ('He said "yes".', "He said “yes”."),
    ("It's late.", "It’s late."),
    ("a  b\nc", "a b c"),
    (" a ", "a"),
    ("word — word", "word—word"),
    ("水曜日に\n開いた。", "水曜日に開いた。"),
    ("すごい！　次は？", "すごい！ 次は？"),
    ("山田　太郎", "山田太郎"),
]
OTHER = [
    ("the rapist", "therapist"),
    ("a `x  y` b", "a `x y` b"),
    ("「はい」", "『はい』"),
    ('[a](b "t")', "[a](b “t”)"),
    ('<i id="a">x</i>', "<i id=“a”>x</i>"),
    ("港は、開いた。", "港は開いた。"),
    ("It is late.", "it is late."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_style_does_not_count(one: str, other: str) -> None:
    """White space and English quotation marks."""
    assert unstyled(one) == unstyled(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_everything_else_counts(one: str, other: str) -> None:
    """Words, commas, case, Japanese brackets, and what stands for itself in Markdown."""
    assert unstyled(one) != unstyled(other)


@given(st.text(alphabet="ab `\"“”'’—\n　港。<>[]()"))
def test_nothing_more_can_be_taken_away(text: str) -> None:
    """Once is as good as twice, unless code, a link or HTML is left open, whose end is anybody's guess."""
    if not set(text) & set("`<>[]()"):
        assert unstyled(unstyled(text)) == unstyled(text)
    assert sum(map(str.isalpha, unstyled(text))) == sum(map(str.isalpha, text))
