"""Lines in a column of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.width import width
from taiyaku.text.wrapping import Run, wrapped


def lines_of(text: str, columns: int) -> list[str]:
    """Return a text of one style as lines."""
    return ["".join(run.text for run in line) for line in wrapped([Run(text, None)], columns)]


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("The harbor opened.", 10, ["The harbor", "opened."]),
        ("The harbor", 10, ["The harbor"]),
        ("港は水曜日に開いた。", 10, ["港は水曜日", "に開いた。"]),
        ("港は開いた。次は", 10, ["港は開い", "た。次は"]),  # no line begins with 。
        ("市長は「はい」と", 8, ["市長は", "「はい」", "と"]),  # none ends with 「
        ("コーヒー", 6, ["コー", "ヒー"]),
        ("約200人が集まった", 8, ["約200人", "が集まっ", "た"]),
        ("one\ntwo", 10, ["one", "two"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a  b", 1, ["a", "b"]),
        ("", 5, []),
    ],
)
def test_where_lines_break(text: str, columns: int, lines: list[str]) -> None:
    """English breaks at blanks, Japanese between characters, never before a closing sign."""
    assert lines_of(text, columns) == lines


def test_styles_go_on_over_a_line_end() -> None:
    """A run that is broken has its style on both lines, and neighbours of one style are one run."""
    lines = wrapped([Run("a bb ", 0), Run("ccc ddd", 1), Run("", 0), Run(" e", 1)], 6)
    assert lines == [[Run("a bb", 0)], [Run("ccc", 1)], [Run("ddd e", 1)]]


@given(
    st.lists(st.tuples(st.text(st.sampled_from("ab 港い。「ー\n\u3000"), max_size=12), st.sampled_from("xy"))),
    st.integers(4, 20),
)
def test_nothing_but_blanks_is_lost(parts: list[tuple[str, str]], columns: int) -> None:
    """Every character is there with its style, and no line is too wide unless signs had to stay together."""
    lines = wrapped([Run(*part) for part in parts], columns)
    before = [(char, style) for text, style in parts for char in text if not char.isspace()]
    after = [(char, run.style) for line in lines for run in line for char in run.text if not char.isspace()]
    assert after == before
    assert all(width("".join(run.text for run in line)) <= columns for line in lines)
