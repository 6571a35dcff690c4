"""What changed between two texts, in readable pieces."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.difference import Piece, difference, replaced

CASES = Path(__file__).parent / "cases" / "differences.txt"
_MARK = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}")
_SIGNS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def cases() -> list[str]:
    """Return the marked lines of the file."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def marked(pieces: tuple[Piece, ...]) -> str:
    """Return a difference as the file of cases writes it."""
    return "".join(_SIGNS[piece.kind].format(piece.text) for piece in pieces)


@pytest.mark.parametrize("line", cases())
def test_what_a_reader_is_shown(line: str) -> None:
    """Each line of the file is the difference of the two texts that it contains."""
    old = _MARK.sub(lambda match: match[1] or "", line)
    new = _MARK.sub(lambda match: match[2] or "", line)
    assert marked(difference(old, new)) == line


@pytest.mark.parametrize("line", cases())
def test_the_way_back_marks_as_much(line: str) -> None:
    """The difference from the new text to the old one has the same parts in common, save for a grown ending."""
    old = _MARK.sub(lambda match: match[1] or "", line)
    new = _MARK.sub(lambda match: match[2] or "", line)
    back = difference(new, old)
    assert "".join(p.text for p in back if p.kind != "inserted") == new
    assert "".join(p.text for p in back if p.kind == "same") == _MARK.sub("", line)


_TEXTS = st.text(st.sampled_from("ab 12,.’-港市開いたがはカナー。「」\n\u3000\U00020000\0"), max_size=24)


@given(_TEXTS, _TEXTS)
def test_pieces_make_up_both_texts(old: str, new: str) -> None:
    """Nothing is lost or invented, no piece is empty, and no two neighbours are of one kind."""
    pieces = difference(old, new)
    assert "".join(p.text for p in pieces if p.kind != "inserted") == old
    assert "".join(p.text for p in pieces if p.kind != "deleted") == new
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in itertools.pairwise(pieces))


@given(_TEXTS)
def test_equal_texts_have_no_difference(text: str) -> None:
    """A text and itself have one piece in common, an empty one none."""
    assert difference(text, text) == ((Piece("same", text),) if text else ())


@given(_TEXTS, _TEXTS)
def test_replacements_have_their_places(old: str, new: str) -> None:
    """The spans of what was replaced cover just the deleted and the inserted pieces."""
    pieces = difference(old, new)
    neighbours = [
        (one.text, other.text)
        for one, other in itertools.pairwise(pieces)
        if (one.kind, other.kind) == ("deleted", "inserted")
    ]
    assert [(before.of(old), after.of(new)) for before, after in replaced(pieces)] == neighbours


def test_very_long_texts_are_replaced_as_a_whole() -> None:
    """Two long texts without a word in common are not compared word by word, which would take minutes."""
    old, new = "a " * 20_000, "b " * 20_000
    assert [piece.kind for piece in difference(old, new)] == ["deleted", "inserted"]


def test_two_changes_far_apart_in_a_long_text() -> None:
    """What is between them is the same, however long it is: sentences are paired before words are."""
    sentences = [f"On day {number} the boats came home, and bread was sold." for number in range(1500)]
    old = " ".join(sentences)
    new = old.replace("day 10 the boats", "day 10 the ships").replace("day 1400 the boats", "day 1400 all boats")
    changed = [(piece.kind, piece.text) for piece in difference(old, new) if piece.kind != "same"]
    assert changed == [("deleted", "boats"), ("inserted", "ships"), ("deleted", "the"), ("inserted", "all")]


@given(st.lists(st.integers(0, 40), max_size=60), st.lists(st.integers(0, 40), max_size=60))
def test_sentences_make_up_both_texts(before: list[int], after: list[int]) -> None:
    """Long texts whose sentences went, came, moved or stand there twice are put together again as well."""
    old, new = (" ".join(f"On day {number} the boats came home." for number in side) for side in (before, after))
    pieces = difference(old, new)
    assert "".join(p.text for p in pieces if p.kind != "inserted") == old
    assert "".join(p.text for p in pieces if p.kind != "deleted") == new
