"""Films and sounds on pages are links that say where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import dangers

from taiyaku.editions.media import is_media, linked_media

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.editions.site import Site

    SiteOf = Callable[..., Site]

CARDS = {
    "[The *film*](https://www.youtube.com/watch?v=a&t=1)": (
        "https://www.youtube.com/watch?v=a&t=1",
        "The film youtube.com",
    ),
    "<https://youtu.be/abc>": ("https://youtu.be/abc", "abc youtu.be"),
    "![The bell](sounds/bell.mp3)": ("sounds/bell.mp3", "The bell"),
    '![](https://example.org/b%20c.mp4 "A title")': ("https://example.org/b%20c.mp4", "b c.mp4 example.org"),
    '<iframe src="https://player.vimeo.com/video/1" title="Above"></iframe>': (
        "https://player.vimeo.com/video/1",
        "Above player.vimeo.com",
    ),
    '<video controls><source src="film.webm">No film.</video>': ("film.webm", "film.webm"),
    '<AUDIO SRC="https://example.org/a.ogg"></AUDIO>': ("https://example.org/a.ogg", "a.ogg example.org"),
}


@pytest.mark.parametrize("markdown", CARDS)
def test_cards(site: SiteOf, markdown: str) -> None:
    """A link with words and, where it leads elsewhere, the host; on the bilingual page as well."""
    built = site(f"# T\n\nText.\n\n{markdown}\n")
    for place in ("en", "bilingual"):
        page = built.page(f"{place}/harbor/index.html")
        card = next(page.main.all(class_="media"))
        link = card.one("a")
        assert (link.attributes["href"], " ".join(link.text.split())) == CARDS[markdown]
        assert not list(page.main.all("img"))
    assert dangers(built.page("en/harbor/index.html")) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "![A crane](crane.svg)",
        "[A page](https://example.org/films)",
        "See [the film](https://youtu.be/abc).",
        '<iframe src="javascript:alert(1)"></iframe>',
        '<iframe srcdoc="<p>x</p>"></iframe>',
        "[A page](https://notyoutube.com.example.org/)",
        "[Odd](http://[youtube.com)",
    ],
)
def test_what_is_no_card(site: SiteOf, markdown: str) -> None:
    """Pictures, pages, links within a text; and what must not be on a page at all."""
    page = site(f"# T\n\n{markdown}\n").page("en/harbor/index.html")
    assert not list(page.main.all(class_="media"))
    assert dangers(page) == []


def test_a_paragraph_keeps_its_attributes() -> None:
    """Its language and its mark."""
    html = '<p class="untranslated" lang="en"><a href="https://youtu.be/a">Film</a></p>'
    assert linked_media(html).startswith('<p class="media untranslated" lang="en"><a href="https://youtu.be/a">')


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://m.youtube.com/watch?v=1", True),
        ("a/b.MP4?x=1#t", True),
        ("https://example.org/mp4", False),
        ("notes.md", False),
        ("//vimeo.com/1", True),
        ("http://[::1/", False),
    ],
)
def test_media_by_name_or_host(address: str, expected: bool) -> None:
    """Whatever stands behind a question mark."""
    assert is_media(address) is expected
