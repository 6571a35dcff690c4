"""Texts that are made to keep a reader busy end, and soon: their time grows with their length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from taiyaku.formats import parse
from taiyaku.formats.markdown.body import body_events
from taiyaku.formats.markdown.html import HtmlOptions, render
from taiyaku.formats.markdown.note_order import NoteOrder
from taiyaku.formats.markdown.plain import plain_text
from taiyaku.formats.options import ReadOptions
from taiyaku.theme.sanitize import sanitized

ENDLESS = {
    "quotations in quotations": ">" * 4000 + " x",
    "lists in lists": "- " * 2000 + "x",
    "brackets": "[" * 40_000,
    "pairs of brackets": "[" * 20_000 + "]" * 20_000,
    "stars": "**" * 40_000,
    "emphasis without end": "*a **b " * 5000,
    "links without end": "[a](<" * 8000,
    "images without end": "![" * 20_000,
    "comments without end": "<!--" * 20_000,
    "elements without end": "a <b>" * 4000,
    "blocks without end": "<div>" * 4000,
    "code without end": "".join("`" * n + " " for n in range(1, 500)),
    "braces": "{漢|" * 20_000,
    "backslashes": "\\" * 40_000,
    "entities": "&amp;" * 20_000,
    "notes of notes": "[^0]\n\n" + "".join(f"[^{n}]: [^{n + 1}]\n" for n in range(2000)),
    "definitions": "[a]: /u\n" * 4000 + "[a]" * 4000,
}
SECONDS = 60.0
"""Of the processor; what grows with the square of its length would need more, and all here need less than two."""


@pytest.mark.parametrize("name", ENDLESS)
def test_an_article_without_end(name: str) -> None:
    """Read, as a page, sanitized and as plain text."""
    start = time.process_time()
    text = f"# T\n\n{ENDLESS[name]}\n"
    parse(text, Path("a.md"), ReadOptions())
    events = body_events(text, math=False, dialects=())
    sanitized(render(events, HtmlOptions(ruby=True, footnote_section=True)))
    plain_text(events, locale="en")
    assert time.process_time() - start < SECONDS


def test_notes_come_by_number() -> None:
    """Those that nothing refers to come last; one that another refers to in between comes in its turn."""
    order = NoteOrder({"b": 1})
    for label in ("x", "c", "b", "d"):
        order.add(label, [])
    order.number("d")
    taken = []
    while note := order.take():
        taken.append(note[0])
        if note[0] == "b":
            order.number("c")
    assert taken == ["b", "d", "c", "x"]
