"""What readers choose on a page, in a real browser that runs no script: readings, languages, and how it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.editions.site import SETTINGS, site_of, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser, Tab

ARTICLE = '# Two towns\n\nThe *mayor* spoke.\n\nThey met.\n\n![A](a.svg "The crane")\n\nThe end.\n\n```\ncode\n```\n'
TRANSLATIONS = {
    "Two towns": "二つの町",
    "The *mayor* spoke.": "{吉村武司|よしむらたけし}市長は*備前市*で話した。",
    "They met.": "<!-- taiyaku: omit: not needed -->",
    "A": "絵",
    "The crane": "備前のクレーン",
    "The end.": "おわり。",
}
TERMBASE = '[[entry]]\nkind = "place"\nen = "Bizen"\nja = { text = "備前市", reading = "びぜんし" }\n'
SHOWN = "e => e.checkVisibility() && e.getBoundingClientRect().height > 0"
BOTH, SOURCE, TARGET = "#both-languages", "#only-source", "#only-target"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built site."""
    root = tmp_path_factory.mktemp("choices")
    write(root, {"locales/termbase.toml": TERMBASE, "source_text/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'})
    return site_of(root, {"harbor.md": ARTICLE}, TRANSLATIONS, SETTINGS).root / "build"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """Return an empty page that runs no script of its own."""
    with browser.tab() as tab:
        tab.without_scripts()
        yield tab


def visible(tab: Tab, selector: str) -> int:
    """Return how many elements can be seen."""
    count: int = tab.run(f"[...document.querySelectorAll({selector!r})].filter({SHOWN}).length")
    return count


def sides(tab: Tab) -> tuple[bool, bool]:
    """Return which languages can be seen."""
    return visible(tab, ".side-source") > 0, visible(tab, ".side-target") > 0


def left(tab: Tab, selector: str) -> float:
    """Return how far from the left an element begins, in CSS pixels."""
    place: float = tab.run(f"document.querySelector({selector!r}).getBoundingClientRect().left")
    return place


@pytest.mark.parametrize("page", ["ja/harbor/index.html", "bilingual/harbor/index.html"])
def test_the_switch_hides_readings(tab: Tab, pages: Path, page: str) -> None:
    """With the mouse or the space bar; lines with readings stand further apart than those without."""
    tab.open(pages / page)
    height = "document.querySelector('.prose p:has(ruby)').getBoundingClientRect().height"
    before = tab.run(height)
    assert visible(tab, "rt") == 3
    assert visible(tab, "rp") == 0
    tab.click(".pill:has(#furigana)")
    assert visible(tab, "rt") == 0
    assert tab.run(height) < before
    tab.run("document.querySelector('#furigana').focus()")
    tab.press(" ")
    assert visible(tab, "rt") == 3
    assert tab.run(height) == before
    assert tab.complaints == []


def test_there_is_no_switch_without_readings(tab: Tab, pages: Path) -> None:
    """The English page has none."""
    tab.open(pages / "en/harbor/index.html")
    assert tab.run("document.querySelector('.view') === null")


def test_readings_are_not_copied(tab: Tab, pages: Path) -> None:
    """Who copies a sentence gets the sentence."""
    tab.open(pages / "ja/harbor/index.html")
    text = tab.run(
        "(p => { getSelection().selectAllChildren(p); return getSelection().toString() })"
        "(document.querySelector('.prose p'))"
    )
    assert text.replace("\u2060", "") == "吉村武司市長は備前市で話した。"


@pytest.mark.parametrize("width", [1280, 800, 799, 390, 320])
def test_sides_stand_side_by_side_from_800_pixels_on(tab: Tab, pages: Path, width: int) -> None:
    """Below, they are interleaved; nothing is wider than the page."""
    tab.view(width)
    tab.open(pages / "bilingual/harbor/index.html")
    beside = left(tab, "#p1 .side-target") > width / 2
    assert beside == (width >= 800)
    assert sides(tab) == (True, True)
    tops = "[...document.querySelectorAll('#p1 > .prose')].map(e => e.getBoundingClientRect().top)"
    source, target = tab.run(tops)
    assert (target > source + 10) == (width < 800)
    assert tab.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_one_language_or_both(tab: Tab, pages: Path, width: int) -> None:
    """A click shows one side alone, in one column; what belongs to both stays."""
    tab.view(width)
    tab.open(pages / "bilingual/harbor/index.html")
    for choice, expected in ((SOURCE, (True, False)), (TARGET, (False, True)), (BOTH, (True, True))):
        tab.click(f".pill:has({choice})")
        assert sides(tab) == expected
        assert visible(tab, ".shared") == 1
        assert visible(tab, "figure img") == 1
    tab.click(f".pill:has({TARGET})")
    assert left(tab, "#p1 .side-target") == pytest.approx(left(tab, "#p1"), abs=1)
    assert visible(tab, ".absent") == 1


def test_the_choice_works_by_keyboard(tab: Tab, pages: Path) -> None:
    """One stop for the languages, moved through by arrows, and one for the readings; the focus can be seen."""
    tab.open(pages / "bilingual/harbor/index.html")
    names = []
    for _ in range(12):
        tab.press("Tab")
        if tab.run("document.activeElement.closest('.view') !== null"):
            names.append(tab.run("document.activeElement.id"))
            assert tab.run("getComputedStyle(document.activeElement.closest('.pill')).outlineStyle") == "solid"
    assert names == ["both-languages", "furigana"]
    tab.run(f"document.querySelector('{BOTH}').focus()")
    tab.press("ArrowRight")
    assert sides(tab) == (True, False)
    tab.press("ArrowRight")
    assert sides(tab) == (False, True)


def test_the_choice_has_names(tab: Tab, pages: Path) -> None:
    """What a screen reader says of it: a group, its choices with their languages, a box."""
    tab.open(pages / "bilingual/harbor/index.html")
    nodes = tab.send("Accessibility.getFullAXTree")["nodes"]
    found = [(node["role"]["value"], node["name"]["value"]) for node in nodes if "name" in node and "role" in node]
    for expected in (
        ("group", "Languages"),
        ("radio", "Both"),
        ("radio", "English"),
        ("radio", "日本語"),
        ("checkbox", "Furigana"),
    ):
        assert expected in found


def test_rows_can_be_linked(tab: Tab, pages: Path) -> None:
    """A row's number leads to the row, which then stands out."""
    tab.open(pages / "bilingual/harbor/index.html")
    ground = "getComputedStyle(document.querySelector('#p2')).backgroundColor"
    before = tab.run(ground)
    tab.click("#p2 .number")
    tab.wait("location.hash === '#p2'")
    assert tab.run(ground) != before


@pytest.mark.parametrize(
    ("choice", "expected"), [(BOTH, (True, True)), (SOURCE, (True, False)), (TARGET, (False, True))]
)
def test_it_prints_as_it_is_shown(tab: Tab, pages: Path, choice: str, expected: tuple[bool, bool]) -> None:
    """Both languages side by side, or the chosen one; the choice itself is not printed."""
    tab.open(pages / "bilingual/harbor/index.html")
    tab.click(f".pill:has({choice})")
    tab.view(760, 1000, media="print")
    assert sides(tab) == expected
    assert visible(tab, ".view") == 0
    if choice == BOTH:
        assert left(tab, "#p1 .side-target") > 760 / 2


def test_readings_print_as_shown(tab: Tab, pages: Path) -> None:
    """None where they were turned off."""
    tab.open(pages / "ja/harbor/index.html")
    tab.click(".pill:has(#furigana)")
    tab.view(760, 1000, media="print")
    assert visible(tab, "rt") == 0
    assert visible(tab, ".view") == 0
