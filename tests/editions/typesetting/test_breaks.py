"""Where lines break: between phrases of a headline, never in a number and its counter or before a last character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from taiyaku.editions.typesetting.breaks import breaks
from taiyaku.editions.typesetting.passages import typeset

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

UNBROKEN = {
    "ja": [
        ("約[3万2千人]の町", "counter"),
        ("[2026年][11月][16日]に", "each part of a date is one"),
        ("[1,860冊]を", "thousands"),
        ("[12.5％]増", "percent"),
        ("[三万二千人]が集まる", "kanji numerals"),
        ("統一した見解を述べた", "a word is no number"),
        ("[5カ月]ぶり", "counter of two characters"),
        ("[第3回]の集い", "ordinal"),
        ("3-2で勝つ", "a score may break at its sign"),
        ("[3万2,000人]の町", "thousands behind a ten thousand"),
        ("[7億2,000万円]の予算", "amount with thousands"),
    ],
    "en": [
        ("It cost [$5 million] to", "amount"),
        ("on [Aug. 8] and", "date"),
        ("see [No. 5] there", "number"),
        ("[12 km] away", "unit"),
        ("12 kilns stand", "a word is no unit"),
    ],
}


@pytest.mark.parametrize(("lang", "marked", "why"), [(lang, *case) for lang, all_ in UNBROKEN.items() for case in all_])
def test_numbers_stay_with_their_counters(lang: str, marked: str, why: str) -> None:
    """What is in brackets is written as one unbroken group, and nothing else but the last characters."""
    text = re.sub(r"[\[\]]", "", marked) + ("、この先も文は続くと思う" if lang == "ja" else "")
    html = typeset(f"<p>{text}<br></p>", lang, breaks)
    shown = re.sub(r'<span class="unbroken">(.*?)</span>', r"[\1]", html)
    assert shown.removeprefix("<p>").startswith(marked), why


LAST = {
    "町が開いた。": "町が開[いた。]",
    "人口は3万人": "人口は[3万人]",
    "会場は東京ドームTDC": "会場は東京ドーム[TDC]",
    "はい": "はい",
    "町が開いた。\u00a0↩": "町が開[いた。\u00a0↩]",
}


@pytest.mark.parametrize("text", LAST)
def test_last_characters_stay_together(text: str) -> None:
    """The last three characters of a Japanese paragraph are one group, with the number or word that they touch."""
    html = typeset(f"<p>{text}</p>", "ja", breaks)
    assert re.sub(r'<span class="unbroken">(.*?)</span>', r"[\1]", html) == f"<p>{LAST[text]}</p>"


def test_headlines_break_between_phrases() -> None:
    """BudouX says where; an ideographic space divides clauses that are broken first; English gets nothing."""
    html = typeset("トーランス市と備前市　友好都市協定に調印", "ja", breaks, element="h1")
    clauses = re.findall(r'<span class="clause">(.*?)</span>', html)
    assert clauses == ["トーランス市と<wbr>備前市", "友好都市協定に調印"]
    assert "<wbr>" not in typeset("A friendship city agreement", "en", breaks, element="h1")


def test_no_phrase_breaks_a_number() -> None:
    """Where BudouX would cut a year, no break is written."""
    html = typeset("<figcaption>学生交流は2014年に始まった</figcaption>", "ja", breaks)
    assert '<span class="unbroken">2014年</span>' in html


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_address_breaks_behind_its_joints(lang: str) -> None:
    """So that no line is torn apart by one that has no room; a short word has no such breaks."""
    html = typeset("<p>See https://example.org/a-long/way/to.html and/or this one of ours.</p>", lang, breaks)
    parts = ["https://example.", "org/", "a-", "long/", "way/", "to.", "html and/or"]
    assert "<wbr>".join(parts) in html


def test_a_cell_is_broken_between_phrases() -> None:
    """A column is as wide as its longest phrase, not as one character."""
    assert typeset("<td>桟橋は2度建て直された</td>", "ja", breaks).startswith("<td>桟橋は<wbr>")


PARAGRAPH = (
    "備前市は人口約3万2千人の町で、2024年8月8日に生徒200人を5日間、1,860キロ離れた町へ送り、"
    "100冊の本と12台の車を贈ったという。"
)


def test_no_browser_breaks_them(browser: Browser, tmp_path: Path) -> None:
    """At every width of a page, each group is on one line, and no line has fewer than three characters."""
    from taiyaku.theme.environment import ASSETS

    page = tmp_path / "page.html"
    style = (ASSETS / "taiyaku.css").read_text("utf-8")
    body = typeset(f"<p>{PARAGRAPH}</p>", "ja", breaks)
    head = f'<!doctype html><meta charset="utf-8"><style>{style}</style>'
    page.write_text(f'{head}<main lang="ja"><div class="prose">{body}</div></main>', "utf-8")
    with browser.tab() as tab:
        tab.open(page)
        for width in range(320, 901, 20):
            tab.view(width)
            lines = tab.run("[...document.querySelectorAll('.unbroken')].map(e => e.getClientRects().length)")
            assert set(lines) == {1}, width
            last = tab.run(
                "(() => { const t = document.querySelector('.unbroken:last-of-type').getClientRects()[0];"
                " return t.width >= 2 * parseFloat(getComputedStyle(document.querySelector('p')).fontSize) })()"
            )
            assert last, width
