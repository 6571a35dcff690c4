"""The preview as somebody works with it: in a real browser, saving files beside it."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from tests.judges import node_file

from taiyaku.preview.editor import Editor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.browser import Browser, Tab
    from tests.conftest import Newsroom
    from tests.preview.conftest import Preview

CATALOG = "locales/ja/LC_MESSAGES/harbor.po"
BAR = ".taiyaku-preview-bar"
JA, BOTH, EN = "/ja/harbor/", "/bilingual/harbor/", "/en/harbor/"
_AXE = """
axe.run({resultTypes: ["violations"]}).then(({violations}) =>
  violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`)))
"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """An empty page."""
    with browser.tab() as one:
        yield one


def opened(tab: Tab, preview: Preview, path: str) -> None:
    """Open a page of the preview, and wait until its script has run."""
    tab.open(preview.server.url + path)
    tab.wait(f"document.querySelector('{BAR}') !== null")


def text(tab: Tab, selector: str) -> str:
    """Return the text of the first element that matches, its spaces made one."""
    found: str = tab.run(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''")
    return " ".join(found.split())


def passage_with(tab: Tab, words: str) -> str:
    """Return the selector of the passage that holds the words."""
    element = f"[...document.querySelectorAll('.taiyaku-preview-passage')].find(e => e.innerText.includes({words!r}))"
    name: str = tab.run(f"[...{element}.classList].find(name => /^taiyaku-passage-/.test(name))")
    return f"[lang] .{name}"


@pytest.mark.parametrize("path", [JA, BOTH])
def test_a_save_is_on_the_page_within_moments(preview: Preview, tab: Tab, path: str) -> None:
    """The page loads itself anew when its catalog is saved, and stays where it was scrolled to."""
    opened(tab, preview, path)
    tab.view(1280, 300)
    tab.run("scrollTo(0, 200)")
    preview.edit(CATALOG, "次は", "この次")
    tab.wait("(document.body?.innerText ?? '').includes('この次')")
    tab.wait("scrollY === 200")


def test_every_kind_of_save_reloads(preview: Preview, tab: Tab, desk: Newsroom) -> None:
    """Article, settings, theme, stylesheet and termbase: whatever a page is made of."""
    opened(tab, preview, JA)
    desk.write("theme/extra.css", "h1 { color: rgb(1, 2, 3) }")
    desk.write("taiyaku.toml", '[editions]\ntheme = "theme"\n')
    colour = "(e => e && getComputedStyle(e).color)(document.querySelector('h1'))"
    tab.wait(f"{colour} === 'rgb(1, 2, 3)'")
    desk.write("theme/extra.css", "h1 { color: rgb(3, 2, 1) }")
    tab.wait(f"{colour} === 'rgb(3, 2, 1)'")
    desk.write("theme/base.html", '{% extends "taiyaku/base.html" %}{% block footer %}Our footer{% endblock %}')
    tab.wait("document.querySelector('footer')?.innerText.includes('Our footer')")
    desk.write("locales/termbase.toml", '[[entry]]\nen = "next"\nja = "つぎ"\n')
    tab.wait("[...document.querySelectorAll('.taiyaku-preview-findings')].some(e => e.innerText.includes('つぎ'))")
    preview.edit("source_text/harbor.md", "- Boats", "- Boats and bread")
    tab.wait("(document.body?.innerText ?? '').includes('Boats and bread')")


def test_another_article_s_save_does_not_disturb(preview: Preview, tab: Tab, desk: Newsroom) -> None:
    """A page that stays the same is not loaded again."""
    desk.write("source_text/bridge.md", "# A bridge\n")
    opened(tab, preview, EN)
    tab.run("window.mine = true")
    preview.edit("source_text/bridge.md", "A bridge", "The bridge")
    tab.listen(1.5)
    assert tab.run("window.mine") is True


@pytest.mark.parametrize("path", [JA, BOTH])
def test_findings_stand_below_their_paragraphs(preview: Preview, tab: Tab, path: str) -> None:
    """An error is told right below the passage that has it, in words and with its sign, and counted in the bar."""
    opened(tab, preview, path)
    place = passage_with(tab, "13隻")
    told = tab.run(
        f"(e => (e.closest('.pair') ?? e).nextElementSibling.innerText)(document.querySelector({json.dumps(place)}))"
    )
    assert told.startswith("✕ error")
    assert "12" in told
    assert "✕ errors 1" in text(tab, BAR)
    assert "○ not translated yet" in text(tab, BAR)


def test_an_original_has_only_the_findings_about_it(preview: Preview, tab: Tab) -> None:
    """A fault of the translation is not shown on the author's page."""
    opened(tab, preview, EN)
    assert tab.run("document.querySelectorAll('.taiyaku-preview-findings').length") == 0


def test_what_is_not_translated_is_tinted_and_named(preview: Preview, tab: Tab) -> None:
    """The tint has a border of its own and words beside it."""
    preview.edit(CATALOG, 'msgid "The towns', '#, fuzzy\nmsgid "The towns')
    opened(tab, preview, JA)
    for kind, border, sign in (("untranslated", "double", "○"), ("outdated", "dashed", "◐")):
        style = f"getComputedStyle(document.querySelector('.prose .{kind}')"
        assert tab.run(f"{style}).borderInlineStartStyle") == border
        assert tab.run(f"{style}).backgroundColor") != "rgba(0, 0, 0, 0)"
        assert sign in tab.run(f"{style}, '::before').content")
    assert tab.run("document.querySelector('.prose .untranslated').dataset.mark") != ""


@pytest.mark.parametrize("path", [JA, BOTH, EN])
def test_a_click_tells_where_a_passage_comes_from(preview: Preview, desk: Newsroom, tab: Tab, path: str) -> None:
    """A panel below it has the line of the article and that of the catalog; it closes with Escape."""
    opened(tab, preview, path)
    line = desk.read(CATALOG).split("\n").index('msgstr "両町は5月に再び会う。"') + 1
    tab.click(passage_with(tab, "会う" if path != EN else "meet again"))
    tab.wait("document.querySelector('.taiyaku-preview-panel') !== null")
    panel = text(tab, ".taiyaku-preview-panel")
    assert panel.startswith("Line 10")
    assert "Original source_text/harbor.md:10" in panel
    assert f"Translation {CATALOG}:{line}" in panel
    tab.run("dispatchEvent.call(document, new KeyboardEvent('keydown', {key: 'Escape'}))")
    assert tab.run("document.querySelector('.taiyaku-preview-panel')") is None


def test_the_panel_is_there_for_the_keyboard(preview: Preview, tab: Tab) -> None:
    """Tab reaches a passage, Enter opens its panel."""
    opened(tab, preview, JA)
    tab.run(f"document.querySelector({json.dumps(passage_with(tab, '13隻'))}).focus()")
    tab.press("Enter")
    tab.wait("document.querySelector('.taiyaku-preview-panel') !== null")


def test_a_click_leads_to_the_editor(
    with_editor: Callable[[Editor], Any], tab: Tab, tmp_path: Path, desk: Newsroom
) -> None:
    """The button beside a place opens it with the command that was given."""
    note = tmp_path / "called.txt"
    program = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"
    with with_editor(Editor((sys.executable, "-c", program, str(note), "{path}:{line}"))) as preview:
        opened(tab, preview, JA)
        tab.click(passage_with(tab, "13隻"))
        tab.wait("document.querySelector('.taiyaku-preview-panel button') !== null")
        tab.click(".taiyaku-preview-panel [data-locale=ja] button")
        end = time.monotonic() + 20
        while not (note.exists() and note.read_text()):
            assert time.monotonic() < end, "the editor was not called"
            tab.listen(0.05)
    line = desk.read(CATALOG).split("\n").index('msgstr "港は13隻の船とともに開いた。"') + 1
    assert note.read_text() == f"{desk.root}/{CATALOG}:{line}"


def test_a_passage_that_is_not_shown_can_be_reached(preview: Preview, tab: Tab, desk: Newsroom) -> None:
    """What the policy leaves out is listed in the bar, and has its places there."""
    desk.write("taiyaku.toml", '[editions]\nuntranslated = "omit"\n')
    opened(tab, preview, JA)
    assert "Not on this page:" in text(tab, f"{BAR} summary")
    tab.run(f"document.querySelector('{BAR} details').open = true")
    tab.click(f"{BAR} details button")
    tab.wait(f"document.querySelector('{BAR} .taiyaku-preview-panel') !== null")
    assert "source_text/harbor.md:3" in text(tab, f"{BAR} .taiyaku-preview-panel")


def test_a_broken_file_is_told_and_the_page_comes_back(preview: Preview, tab: Tab) -> None:
    """While a catalog is broken the old page stays, with the reason; when it is mended, the reason goes."""
    opened(tab, preview, JA)
    preview.edit(CATALOG, 'msgstr "次は"', 'msgstr "次は')
    tab.wait("document.querySelector('[role=alert]') !== null")
    assert CATALOG in text(tab, BAR)
    assert "港が開く" in text(tab, "h1")
    preview.edit(CATALOG, 'msgstr "次は', 'msgstr "この次"')
    tab.wait("document.querySelector('[role=alert]') === null && (document.body?.innerText ?? '').includes('この次')")


def test_a_page_of_problems_becomes_the_page(preview: Preview, tab: Tab, desk: Newsroom) -> None:
    """An article that cannot be read has a page that says so, until it can be."""
    desk.write("source_text/bridge.md", "---\ntitle: [\n---\n")
    opened(tab, preview, "/en/bridge/")
    assert "source_text/bridge.md" in text(tab, "main")
    desk.write("source_text/bridge.md", "# A bridge\n")
    tab.wait("document.querySelector('h1')?.innerText === 'A bridge'")


def test_no_other_script_runs(preview: Preview, tab: Tab, desk: Newsroom) -> None:
    """The policy of a preview allows the one script: a theme's does not run, nor does what a text brings along."""
    desk.write(
        "theme/base.html",
        '{% extends "taiyaku/base.html" %}{% block footer %}<script>window.bad = 1</script>'
        '<img src="data:," onerror="window.bad = 2">{% endblock %}',
    )
    desk.write("taiyaku.toml", '[editions]\ntheme = "theme"\n')
    opened(tab, preview, JA)
    tab.listen(0.3)
    assert tab.run("window.bad ?? 0") == 0
    assert sum("Content Security Policy" in one for one in tab.complaints) == 2


def test_an_article_s_svg_runs_nothing(preview: Preview, tab: Tab, desk: Newsroom) -> None:
    """Opened by itself, an image has no script and no part in the preview's origin."""
    desk.write(
        "source_text/images/crane.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>document.documentElement.id = "bad"</script></svg>',
    )
    tab.open(f"{preview.server.url}/en/harbor/images/crane.svg")
    assert tab.run("document.documentElement.id") == ""
    assert tab.run("self.origin") == "null"


def test_a_preview_that_has_ended_is_told(preview: Preview, tab: Tab) -> None:
    """Nobody waits for news that will not come."""
    opened(tab, preview, JA)
    preview.server.ended.set()
    preview.server.pages.wake()
    preview.server.socket.close()
    tab.wait("document.querySelector('.taiyaku-preview-away')?.innerText !== ''")


def test_a_phone_shows_all_of_it(preview: Preview, tab: Tab) -> None:
    """Nothing is wider than a phone, with a panel open."""
    tab.view(390, 800)
    for path in (JA, BOTH, EN, "/", "/ja/nowhere/"):
        opened(tab, preview, path)
        tab.run("document.querySelector('.prose .taiyaku-preview-passage')?.click()")
        assert tab.run("document.documentElement.scrollWidth") == 390


def test_axe_finds_no_violation(preview: Preview, tab: Tab) -> None:
    """Names, roles and contrast of what is laid over a page, with findings and a panel, light and dark."""
    axe = node_file("axe-core/axe.min.js").read_text("utf-8")
    found = []
    for path in (JA, BOTH, "/ja/nowhere/"):
        for dark in (False, True):
            tab.view(1280, dark=dark)
            opened(tab, preview, path)
            tab.run("document.querySelector('.prose .taiyaku-preview-passage')?.click()")
            tab.run(f"{axe}; 0")
            found += [f"{path}: {violation}" for violation in tab.run(_AXE)]
    assert found == []
