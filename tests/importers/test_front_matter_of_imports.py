"""The front matter of imports: what was found, and questions where something was not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.formats.markdown.front_matter import read_front_matter
from taiyaku.importers.front_matter import front_matter, missing
from taiyaku.importers.imported import Imported


def test_questions_above_empty_keys() -> None:
    """What was not found is asked for in a comment above an empty key, in the article's language."""
    english = front_matter(Imported({"locale": "en"}, "", asked={"date": "Aug. 8"}))
    assert english == (
        "---\n# No headline was found. Write it here:\ntitle:\n"
        "# The text says “Aug. 8”, which is no certain day. Write the date of publication here as YYYY-MM-DD:\ndate:\n"
        "locale: en\n---\n"
    )
    assert "# 見出しが見つからなかった。ここに書く：\ntitle:\n" in front_matter(Imported({"locale": "ja"}, ""))
    assert missing(Imported({"title": "A"}, "")) == ("date",)


@given(
    st.dictionaries(st.sampled_from(["title", "deck", "byline", "date"]), st.text(min_size=1)),
    st.lists(st.text(min_size=1)),
)
def test_any_value_is_read_back(values: dict[str, str], authors: list[str]) -> None:
    """Whatever a title holds, it is read as the same text; line ends become spaces."""
    clean = {key: " ".join(value.split("\n")) for key, value in values.items()}
    authors = [" ".join(author.split("\n")) for author in authors]
    text = front_matter(Imported({**clean, "authors": tuple(authors), "locale": "en"}, ""))
    read = read_front_matter(text, Path("a.md")).values
    for key, value in clean.items():
        assert read[key] == value.rstrip("\n")
    assert read["authors"] == tuple(authors)


@pytest.mark.parametrize(
    ("value", "line"), [("2026-04-01", "date: 2026-04-01"), ("no", 'date: "no"'), ("a: b", 'date: "a: b"')]
)
def test_how_values_are_written(value: str, line: str) -> None:
    """Dates stand plain; what YAML would read as something else stands in quotation marks."""
    assert line in front_matter(Imported({"date": value}, "")).splitlines()
