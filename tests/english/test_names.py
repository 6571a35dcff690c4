"""Names in English texts, by capitals and titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.english.names import capitalized_names, is_title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor George Chen welcomed Takeshi Yoshimura.", ["George Chen", "Takeshi Yoshimura"]),
        ("He met the Bank of Japan and the mayor.", ["He", "Bank of Japan"]),
        ("They flew to Torrance, California.", ["They", "Torrance", "California"]),
        ("Jean-Luc met Dr. Sato.", ["Jean-Luc", "Sato"]),
        ("nobody at all", []),
    ],
)
def test_runs_of_capitals(text: str, expected: list[str]) -> None:
    """Neighbouring capitals are one name, with the small words inside; titles are left out."""
    assert [name.text for name in capitalized_names(text)] == expected


def test_what_stands_before_a_name() -> None:
    """A title is told, and so is whether the name opens a sentence."""
    first, second = capitalized_names("Vice Mayor Sato spoke. “Then Chen smiled.")
    assert (first.text, first.titles, first.opening) == ("Sato", ("Vice", "Mayor"), False)
    assert (second.text, second.opening) == ("Then Chen", True)


def test_titles() -> None:
    """Offices and forms of address are titles, names are not."""
    assert is_title("mayor")
    assert is_title("mr.")
    assert not is_title("chen")


@given(st.text(alphabet="Mayor George of Chen.’s -“\n", max_size=60))
def test_names_are_where_they_say(text: str) -> None:
    """Spans are in order and begin with a capital."""
    end = 0
    for name in capitalized_names(text):
        assert end <= name.span.start < name.span.end
        assert name.span.of(text) == name.text
        assert name.text[0].isupper()
        end = name.span.end
