"""The print page: vertical or horizontal, by the settings."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from tests.editions.paper import ARTICLE, BOAT, ENGLISH, settings
from tests.editions.site import Site, site_of, write

from taiyaku.editions.printing import _css_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser


def _site(root: Path, text: str, article: str = ARTICLE) -> Site:
    write(root, {"source_text/images/boat.svg": BOAT})
    other = "---\ntitle: 前の記事\nlocale: ja\n---\n\n本文。\n"
    return site_of(root, {"harbor.md": article, "other.md": other}, ENGLISH, text)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the article as pages for readers and for paper."""
    return _site(tmp_path_factory.mktemp("print"), settings("html", "print", "bilingual"))


def _body(html: str) -> str:
    return html.partition("<body>")[2]


def test_japanese_is_vertical_with_numerals_in_kanji(printed: Site) -> None:
    """Headline, deck, date, text and notes are set by one rule; captions, tables, code and Latin words keep digits."""
    html = printed.text("ja/harbor/print.html")
    body = re.sub(r"<wbr>|<span[^>]*>|</span>|&#x2060;", "", _body(html))
    assert '<html lang="ja" class="vertical kanji">' in html
    for text in (
        "学生交流十二年の絆",
        "二〇二六年十一月十六日",
        "十一月十四日",
        "一八六〇冊",
        "十二年の行き来",
        "五年の協定",
    ):
        assert text in body
    for text in ("2026年の港", "<td>2021</td>", "<code>code 12</code>", "iPhone 15", "<rt>あさぎり</rt>"):
        assert text in body


def test_english_is_horizontal_and_keeps_its_digits(printed: Site) -> None:
    """The same article's English page has lines from left to right."""
    html = printed.text("en/harbor/print.html")
    assert '<html lang="en" class="horizontal">' in html
    assert "A promise of 12 who" in html


def test_the_settings_choose_direction_and_numerals(tmp_path: Path) -> None:
    """Horizontal Japanese keeps its digits; tate-chu-yoko sets two of them side by side."""
    upright = _site(tmp_path / "a", settings("print", vertical_numerals="tate-chu-yoko")).text("ja/harbor/print.html")
    assert '<span class="upright">11</span>月' in upright
    assert "１８６０冊" in upright
    horizontal = _site(tmp_path / "b", settings("print", print="horizontal")).text("ja/harbor/print.html")
    assert 'class="horizontal"' in horizontal
    assert "1,860冊" in horizontal
    assert "十一月" not in horizontal


@pytest.mark.parametrize(
    ("setting", "known"),
    [({"print": "tategaki"}, "vertical, horizontal"), ({"vertical_numerals": "roman"}, "kanji, tate-chu-yoko")],
)
def test_another_choice_is_refused(tmp_path: Path, setting: dict[str, str], known: str) -> None:
    """The message names those there are."""
    from taiyaku.errors import SettingsError

    with pytest.raises(SettingsError, match=known):
        _site(tmp_path / "project", settings("print", **setting))


def test_the_policy_allows_the_styles_of_the_page_and_no_other(printed: Site) -> None:
    """Each style element is named by its hash; there is no script, and nothing of another file."""
    html = printed.text("ja/harbor/print.html")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert len(styles) == 2
    for style in styles:
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy[1].replace("&#43;", "+")
    assert "default-src 'none'" in policy[1].replace("&#39;", "'")
    assert "stylesheet" not in html


def test_a_headline_cannot_leave_the_style_sheet() -> None:
    """What would end a string, a rule or the element is written by its code."""
    assert _css_text('港"; } </style>\\\n') == '"港\\22 \\3b  \\7d  \\3c \\2f style\\3e \\5c \\a "'


def test_a_theme_has_its_own_sheet_for_paper(tmp_path: Path) -> None:
    """`print.css` in the theme takes the place of ours; it cannot end the element that it stands in."""
    root = tmp_path / "project"
    write(root, {"theme/print.css": "p { color: red }\n/* </style> */"})
    html = _site(root, settings("print", theme="theme")).text("ja/harbor/print.html")
    assert r"<style>p { color: red }" in html
    assert html.count("</style>") == 2


def test_in_a_browser_the_page_is_vertical_and_nothing_is_blocked(printed: Site, browser: Browser) -> None:
    """Lines run from top to bottom, tables and pictures lie; the page keeps its policy and asks for its image only."""
    with browser.tab() as tab:
        tab.open(printed.path("ja/harbor/print.html"))
        mode = "getComputedStyle(document.querySelector('{}')).writingMode"
        assert tab.run(mode.format(".prose p")) == "vertical-rl"
        assert tab.run(mode.format("table")) == tab.run(mode.format("figure")) == "horizontal-tb"
        assert tab.run("document.querySelector('img').naturalWidth > 0")
        assert tab.complaints == []
        assert len(tab.requests) == 2


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_pull_quote_is_vertical_in_japanese_only(printed: Site, browser: Browser, width: int) -> None:
    """On the Japanese page, its source lies beside it; in English and on the bilingual page it is horizontal."""
    mode = "getComputedStyle(document.querySelector('.pull-quote')).writingMode"
    with browser.tab(width) as tab:
        tab.open(printed.path("ja/harbor/index.html"))
        assert tab.run(mode) == "vertical-rl"
        assert tab.run(mode.replace("pull-quote", "source")) == "horizontal-tb"
        place = "document.querySelector('.pull-quote{}').getBoundingClientRect()"
        assert tab.run(f"{place.format('.source')}.right <= {place.format('')}.left")
        assert tab.run("document.documentElement.scrollWidth") == width
        for page in ("en/harbor/index.html", "bilingual/harbor/index.html"):
            tab.open(printed.path(page))
            assert tab.run(mode) == "horizontal-tb"
            assert tab.run("document.documentElement.scrollWidth") == width


def test_the_pull_quote_of_a_page_follows_the_rule_of_its_numerals(printed: Site) -> None:
    """Its words in kanji, its source and all else in digits; Markdown and text are as they were."""
    html = re.sub(r"<wbr>|<span[^>]*>|</span>|&#x2060;", "", printed.text("ja/harbor/index.html"))
    assert '<p class="pull-quote">友好都市とは、たまたま海を隔てて暮らす十二人の約束です</p>' in html
    assert '<p class="pull-quote source">―朝霧市長、11月14日</p>' in html
    assert "本は1,860冊" in html
