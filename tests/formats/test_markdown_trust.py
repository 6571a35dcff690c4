"""Translations are semi-trusted: no HTML that the source does not have, and no address that could run something."""

from __future__ import annotations

import re
from pathlib import Path

import pyromark
import pytest

from taiyaku.formats import parse, write
from taiyaku.formats.markdown.events import OPTIONS
from taiyaku.formats.markdown.trust import is_safe_address
from taiyaku.formats.options import ReadOptions

_PLACES = ["X\n", "- X\n", "> X\n", "# X\n", "X\n===\n", "|X|\n|-|\n", "a[^1]\n\n[^1]: X\n", "a\n: X\n", "X\n: a\n"]


def _refusal(source: str, segment: str, translation: str) -> str:
    document = parse(source, Path("a.md"), ReadOptions())
    index = next(i for i, each in enumerate(document.segments) if each.text == segment)
    written = write(document, {index: translation})
    if not written.refused:
        return ""
    assert written.source == source
    return str(written.refused[index].what)


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize(
    "translation",
    [
        "<script>alert(1)</script>",
        "文<SCRIPT SRC=//x>",
        "文<img src=x onerror=alert(1)>",
        "文<b onclick='x'>",
        "<b>文</b>",
        "文<!-- コメント -->",
        "文<?php x ?>",
        "文<!DOCTYPE x>",
        "文<![CDATA[x]]>",
        "文<br onload=x>",
        "<div>文</div>",
        "文\n<div>文</div>",
        "文\n\n<div>文</div>",
        "文\n\n<script>\nalert(1)\n</script>",
        "文\n\n<!-- x -->",
    ],
)
def test_html_is_refused(place: str, translation: str) -> None:
    """Tags, comments, handlers and raw blocks, wherever they stand."""
    assert _refusal(place, "X", translation) != ""


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize(
    "translation", ["a < b", "1<2", "文\\<b>", "`<script>`", "&lt;b&gt;", "一<br>二", "一<br />二"]
)
def test_no_html(place: str, translation: str) -> None:
    """Signs, code, entities and plain line breaks are no danger."""
    assert _refusal(place, "X", translation) == ""


@pytest.mark.parametrize(
    ("source", "translation", "passes"),
    [
        ("a <b>c</b>", "<b>文</b>", True),
        ("a <b>c</b>", "文", True),
        ("a <b>c</b>", "<b>文</b><b>文</b>", False),
        ("a <b>c</b>", "<b>文</b><i>", False),
        ("a <b>c</b>", "<b onclick=x>文</b>", False),
        ('a <span class="x">c</span>', '文<span  class="x">字</span>', True),
        ('a <span class="x">c</span>', '文<span class="y">字</span>', False),
        ("a <!-- c -->", "文 <!-- c -->", True),
        ("a <!-- c -->", "文 <!-- d -->", False),
        ("<i>a</i> <i>b</i>", "<i>文</i><i>字</i>", True),
    ],
)
def test_the_same_tags_as_the_source_pass(source: str, translation: str, passes: bool) -> None:
    """An author's own markup may be kept, but not multiplied or changed."""
    assert (_refusal(source, source, translation) == "") is passes


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "java&#x73;cript:alert(1)",
        "java&#9;script:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "&#1;javascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "data:text/html,x",
        "data:image/svg+xml,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "x-custom:y",
    ],
)
@pytest.mark.parametrize("shape", ["[文]({})", "[文](<{}>)", "![文]({})", "文 [文]({} '題')", "<{}>"])
def test_addresses_that_run_are_refused(address: str, shape: str) -> None:
    """In every spelling that a browser would understand; an autolink of what is none stays text."""
    translation = shape.format(address)
    document = parse("X\n", Path("a.md"), ReadOptions())
    written = write(document, {0: translation})
    if written.refused:
        return
    assert shape == "<{}>"
    assert ":" not in address.split("script", maxsplit=1)[0] or not address.isascii() or "&" in address


@pytest.mark.parametrize(
    "translation",
    ["[文][a]\n\n[a]: javascript:x", "[a]: javascript:x", "[a]:\njavascript:x", "文\n\n[kiln]: javascript:x"],
)
def test_reference_definitions_are_no_way_around(translation: str) -> None:
    """A definition in a translation is text, or refused; it never takes the place of the author's."""
    source = "X [kiln]\n\n[kiln]: https://a.example\n"
    document = parse(source, Path("a.md"), ReadOptions())
    written = write(document, {0: translation})
    html = pyromark.html(written.source, options=OPTIONS)
    assert re.findall('href="([^"]*)"', html) in ([], ["https://a.example"])


@pytest.mark.parametrize(
    ("source", "translation", "passes"),
    [
        ("[a](https://x.y)", "[文](https://z.w)", True),
        ("a", "[文](HTTP://z.w)", True),
        ("a", "[文](mailto:a@b.c)", True),
        ("a", "<a@b.c>", True),
        ("a", "[文](/a/b:c)", True),
        ("a", "[文](a/b?c=d:e)", True),
        ("a", "[文](#f)", True),
        ("a", "[文](//x.y)", True),
        ("a", "[文]()", True),
        ("a", "[文](tel:+81)", False),
        ("[a](tel:+81)", "[文](tel:+81)", True),
        ("[a](tel:+81)", "[文](tel:+82)", False),
        ("[a](javascript:x)", "[文](javascript:x)", True),
    ],
)
def test_addresses_that_pass(source: str, translation: str, passes: bool) -> None:
    """http, https, mailto and relative ones, and those of the author."""
    assert (_refusal(source, source, translation) == "") is passes


def test_alternative_texts_and_captions() -> None:
    """An image's words cannot break out of their place."""
    for place in ('![X](u "t")', '![a](u "X")'):
        for translation in ("文](javascript:x) ![", '文" onerror="x', "<script>x</script>", "文"):
            document = parse(place, Path("a.md"), ReadOptions())
            index = next(i for i, each in enumerate(document.segments) if each.text == "X")
            written = write(document, {index: translation})
            again = parse(written.source, Path("a.md"), ReadOptions())
            texts = [
                translation if i == index and not written.refused else each.text
                for i, each in enumerate(document.segments)
            ]
            assert [each.text for each in again.segments] == texts


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("", True),
        ("a", True),
        ("http:a", True),
        ("ht\ntps:a", True),
        ("1:a", True),
        ("a:b", False),
        (" javascript:", False),
    ],
)
def test_schemes(address: str, safe: bool) -> None:
    """What browsers ignore in an address hides nothing."""
    assert is_safe_address(address) is safe
