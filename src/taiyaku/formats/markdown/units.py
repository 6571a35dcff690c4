"""A document in pieces that can each be rendered by themselves: the rows of a bilingual page.

A unit is a leaf (a paragraph, a heading, the text of a list item), or a block that belongs together (a table, code, a
rule), inside copies of the containers around it, so that an item still is an item of its list, with its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from taiyaku.formats.markdown.tree import LEAVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.formats.markdown.events import RangedEvent
    from taiyaku.formats.markdown.tree import Node

_WHOLE = frozenset({"Table", "CodeBlock", "HtmlBlock", "Rule"})

_DEEPEST = 100
"""What is nested deeper than so stays in one piece."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a document. `start` and `end` are its range in bytes; `continued`: a further block of its item."""

    events: tuple[RangedEvent, ...]
    start: int
    end: int
    kind: str
    depth: int  # of lists around it
    continued: bool


def units(events: list[RangedEvent], root: Node) -> Iterator[Unit]:
    """Yield the units of a document in reading order. `root` is the tree of `events`."""
    for child in root.children:
        yield from _units(events, child, (), continued=False)


def _units(
    events: list[RangedEvent], block: Node, around: tuple[tuple[str, Any], ...], *, continued: bool
) -> Iterator[Unit]:
    if block.kind in LEAVES or block.kind in _WHOLE or len(around) == _DEEPEST:
        yield _unit(events, block, around, continued=continued)
        return
    for number, child in enumerate(block.children):
        detail = block.detail
        if block.kind == "List" and detail is not None:
            detail += number  # an ordered list of one item, which goes on counting
        container = (block.kind, detail)
        further = number > 0 if block.kind == "Item" else continued
        yield from _units(events, child, (*around, container), continued=further)


def _unit(events: list[RangedEvent], block: Node, around: tuple[tuple[str, Any], ...], *, continued: bool) -> Unit:
    place = {"start": block.start, "end": block.end}
    depth = sum(kind == "List" for kind, _ in around)
    innermost = _innermost(around)
    opening: list[RangedEvent] = [
        ({"Start": {kind: detail} if _has_detail(kind) else kind}, place) for kind, detail in innermost
    ]
    closing: list[RangedEvent] = [
        ({"End": {kind: detail} if _has_detail(kind) else kind}, place) for kind, detail in reversed(innermost)
    ]
    inner = events[block.first : block.last]
    return Unit((*opening, *inner, *closing), block.start, block.end, block.kind, depth, continued)


def _innermost(around: tuple[tuple[str, Any], ...]) -> tuple[tuple[str, Any], ...]:
    """Of lists within lists, keep the innermost only; the others would show markers of their own."""
    lists = [index for index, (kind, _) in enumerate(around) if kind == "List"]
    if len(lists) < 2:  # noqa: PLR2004 (one list alone is the innermost)
        return around
    return tuple(
        container
        for index, container in enumerate(around)
        if container[0] not in {"List", "Item"} or index >= lists[-1]
    )


def _has_detail(kind: str) -> bool:
    return kind in {"List", "BlockQuote", "FootnoteDefinition"}
