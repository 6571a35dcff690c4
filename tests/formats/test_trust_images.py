"""A translation shows no image of another site, which would tell that site who reads the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from taiyaku.formats import parse, write
from taiyaku.formats.options import ReadOptions

ARTICLE = "# T\n\nSee ![a](https://example.org/a.png) and ![b](b.png).\n"


def refused(translation: str) -> bool:
    """Whether a translation of the paragraph is refused."""
    document = parse(ARTICLE, Path("a.md"), ReadOptions())
    index = next(i for i, segment in enumerate(document.segments) if segment.text.startswith("See"))
    return translation not in write(document, {index: translation}, "ja").source


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/x.png",
        "//evil.example/x.png",
        "https:/evil.example/x",
        "HTTP://evil.example",
        "&#x2f;/e/x",
    ],
)
def test_of_another_site(address: str) -> None:
    """However it is spelled."""
    assert refused(f"見よ。![a]({address})と![b](b.png)。")


@pytest.mark.parametrize("address", ["https://example.org/a.png", "b.png", "images/c.png", "../d.png", "/e.png"])
def test_of_the_original_or_this_site(address: str) -> None:
    """The same one, or a file beside the page."""
    assert not refused(f"見よ。![a]({address})と![b](b.png)。")
