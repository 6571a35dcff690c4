"""What a reader sees at every width, measured in a browser: nothing cut off, nothing too small, no bad line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.browser import Browser, Tab
    from tests.editions.site import Site

_SMALL = """
(() => {
  const small = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (element.closest("rt, rp, sup, sub, figcaption, .caption, .credit")) continue;
    if (size < 16) small.push(`${size}: ${text.data.trim().slice(0, 40)}`);
  }
  for (const element of document.body.querySelectorAll("*"))
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      if (!["none", "normal", '""'].includes(style.content) && parseFloat(style.fontSize) < 16
          && !element.closest("rt, rp, sup, sub, figcaption, .caption, .credit"))
        small.push(`${style.fontSize}: ${style.content}`);
    }
  return small;
})()
"""
_WIDE = """
(() => {
  const width = document.documentElement.clientWidth, wide = [];
  if (document.scrollingElement.scrollWidth > width) wide.push("the page");
  for (const element of document.body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, figure, table, pre, nav"))
    if (!element.closest(".skip") && element.getBoundingClientRect().right > width + 1)
      if (!element.parentElement.closest("table, pre")) wide.push(element.outerHTML.slice(0, 80));
  return wide;
})()
"""
_BLOCKS = ".prose :is(p, li, dd, [role=definition]), h1, h2, h3, .deck, figcaption"
_LINES = r"""
(blocks => {
  const counters = "人|年|月|日|ドル|キロ|冊|回|台|分|円|個|%|カ所";
  const digits = "[0-9]+(?:[,.][0-9]+)*(?:[万億千][0-9]*(?:,[0-9]+)*)*";
  const number = new RegExp(`(?:第|[$¥])?${digits}(?:${counters})`, "g");
  const english = /(?:Nov\.|Aug\.|No\.) [0-9]+|[$¥][0-9]+ million|[0-9.]+ (?:km|percent|years|minutes)/g;
  const found = [];
  for (const block of document.querySelectorAll(blocks)) {
    if (block.querySelector(":scope :is(p, li, dd, ul, ol)") || !block.checkVisibility()) continue;
    if (block.closest("table, pre, .media") || getComputedStyle(block).writingMode !== "horizontal-tb") continue;
    const nodes = [], walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, node =>
      node.parentElement.closest("rt, rp, code, .footnote-back, .furigana-switch") ? 2 : 1);
    let text = "";
    while (walker.nextNode()) { nodes.push([text.length, walker.currentNode]); text += walker.currentNode.data; }
    const at = offset => {
      const [start, node] = nodes.findLast(([start]) => start <= offset);
      return [node, offset - start];
    };
    const tops = (first, last) => {
      const range = document.createRange(), seen = [];
      for (let i = first; i < last; i++) {
        if (!/[^\s\u2060]/.test(text[i])) continue;
        const [node, offset] = at(i);
        range.setStart(node, offset); range.setEnd(node, offset + 1);
        const box = range.getBoundingClientRect();
        seen.push((box.top + box.bottom) / 2);
      }
      return seen;
    };
    const height = parseFloat(getComputedStyle(block).lineHeight) / 2;
    const japanese = (block.closest("[lang]").lang || "").startsWith("ja");
    for (const match of text.matchAll(japanese ? number : english)) {
      const seen = tops(match.index, match.index + match[0].length);
      if (Math.max(...seen) - Math.min(...seen) > height) found.push(`broken: ${match[0]}`);
    }
    const end = text.trimEnd().length;
    if (japanese && end > 12) {
      const [first, , last] = tops(end - 3, end);
      if (last - first > height) found.push(`alone: ${text.slice(-12)}`);
    }
  }
  return found;
})
"""


@pytest.fixture(scope="module", params=["kitchen_sink", "demo"])
def pages(request: pytest.FixtureRequest) -> list[Path]:
    """Return the pages of a site: of everything an article may hold, and of the articles here."""
    site: Site = request.getfixturevalue(request.param)
    return sorted((site.root / "build").rglob("*.html"))


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """Return an empty page of the browser."""
    with browser.tab() as opened:
        yield opened


def test_nothing_is_wider_than_the_page(pages: list[Path], tab: Tab) -> None:
    """No page scrolls sideways, on the smallest phone or on a desk; wide tables and code scroll in their own box."""
    found = []
    for page in pages:
        tab.open(page)
        for width in (320, 390, 1280):
            tab.view(width)
            found += [f"{page.parent.name}, {width}: {what}" for what in tab.run(_WIDE)]
    assert found == []


def test_no_text_is_small(pages: list[Path], tab: Tab) -> None:
    """16 pixels and more, but captions, readings, and raised or lowered signs."""
    found = []
    for page in pages:
        for width in (390, 1280):
            tab.view(width)
            tab.open(page)
            found += [f"{page.parent.name}, {width}: {what}" for what in tab.run(_SMALL)]
    assert found == []


def test_no_line_ends_in_a_number_or_holds_two_characters(pages: list[Path], tab: Tab) -> None:
    """At every width, a number is on one line with its counter, and a paragraph's last three characters are, too."""
    found = []
    for page in (page for page in pages if page.parts[-3] == "ja" or page.parent.name == "kitchen-sink"):
        tab.open(page)
        for width in range(320, 901, 10):
            tab.view(width)
            found += [f"{page.parent.name}, {width}: {what}" for what in tab.run(f'{_LINES}("{_BLOCKS}")')]
    assert found == []


