"""Inline mark-up: what is found, and what text remains."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.inline_markup import inline_markup, masked

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "inline_markup.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "remains", "items"), CASES)
def test_what_remains_is_text(text: str, remains: str, items: str) -> None:
    """The words of a reader remain, each at its place; mark-up is named with what a translation must keep."""
    assert " ".join(masked(text).split()) == remains
    found = [f"{item.kind}={item.text}" for item in inline_markup(text) if item.kind != "mark"]
    assert found == ([] if items == "-" else items.split(" & "))


_PIECES = st.lists(
    st.sampled_from(
        [*"[](){}<>`*_~&;:\\|!#%$^@/. a1か漢", "http://", "](", "[^", "<!--", "-->", "`` ", ":ref:`", "{{", "}}"]
    )
)


@given(_PIECES.map("".join))
def test_masked_keeps_every_place(text: str) -> None:
    """A masked text is as long as the text, and has no character at a place where the text has another."""
    blank = masked(text)
    assert len(blank) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, blank, strict=True))


@given(_PIECES.map("".join))
def test_items_lie_in_the_text(text: str) -> None:
    """Spans are in order and inside of the text; only addresses inside of a tag overlap it."""
    items = inline_markup(text)
    assert list(items) == sorted(items, key=lambda item: item.span)
    assert all(0 <= item.span.start < item.span.end <= len(text) for item in items)
    plain = [item for item in items if item.kind != "link"]
    assert all(one.span.end <= other.span.start for one, other in pairwise(plain))


@pytest.mark.parametrize(
    "piece",
    ["[", "`", "<!--", "{", "<", "*", "_", "&", "[a](", "{{", "a@", "\\", "%(", "``` ` ", "{/*", "{%", "{#a", ":a:`"],
)
def test_hostile_input_is_read_in_a_moment(piece: str) -> None:
    """A segment of the worst kind comes back; a search that grows with the square would hold up the tests."""
    text = piece * (30_000 // len(piece))
    assert len(masked(text)) == len(text)
