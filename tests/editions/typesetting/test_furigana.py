"""Readings above words on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.editions.html_page import Page

from taiyaku.editions.typesetting.breaks import breaks
from taiyaku.editions.typesetting.furigana import Furigana, Readings, with_readings
from taiyaku.editions.typesetting.passages import typeset
from taiyaku.termbase.file import parse_termbase
from taiyaku.theme.environment import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

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


PIECES = (
    "備前市", "吉村武司", "登り窯", "の", "は11人", "計画", "。", "<b>協定</b>", "<b>備</b>前市", "三回", "&amp;",
    "市場", "\u3000", "<ruby>港<rt>みなと</rt></ruby>", "<code>備前市</code>", "発表した", "<br>", "大会",
)  # fmt: skip


@pytest.fixture
def termbase() -> Termbase:
    """Return a small termbase."""
    return parse_termbase(ENTRIES)


def shown(html: str) -> str:
    """Return HTML as people note readings: [漢字|かんじ]."""
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


MORE = {
    "a family name alone": ("吉村市長と吉村武司氏", "[吉村|よしむら]市長と吉村\u2060[武司|たけし]氏"),
    "a part that was read": ("備前市と備前", "[備前|びぜん][市|し]と備前"),
    "a name that ends inside of another word": ("備前市場", "備前市場"),
    "an image between": ('備前<img alt="">市', "備前市"),
    "a deck": ('<p class="deck">備前市</p>', "[備前|びぜん][市|し]"),
}


@pytest.mark.parametrize("name", MORE)
def test_what_has_been_read_is_not_read_again(name: str, termbase: Termbase) -> None:
    """Word by word: of a name, only the part that is new."""
    text, expected = MORE[name]
    assert shown(typeset(text, "ja", Furigana(Readings(termbase)), element="p")) == expected


def test_a_copy_has_read_as_much(termbase: Termbase) -> None:
    """And what it reads further is its own affair."""
    furigana = Furigana(Readings(termbase))
    typeset("備前市", "ja", furigana, element="p")
    copy = furigana.copy()
    assert "<ruby" not in typeset("備前市", "ja", copy, element="p")
    assert "<ruby" in typeset("登り窯", "ja", copy, element="p")
    assert "<ruby" in typeset("登り窯", "ja", furigana, element="p")


def test_nothing_to_read() -> None:
    """Without a termbase and the dictionary, breaks are all that is set."""
    assert Readings().of_article() is None
    assert with_readings(None, breaks) is breaks


def test_the_dictionary_reads_what_the_termbase_does_not(termbase: Termbase) -> None:
    """Also a term that has no reading there; a name is the termbase's alone."""
    readings = Readings(termbase, dictionary=True)
    text = "備前市の協定と計画"
    html = typeset(text, "ja", Furigana(readings), element="p")
    assert shown(html) == "[備前|びぜん][市|し]の[協定|きょうてい]と[計画|けいかく]"


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7), st.sampled_from(["p", "figcaption", "h2"]))
def test_readings_and_breaks_are_nested(pieces: list[str], element: str) -> None:
    """Whatever meets whatever, every element closes within the one that it opened in, and every letter is there."""
    text = "".join(pieces)
    setter = with_readings(Furigana(Readings(parse_termbase(ENTRIES), dictionary=True)), breaks)
    html = typeset(f"<{element}>{text}</{element}>", "ja", setter)
    Page(html)
    plain = re.sub(r"<rt>.*?</rt>|<rp>.</rp>|<[^>]+>", "", html).replace("&#x2060;", "")
    assert plain == re.sub(r"<rt>.*?</rt>|<[^>]+>", "", text)


def test_a_name_and_its_readings_stay_on_a_line(browser: Browser, tmp_path: Path, termbase: Termbase) -> None:
    """At any width that has room for it, in Chromium."""
    setter = with_readings(Furigana(Readings(termbase, every=True)), breaks)
    body = typeset(f"<p>{'協定に署名した備前市の吉村武司市長は登り窯と' * 3}備前市。</p>", "ja", setter)
    style = f"<style>{(ASSETS / 'taiyaku.css').read_text('utf-8')}</style>"
    (tmp_path / "a.html").write_text(f'<html lang="ja"><meta charset="utf-8">{style}<body>{body}', "utf-8")
    names = (
        "[...document.querySelectorAll('ruby')].filter(r => r.textContent.startsWith('吉村')).map(r => "
        "[r.getBoundingClientRect().bottom, r.nextElementSibling.getBoundingClientRect().bottom,"
        " r.getClientRects().length])"
    )
    with browser.tab() as tab:
        tab.open(tmp_path / "a.html")
        for width in range(160, 700, 20):
            tab.run(f"document.querySelector('p').style.width = '{width}px'")
            for family, given_name, pieces in tab.run(names):
                assert (family, pieces) == (given_name, 1), width
