"""Lists of sayings behave as one pattern for all of them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from taiyaku.text.sayings import Sayings

WORDS = ["ab", "abc", "b", "bca", "ca", "aab"]
texts = st.text("abc -A", max_size=20)


@given(texts)
def test_they_match_where_a_pattern_of_all_does(text: str) -> None:
    """The first that match before later ones, from left to right."""
    sayings = Sayings({word: (word,) for word in WORDS})
    expected = [match.span() for match in re.finditer("|".join(WORDS), text)]
    assert [match.span() for match in sayings.finditer(text)] == expected


@given(texts)
def test_the_frame_is_around_each(text: str) -> None:
    """Whole words, capitals or not, and a saying of several words with any blanks between."""
    patterns = {r"a[\s-]+b": ("a", "b"), "ab": ("ab",), "c": ("c",)}
    sayings = Sayings(patterns, r"(?i)\b{}\b")
    expected = [match.span() for match in re.finditer(rf"(?i)\b(?:{'|'.join(patterns)})\b", text)]
    assert [match.span() for match in sayings.finditer(text)] == expected
