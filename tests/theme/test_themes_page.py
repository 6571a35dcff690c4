"""The example in docs/themes.md is a theme that works, and looks as the page says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import broken_ways, dangers, faults
from tests.editions.site import Site, site_of, write

from taiyaku.theme.environment import ASSETS

if TYPE_CHECKING:
    from tests.browser import Browser

PAGE = Path(__file__).parents[2] / "docs" / "themes.md"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><path d="M0 40h200l-30-40H30z"/></svg>'
ARTICLE = (
    "---\ntitle: Harbor opens\ndeck: Two towns meet\nbyline: By the desk\ndate: 2026-04-01\n---\n\nThe harbor opened.\n"
)
LANGUAGES = {"en": ("The Harbor Post", "1 Quay Street"), "ja": ("港新聞", "埠頭通り1番地")}
TRANSLATIONS = {"Harbor opens": "港が開く", "Two towns meet": "二つの町が会う", "The harbor opened.": "港が開いた。"}


def blocks(kind: str) -> list[str]:
    """Return the examples of a kind on the page, in order."""
    return re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with the theme of the page; any font will do for its own."""
    root = tmp_path_factory.mktemp("harbor-post")
    base, article = blocks("jinja")
    write(root, {"theme/base.html": base, "theme/article.html": article, "theme/extra.css": blocks("css")[0]})
    write(root, {"theme/logo.svg": LOGO, "theme/fonts/harbor-display.woff2": b"wOF2"})
    return site_of(root, {"a.md": ARTICLE}, TRANSLATIONS, blocks("toml")[0])


def test_every_page_has_the_footer_and_the_logo(site: Site) -> None:
    """In the language of the page; every link leads somewhere."""
    for place, page in site.pages().items():
        name, address = LANGUAGES[page.root.one("html").lang]
        assert address in page.root.one("footer").text
        assert page.root.one("img", alt=name)
        assert dangers(page) == []
        assert [fault for fault in faults(page) if fault != "no text: <a>"] == []  # the logo is its text
        if place != "404.html":  # whose addresses count from the site's root
            assert broken_ways(page, site.path(place)) == []


def test_an_article_has_its_own_order(site: Site) -> None:
    """The deck above the headline, no byline."""
    page = site.page("ja/a/index.html")
    texts = [element.text for element in page.main.one("header").all() if element.name in {"p", "h1"}]
    assert texts == ["二つの町が会う", "港が開く", "2026年4月1日"]
    assert "By the desk" not in page.root.text


def test_its_files_are_copied(site: Site) -> None:
    """All but templates, beside our stylesheet, which stays ours."""
    assets = site.path("assets")
    copied = {path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()}
    assert copied == {"taiyaku.css", "extra.css", "logo.svg", "fonts/harbor-display.woff2"}
    assert (assets / "taiyaku.css").read_bytes() == (ASSETS / "taiyaku.css").read_bytes()


def test_its_tokens_hold(site: Site, browser: Browser) -> None:
    """In light and dark; the browser asks for its font and its logo, and for nothing that is not there."""
    with browser.tab() as tab:
        for dark, paper in ((False, "rgb(247, 250, 252)"), (True, "rgb(15, 26, 34)")):
            tab.view(1280, dark=dark)
            tab.open(site.path("en/a/index.html"))
            assert tab.run("getComputedStyle(document.body).backgroundColor") == paper
        asked = {address.partition("/build/")[2] for address in tab.requests}
        assert {"assets/extra.css", "assets/logo.svg", "assets/fonts/harbor-display.woff2"} <= asked
        assert [said for said in tab.complaints if "Content Security" in said] == []


def test_every_token_of_the_table_is_one() -> None:
    """docs/themes.md has all tokens of our stylesheet, and no other."""
    root = (ASSETS / "taiyaku.css").read_text(encoding="utf-8").partition(":root {")[2].partition("}")[0]
    ours = set(re.findall(r"^\s+(--[\w-]+):", root, re.MULTILINE))
    rows = re.findall(r"^\| (`--.*?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {token for row in rows for token in re.findall(r"`(--[\w-]+)`", row)}
    told |= {f"{token}-paper" for token in ("--error", "--warning", "--note")}
    assert ours - {"--margin"} == told
