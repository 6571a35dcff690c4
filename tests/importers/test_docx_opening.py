"""Headline, byline and date of Word documents without styles."""

from __future__ import annotations

from typing import Any

import pytest

from taiyaku.importers.docx_opening import read_opening

_NONE: frozenset[str] = frozenset()
_REST = "<p>The harbor opened at noon.</p>"


@pytest.mark.parametrize(
    ("first", "known", "values"),
    [
        (
            "<p>Harbor opens</p><p>By Ann Lee</p>",
            _NONE,
            {"title": "Harbor opens", "byline": "By Ann Lee", "authors": ("Ann Lee",)},
        ),
        (
            "<p>港が開く</p><p>文・佐藤花子</p>",
            _NONE,
            {"title": "港が開く", "byline": "文・佐藤花子", "authors": ("佐藤花子",)},
        ),
        ("<p><strong>Harbor opens</strong></p>", _NONE, {"title": "Harbor opens"}),
        ("<p>Harbor opens</p><p></p><p>Nov. 5, 2024</p>", _NONE, {"title": "Harbor opens", "date": "2024-11-05"}),
        (
            "<p>By Ann Lee</p><p>STAFF WRITER</p>",
            frozenset({"title"}),
            {"byline": "By Ann Lee", "authors": ("Ann Lee",), "staff": "STAFF WRITER"},
        ),
    ],
)
def test_an_opening_that_says_what_it_is(first: str, known: frozenset[str], values: dict[str, Any]) -> None:
    """What comes before a signature, or is bold, is the headline; what the wording names goes to the front matter."""
    opening = read_opening(first + _REST, known)
    assert opening.values == values
    assert opening.body == _REST
    assert len(opening.remarks) == ("date" in values)


@pytest.mark.parametrize(
    ("body", "known"),
    [
        ("<p>Harbor opens</p>" + _REST, _NONE),
        ("<p>The harbor opened at noon.</p><p>By Ann Lee</p>", _NONE),
        ("<p>By Ann Lee</p>" + _REST, frozenset({"byline"})),
        ("<p>Nov. 5</p>" + _REST, _NONE),
        ("<ul><li>By Ann Lee</li></ul>" + _REST, _NONE),
        ("<p><strong>Note.</strong> It opened.</p>" + _REST, _NONE),
    ],
)
def test_an_opening_that_does_not(body: str, known: frozenset[str]) -> None:
    """Without a signature or bold type nothing is taken, nor what a style said already, nor a day without a year."""
    assert read_opening(body, known) == ({}, body, [])


def test_captions_are_known_by_their_wording() -> None:
    """A paragraph that says that it is a caption is marked as one; a picture is left alone."""
    body = f"{_REST}<p>Photo 1: Ships (Photo by Ann Lee)</p><p><img src='x'>Photo by Ann Lee</p>"
    assert read_opening(body, _NONE).body == body.replace("<p>Photo 1", '<p class="caption">Photo 1')
