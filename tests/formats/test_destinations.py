"""Other addresses in the places of an article's own: in every way to write one, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.formats import addresses_in, parse, with_addresses
from taiyaku.formats.options import ReadOptions
from taiyaku.span import Span

if TYPE_CHECKING:
    from taiyaku.article.document import Document

TABLE = {
    "map.svg": "地図.svg",
    "a b.svg": "c.svg",
    "https://en.example.org/a": "https://ja.example.org/あ",
    "https://en.example.org/(a)": "b (c).html",
    "x*y": "<z>&copy;",
}
CASES = [
    ("![a](map.svg)", "![a](地図.svg)"),
    ("![a](<map.svg> 'b')", "![a](<地図.svg> 'b')"),
    ("![](map.svg)", "![](地図.svg)"),
    ("[a](<a b.svg>)", "[a](<c.svg>)"),
    ('[*a* `](b`](https://en.example.org/a "t")', '[*a* `](b`](https://ja.example.org/あ "t")'),
    ("[![a](map.svg)](https://en.example.org/a)", "[![a](地図.svg)](https://ja.example.org/あ)"),
    ("[a](https://en.example.org/(a))", "[a](<b (c).html>)"),
    ("[a](https://en.example.org/\\(a\\) 't')", "[a](<b (c).html> 't')"),
    ("[a](x\\*y)", "[a](\\<z\\>\\&copy;)"),
    ("<https://en.example.org/a> 日本", "<https://ja.example.org/あ> 日本"),
    (
        "<https://en.example.org/(a)>",
        "<https://en.example.org/(a)>",
    ),  # an address that stands alone must be a whole one
    ("[a][b]\n\n[b]: map.svg 'c'", "[a][b]\n\n[b]: 地図.svg 'c'"),
    ("> [a][b]\n>\n> [b]:\n> <a b.svg>", "> [a][b]\n>\n> [b]:\n> <c.svg>"),
    ("日本 [b]\n\n[b]: x\\*y", "日本 [b]\n\n[b]: \\<z\\>\\&copy;"),
    ("    [b]: map.svg", "    [b]: map.svg"),
    ("```\n[b]: map.svg\n```", "```\n[b]: map.svg\n```"),
    ("`[a](map.svg)` map.svg", "`[a](map.svg)` map.svg"),
    ("[^a]: map.svg\n\nb[^a]", "[^a]: map.svg\n\nb[^a]"),
    ("[a](map.svg#b)", "[a](map.svg#b)"),
    ("---\nimage: map.svg\ntitle: map.svg is it\n---\n", "---\nimage: 地図.svg\ntitle: map.svg is it\n---\n"),
    ("---\nimage: {src: map.svg}\n---\n", "---\nimage: {src: 地図.svg}\n---\n"),
    ("---\nlinks: {ja: {a: map.svg}}\n---\n", "---\nlinks: {ja: {a: map.svg}}\n---\n"),
    ("---\nimages: ['map.svg', x*y]\n---\n", "---\nimages: ['地図.svg', <z>&copy;]\n---\n"),
]


def read(source: str) -> Document:
    """Return a text as an article."""
    return parse(source, Path("a.md"), ReadOptions())


def changed(source: str, table: dict[str, str]) -> str:
    """Return a text with other addresses."""
    return with_addresses(read(source), source, {}, table)[0]


@pytest.mark.parametrize(("source", "wanted"), CASES)
def test_addresses_are_found_wherever_they_stand(source: str, wanted: str) -> None:
    """Links, images, definitions, the front matter; not code, not texts that look like one."""
    assert changed(source, TABLE) == wanted


@pytest.mark.parametrize("source", [source for source, _ in CASES])
def test_they_are_read_again_as_what_was_given(source: str) -> None:
    """The parser sees the new addresses where it saw the old ones, in the same order, and nothing else has changed."""
    before, after = read(source), read(changed(source, TABLE))
    kept = {"https://en.example.org/(a)"} if source.startswith("<") else set()
    wanted = [address if address in kept else TABLE.get(address, address) for address in addresses_in(before)]
    assert list(addresses_in(after)) == wanted
    assert len(after.segments) == len(before.segments)


address = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1).map(str.strip).filter(bool)


@given(address, address)
def test_any_address_may_take_the_place_of_any(one: str, other: str) -> None:
    """Whatever signs are in it, the new address is read as itself."""
    written = "".join(f"\\{sign}" if sign in "\\<>&" else sign for sign in one)
    source = f"漢字 [a](<{written}>) ![b](<{written}> 'c') [d]\n\n[d]: <{written}>\n"
    before = list(addresses_in(read(source)))
    found = list(addresses_in(read(changed(source, dict.fromkeys(before, other)))))
    assert len(before) == 3
    assert found == [other] * 3


def test_spans_move_with_the_text() -> None:
    """Those around an address grow with it, those after it move."""
    source = "---\nimage: map.svg\n---\n\nSee [it](map.svg).\n\nThe end.\n"
    document = read(source)
    spans = {index: segment.span for index, segment in enumerate(document.segments)}
    text, moved = with_addresses(document, source, {**spans, 9: None}, TABLE)
    assert [span and span.of(text) for span in moved.values()] == ["See [it](地図.svg).", "The end.", None]


def test_a_plain_text_has_no_addresses() -> None:
    """It comes back as it is, with its spans."""
    source = "See map.svg.\n"
    document = parse(source, Path("a.txt"), ReadOptions())
    assert with_addresses(document, source, {0: Span(0, 3)}, TABLE) == (source, {0: Span(0, 3)})
