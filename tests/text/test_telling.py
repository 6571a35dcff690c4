"""Words and signs in which the smallest change is one of meaning, and mark-up that a translation repeats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.style import markup
from taiyaku.text.telling import tells_otherwise


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("recieved", "received"),
        ("He is here, too.", "He is here too."),
        ("港では、パンが売れた。", "港ではパンが売れた。"),
        ("a well-known mayor", "a well known mayor"),
    ],
)
def test_a_change_of_spelling_or_punctuation_tells_nothing(old: str, new: str) -> None:
    """As long as no number or word of weight is touched."""
    assert not tells_otherwise(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("paid", "unpaid"),
        ("harmful", "harmless"),
        ("care", "careless"),
        ("is", "isn’t"),
        ("9 a.m.", "9 p.m."),
        ("£5", "¥5"),
        ("-5", "5"),
        ("5 miles", "5 km"),
        ("north", "south"),
        ("9 to 5", "5 to 9"),
        ("行く", "行かない"),
        ("行く", "行かず"),
        ("可能", "不可能"),
        ("百人", "千人"),
        ("5円", "5ドル"),
        ("増えた", "減った"),
    ],
)
def test_a_change_of_meaning_is_known_both_ways(old: str, new: str) -> None:
    """Whichever of the two texts is the older."""
    assert tells_otherwise(old, new)
    assert tells_otherwise(new, old)


@given(st.text())
def test_a_text_tells_nothing_else_than_itself(text: str) -> None:
    """Whatever it is made of; and its mark-up is a part of it."""
    assert not tells_otherwise(text, text)
    assert all(piece in text for piece in markup(text))


def test_mark_up_is_what_a_translation_repeats() -> None:
    """Code, addresses, references, HTML, placeholders, readings, emphasis."""
    text = "`a` [b](c_(d).md) [e][f] [^1] <br> {g|h} &amp; %(i)s https://j.example/k **l** ~~m~~ a@b.example"
    found = "`a`|](c_(d).md)|][f]|[^1]|<br>|{g/h}|&amp;|%(i)s|https://j.example/k|**|**|~~|~~|a@b.example"
    assert markup(text) == [piece.replace("/h}", "|h}") for piece in found.split("|")]
