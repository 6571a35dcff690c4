"""Ruby: texts with their readings, in all the ways that HTML has for them."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.formats.markdown.ruby import RUBY
from taiyaku.importers.html.pieces import Mark, Piece
from taiyaku.importers.html.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.importers.html.context import Context


def ruby_pieces(ruby: Element, marks: tuple[Mark, ...], context: Context) -> Iterator[Piece]:
    """Yield the texts of a `ruby` element with their readings.

    Bases and readings belong together in order: `漢<rt>かん</rt>字<rt>じ</rt>` as well as
    `<rb>漢<rb>字<rt>かん<rt>じ`. A second row of readings follows in brackets.
    """
    bases: list[str] = []
    readings: list[str] = []
    for child in [*ruby.children, None]:
        tag = child.tag if isinstance(child, Element) else ""
        if tag in {"rp", "rtc"}:
            if isinstance(child, Element) and tag == "rtc":
                readings += _second_row(child, readings)
        elif tag == "rt":
            readings.append(_text(child))
        elif child is None or (readings and _text(child)):
            yield from _paired(bases, readings, marks, context)
            bases, readings = ([_text(child)] if child is not None else []), []
        elif tag == "rb" or not bases:
            if _text(child):
                bases.append(_text(child))
        else:
            bases[-1] += _text(child)


def _second_row(container: Element, readings: list[str]) -> list[str]:
    parts = [child for child in container.children if isinstance(child, Element) and child.tag == "rt"] or [container]
    texts = [_text(part) for part in parts]
    if not readings:
        return texts
    readings[-1] += f"（{''.join(texts)}）"
    return []


def _paired(bases: list[str], readings: list[str], marks: tuple[Mark, ...], context: Context) -> Iterator[Piece]:
    if len(bases) != len(readings) and readings:
        bases, readings = ["".join(bases)], ["".join(readings)]
    for base, reading in zip_longest(bases, readings, fillvalue=""):
        if base and reading and RUBY.fullmatch(f"{{{base}|{reading}}}"):
            yield Piece(base, marks, "ruby", (reading,))
            continue
        if reading:
            context.remarks.add(
                Phrase("a reading was put into brackets: {base} ({reading})", base=base, reading=reading)
            )
        yield Piece(f"{base}（{reading}）" if reading else base, marks)


def _text(node: Element | str | None) -> str:
    if node is None:
        return ""
    text = (
        node
        if isinstance(node, str)
        else "".join(node.without(lambda part: part.tag in {"rp", "rt", "rtc"} and part is not node))
    )
    return " ".join(text.split())
