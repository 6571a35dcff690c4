"""How lines end and how wrapped ones are joined."""

from __future__ import annotations

import pytest

from taiyaku.text.lines import joint, line_end


@pytest.mark.parametrize(
    ("before", "after", "japanese"),
    [
        ("備前", "焼", ""),
        ("備前、", "焼", ""),
        ("Apple", "Park", " "),
        ("Apple", "2024", " "),
        ("Hello,", "world", " "),
        ("Apple", "社", ""),
        ("社", "Apple", ""),
        ("）", "（", ""),
        ("ｶﾞ", "a", ""),
        ("𠮟", "a", ""),
        ("café", "é", " "),
        ("", "a", ""),
        ("a", "", ""),
    ],
)
def test_joint(before: str, after: str, japanese: str) -> None:
    """A space, except where a Japanese character stands at a line end of a Japanese text."""
    assert joint(before, after, "ja") == joint(before, after, "ja-JP") == japanese
    assert joint(before, after, "en") == joint(before, after, None) == (" " if before and after else "")


@pytest.mark.parametrize(
    ("text", "end"),
    [("", "\n"), ("a", "\n"), ("a\nb", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("a\rb\n", "\n")],
)
def test_line_end(text: str, end: str) -> None:
    """CRLF where it occurs, CR only where nothing else does."""
    assert line_end(text) == end
