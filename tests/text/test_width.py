"""Columns on a terminal."""

from __future__ import annotations

import pytest

from taiyaku.text.width import padded, shortened, visible, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("港", 2), ("ｱ", 1), ("か\u3099", 2), ("Ａ", 2), ("e\u0301", 1), ("→", 1)],
)
def test_width(text: str, columns: int) -> None:
    """Two for a wide character, none for a mark on another."""
    assert width(text) == columns


def test_padding_and_cutting_go_by_columns() -> None:
    """Not by characters."""
    assert padded("港", 4) == "港  "
    assert shortened("港が開く", 5) == "港が…"
    assert shortened("abc", 3) == "abc"


def test_what_could_fool_a_terminal_is_written_out() -> None:
    """Escape sequences and direction overrides; line breaks and tabs stay."""
    assert visible("a\x1b[2Jb\u202ec\n\t") == "a\\u001b[2Jb\\u202ec\n\t"
