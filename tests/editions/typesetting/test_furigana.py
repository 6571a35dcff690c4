"""Readings above words on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taiyaku.editions.typesetting.breaks import breaks
from taiyaku.editions.typesetting.furigana import Furigana, Readings, with_readings
from taiyaku.editions.typesetting.passages import typeset
from taiyaku.termbase.file import read_termbase

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.termbase.termbase import Termbase

ENTRIES = """\
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }

[[entry]]
kind = "place"
en = "Bizen"
ja = { text = "備前市", reading = "びぜんし" }

[[entry]]
en = "climbing kiln"
ja = { text = "登り窯", reading = "のぼりがま" }

[[entry]]
en = "pact"
ja = "協定"
"""
CASES = {
    "a name in two parts": ("吉村武司氏", "[吉村|よしむら]\u2060[武司|たけし]氏"),
    "the first time only": ("備前市と備前市", "[備前|びぜん][市|し]と備前市"),
    "okurigana has none": ("登り窯", "[登|のぼ]り[窯|がま]"),
    "no reading, no ruby": ("協定", "協定"),
    "what the author has read": ("<ruby>登り窯<rt>x</rt></ruby>と登り窯", "[登り窯|x]と登り窯"),
    "across a tag, none": ("登り<b>窯</b>と", "[登|のぼ]り[窯|がま]と"),
    "cut by a tag, none there": ("備<b>前</b>市", "備前[市|し]"),
    "code": ("<code>登り窯</code>", "登り窯"),
    "no Japanese": ('<span lang="en">備前市</span>', "備前市"),
    "a heading": ("<h2>備前市</h2>", "備前市"),
}


@pytest.fixture
def termbase(tmp_path: Path) -> Termbase:
    """A small termbase."""
    path = tmp_path / "termbase.toml"
    path.write_text(ENTRIES, "utf-8")
    return read_termbase(path)


def shown(html: str) -> str:
    """Return HTML as people note readings: [漢字|かんじ]."""
    import re

    html = html.replace("&#x2060;", "\u2060")
    html = re.sub(r"<ruby[^>]*>(.*?)(?:<rp>.</rp>)?<rt>(.*?)</rt>(?:<rp>.</rp>)?</ruby>", r"[\1|\2]", html)
    return re.sub(r"</?[a-z][^>]*>", "", html)


@pytest.mark.parametrize("name", CASES)
def test_the_termbase_is_read(name: str, termbase: Termbase) -> None:
    """At the first occurrence, where no tag stands in the way, and nowhere that has a reading."""
    text, expected = CASES[name]
    assert shown(typeset(text, "ja", Furigana(Readings(termbase)), element="p")) == expected


def test_every_time(termbase: Termbase) -> None:
    """Readers who learn want each of them."""
    html = typeset("備前市と備前市", "ja", Furigana(Readings(termbase, every=True)), element="p")
    assert shown(html) == "[備前|びぜん][市|し]と[備前|びぜん][市|し]"


def test_one_article_is_one_memory(termbase: Termbase) -> None:
    """What one passage has read, the next one has not to."""
    furigana = Furigana(Readings(termbase))
    assert "<ruby" in typeset("備前市", "ja", furigana, element="p")
    assert "<ruby" not in typeset("備前市", "ja", furigana, element="p")
