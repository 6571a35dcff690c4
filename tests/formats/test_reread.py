"""Readings written for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from taiyaku.formats import parse
from taiyaku.formats.markdown.read import MarkdownDocument
from taiyaku.formats.markdown.reread import reread
from taiyaku.formats.options import ReadOptions

RUBY = "<ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>"
BRACKETS = "港（みなと）"
CASES = {
    "a text": ("{港|みなと}は\n", f"{RUBY}は\n"),
    "in bold": ("**{港|みなと}**\n", f"**{RUBY}**\n"),
    "in a quotation": ("> a\n> {港|みなと}\n", f"> a\n> {RUBY}\n"),
    "a cell": ("| a |\n|---|\n| {港\\|みなと}\\| |\n", f"| a |\n|---|\n| {RUBY}\\| |\n"),
    "the words of a link": ("[{港|みなと}](a.md)\n", f"[{RUBY}](a.md)\n"),
    "the text for an image": ("![{港|みなと}の図](a.png)\n", "![港の図](a.png)\n"),
    "a title": ('![a](b.png "{港|みなと}")\n', '![a](b.png "港")\n'),
    "code": ("`{港|みなと}`\n\n```\n{港|みなと}\n```\n", None),
    "no reading": ("{yes|no} {a}\n", None),
    "the front matter": ('---\ntitle: "{港|みなと}が開く"\n---\n', '---\ntitle: "港が開く"\n---\n'),
    "a key that is not translated": ('---\nnote: "{港|みなと}"\n---\n', None),
}


def read(source: str) -> MarkdownDocument:
    """Return an article."""
    document = parse(source, Path("a.md"), ReadOptions(source_locale="ja"))
    assert isinstance(document, MarkdownDocument)
    return document


@pytest.mark.parametrize("style", ["ruby", "brackets"])
@pytest.mark.parametrize("name", CASES)
def test_cases(name: str, style: Literal["ruby", "brackets"]) -> None:
    """What goes in and what comes out, by where the reading stands; None: the same."""
    before, after = CASES[name]
    after = before if after is None else after if style == "ruby" else after.replace(RUBY, BRACKETS)
    assert reread(before, read(before), style) == after
