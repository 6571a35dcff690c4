"""The stylesheet of mails: what it says of one element, and what it may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from taiyaku.errors import SettingsError
from taiyaku.theme.environment import ASSETS
from taiyaku.theme.inline_style import read_styles

PATH = Path("theme/newsletter.css")
CSS = """\
/* A comment; { with } signs */
p, .note { margin: 0;  color: red }
p:lang(ja) { color:blue; }
.note { color: green }
p.note.big { color: black; font-family: 'Yu Gothic', serif }
* { padding: 0 }
"""


@pytest.mark.parametrize(
    ("name", "classes", "lang", "expected"),
    [
        ("p", [], "en", "padding:0;margin:0;color:red"),
        ("p", [], "ja-JP", "padding:0;margin:0;color:blue"),
        ("div", ["note"], "en", "padding:0;margin:0;color:green"),
        ("p", ["note"], "en", "padding:0;margin:0;color:green"),
        ("p", ["big", "note"], "ja", "padding:0;margin:0;color:black;font-family:'Yu Gothic', serif"),
        ("td", ["big"], "en", "padding:0"),
    ],
)
def test_what_it_says_of_an_element(name: str, classes: list[str], lang: str, expected: str) -> None:
    """Classes weigh more than names, and of equal weight the later rule counts: as CSS has it."""
    assert read_styles(CSS, PATH).style(name, classes, lang) == expected


@pytest.mark.parametrize(
    ("css", "place"),
    [
        ("p { margin: 0 }\n\ndiv > p { margin: 0 }", "3:1"),
        ("@media print { p { margin: 0 } }", "1:1"),
        ("p:hover { color: red }", "1:1"),
        ("#a { color: red }", "1:1"),
        ("p { position: fixed }", "1:5"),
        ("p { margin: 0;\n  display: flex }", "2:3"),
        ("p { display: inline-grid }", "1:5"),
        ("p { color: var(--ink) }", "1:5"),
        ("p { background: url(https://example.org/x.png) }", "1:5"),
        ("p { font-family: 'a\"b' }", "1:5"),
        ("p { float: left }", "1:5"),
        ("p { color }", "1:5"),
        ("p { color: red", "1:1"),
    ],
)
def test_what_it_may_not_say(css: str, place: str) -> None:
    """What no element can carry, and what programs for mail drop, is refused with its place."""
    with pytest.raises(SettingsError) as caught:
        read_styles(css, PATH)
    assert str(caught.value).startswith(f"theme/newsletter.css:{place}: ")


def test_ours_can_be_read() -> None:
    """It says of each text which letters it has: in a table, programs for mail inherit none."""
    styles = read_styles((ASSETS / "newsletter.css").read_text(encoding="utf-8"), PATH)
    assert "Hiragino Sans" in styles.style("td", ["text"], "ja")
    assert "Hiragino Mincho" in styles.style("h1", [], "ja")
    assert "Georgia" in styles.style("td", [], "en-GB")