def test_the_measure_would_find_them(tab: Tab, tmp_path: Path) -> None:
    """A page without our breaks has such lines, and small and wide things."""
    page = tmp_path / "page.html"
    text = "港まつりには3万2千人が訪れた。" * 6
    head = '<!doctype html><meta charset="utf-8"><body lang="ja" style="line-height: 2">'
    page.write_text(f'{head}<div class="prose"><p>{text}</p><p>{"港" * 60}。</p></div>', "utf-8")
    tab.open(page)
    found = set()
    for width in range(320, 400, 10):
        tab.view(width)
        found |= {what.partition(":")[0] for what in tab.run(f'{_LINES}("{_BLOCKS}")')}
    assert found == {"broken", "alone"}
    page.write_text('<!doctype html><p style="font-size: 12px; width: 2000px">Small</p>', "utf-8")
    tab.open(page)
    assert tab.run(_SMALL) == ["12: Small"]
    assert len(tab.run(_WIDE)) == 2


def test_a_number_stands_beside_its_heading(kitchen_sink: Site, tab: Tab) -> None:
    """On the bilingual page a row's number is not where the space above the heading begins."""
    tab.open(next(kitchen_sink.root.glob("build/bilingual/*/index.html")))
    beside = tab.run("""[...document.querySelectorAll(".pair.heading")].map(row => {
      const number = row.querySelector(".number").getBoundingClientRect(), middle = (number.top + number.bottom) / 2;
      const heading = row.querySelector(".side-source > *").getBoundingClientRect();
      return heading.top < middle && middle < heading.bottom;
    })""")
    assert beside
    assert all(beside)


def test_speakers_are_smaller_than_their_words(site: Callable[..., Site], tab: Tab) -> None:
    """In a pull quote, on the page of one language and on that of both."""
    built = site("# T\n\n<!-- taiyaku: role: pull-quote -->\n\n> Words.\n>\n> — Ann\n", {"T": "題", "Words.": "言葉"})
    for page in ("en", "bilingual"):
        tab.open(built.path(f"{page}/harbor/index.html"))
        words, speaker = (
            tab.run(f"parseFloat(getComputedStyle(document.querySelector('.pull-quote{kind}')).fontSize)")
            for kind in (":not(.source)", ".source")
        )
        assert 16 <= speaker < words
