"""Texts made to be slow or to nest too deep: 200,000 characters are read and written in a moment."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from taiyaku.article.directives import find_directives, translation_directive
from taiyaku.errors import ArticleError
from taiyaku.formats import parse, write
from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html import HtmlOptions, render
from taiyaku.formats.markdown.places import decode, encode, settle
from taiyaku.formats.markdown.plain import plain_text
from taiyaku.formats.options import ReadOptions

_SIZE = 200_000
_SECONDS = 8.0  # a quadratic search takes minutes

_LINES = {
    "blanks before a brace": "# a" + " " * _SIZE + "{#",
    "blanks and a heading's attributes": "# a" + " " * _SIZE + "{#b}",
    "blanks in attributes": "# a {#b" + " " * _SIZE + "c",
    "ids": "# a {" + "#b " * (_SIZE // 3) + "\u3000}",
    "braces": "# " + "{" * _SIZE,
    "pairs of braces": "# " + "{#a} " * (_SIZE // 5) + "x",
    "blanks after a dash": "|-" + " " * _SIZE + "x",
    "dashes": "-" * _SIZE + "x",
    "dashes and blanks": "- " * 500 + "x",
    "stars and blanks": "\\" + "* " * (_SIZE // 2) + "x",
    "a table's second line": "|-" * (_SIZE // 2) + "x",
    "brackets": "[" * 2000 + "a",
    "closed brackets": "[a]" * (_SIZE // 3),
    "references": "[a][b" * (_SIZE // 5) + "\n\n[b]: u",
    "images": "![" * 2000,
    "captions": '![a](u "' + '\\"' * (_SIZE // 2) + '")',
    "quotation marks": "![a](u '" + '"' * _SIZE + "')",
    "parentheses": "![a](u (" + "\\(" * (_SIZE // 2) + "))",
    "backslashes": "\\" * _SIZE,
    "hashes": "# a " + "#" * _SIZE + " b",
    "escaped hashes": "# a" + "\\#" * (_SIZE // 2) + " b",
    "readings": "{漢" * (_SIZE // 2),
    "comments": "<!-- taiyaku: note: " * (_SIZE // 20),
    "blanks in a comment": "<!-- taiyaku: note: a" + " " * _SIZE + "b -->\n\nc",
    "tags": "<a " * (_SIZE // 3),
    "script": "<script>" * (_SIZE // 8),
    "lines": "abcdefghi\n" * (_SIZE // 10),
    "hard breaks": "abcdefgh\\\n" * (_SIZE // 10),
    "blank lines": "a" + "\n" * _SIZE + "b",
    "lines of blanks": "a" + "\n   " * (_SIZE // 4) + "b",
    "blanks at a line end": "a" + " " * _SIZE + "\nb",
    "ideographic spaces": "a" + "\u3000" * _SIZE + "b",
    "paragraphs": "a\n\n" * 3000,
    "footnotes": "".join(f"[^{number}]: a\n\n" for number in range(3000)),
    "an address": "https://" + "a" * _SIZE,
    "front matter of blanks": "---\na:" + " " * _SIZE + "\n",
    "front matter of keys": "---\n" + "a" * _SIZE + "\n---\n",
    "rules": "---\n" * (_SIZE // 4),
    "emphasis": "*a " * 20000,
    "code": "`" * _SIZE,
}
_DEEP = {
    "quotations": ">" * 3000 + "a",
    "lists": "- " * 1000 + "a",
    "emphasis": "*a " * 3000 + " b*" * 3000,
    "quoted lists": "> - " * 500 + "a",
    "links": "[" * 500 + "a" + "](u)" * 500,
}


@pytest.mark.parametrize("text", _LINES.values(), ids=_LINES)
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_read_and_written(text: str, suffix: str) -> None:
    """No search in the reader and the writer is quadratic."""
    started = time.process_time()
    try:
        document = parse(text, Path(f"a{suffix}"), ReadOptions())
    except ArticleError:
        return
    assert write(document, {}).source == text
    write(document, dict.fromkeys(range(min(len(document.segments), 3)), "訳"))
    assert time.process_time() - started < _SECONDS


@pytest.mark.parametrize("text", _LINES.values(), ids=_LINES)
def test_as_a_translation(text: str) -> None:
    """Nor is one in what prepares a translation for its place."""
    started = time.process_time()
    for kind in ("block", "heading", "setext", "cell", "alt", "title", "metadata"):
        for each in settle(text, kind):
            decode(encode(each, kind, '"'), kind, '"')
    find_directives(text)
    translation_directive(text)
    assert time.process_time() - started < _SECONDS


@pytest.mark.parametrize("text", _LINES.values(), ids=_LINES)
def test_rendered(text: str) -> None:
    """Nor is one in the writers of editions."""
    started = time.process_time()
    options = HtmlOptions(ruby=True, heading_attributes=True, footnote_section=True, locale="ja")
    render(events(text), options)
    plain_text(events(text), locale="ja")
    assert time.process_time() - started < _SECONDS


@pytest.mark.parametrize("text", _DEEP.values(), ids=_DEEP)
def test_deep_nesting(text: str) -> None:
    """Python's limit of recursion is no limit for an article: read, written, left out."""
    document = parse(text, Path("a.md"), ReadOptions())
    assert write(document, {}).source == text
    for translation in ("訳", "一\n\n二", "<!-- taiyaku: omit -->"):
        written = write(document, {0: translation})
        parse(written.source, Path("a.md"), ReadOptions())
