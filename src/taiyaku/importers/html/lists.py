"""Lists and definitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.html import spell
from taiyaku.importers.html.layout import Block, joined, prefixed
from taiyaku.importers.html.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.importers.html.blocks import BlockWriter
    from taiyaku.importers.html.pieces import Mark

_NUMBER = re.compile(r"[0-9]{1,9}")  # as far as Markdown counts
_TIGHT_LIST = re.compile(r"(?:[-+] |1[.)] )\S")
"""A list that can follow a text without a blank line."""


def write_list(writer: BlockWriter, element: Element, marks: tuple[Mark, ...]) -> None:
    """Write a list. What stands in it outside of items belongs to the item before."""
    items = [blocks for blocks in _items(writer, element, marks) if blocks]
    if not items:
        return
    ordered = element.tag == "ol"
    if ordered and (element.get("type") not in {"", "1"} or "reversed" in element.attributes):
        writer.context.remarks.add(
            Phrase("a list was numbered otherwise than 1, 2, 3: {text}", text=element.text()[:60]), doubtful=True
        )
    kind = "ol" if ordered else "ul"
    again = bool(writer.blocks) and writer.blocks[-1].kind == kind  # a second list would continue the first
    tight = all(_is_tight(blocks) for blocks in items)
    start = element.get("start")
    number = int(start) if ordered and _NUMBER.fullmatch(start) else 1
    lines = []
    for offset, blocks in enumerate(items):
        marker = f"{number + offset}{')' if again else '.'} " if ordered else "+ " if again else "- "
        lines.append(prefixed(joined(blocks, tight=tight), marker, " " * len(marker)))
    writer.add(Block(("\n" if tight else "\n\n").join(lines), f"{kind} again" if again else kind))


def _items(writer: BlockWriter, element: Element, marks: tuple[Mark, ...]) -> Iterator[list[Block]]:
    current: list[Block] = []
    for child in element.children:
        if isinstance(child, str) and not child.strip():
            continue
        if isinstance(child, Element) and child.tag == "li":
            yield current
            current = _task(child, writer.inner(child, "item", marks))
        else:
            stray = Element("div", {}, element)
            stray.children = [child]
            current += writer.inner(stray, "item", marks)
    yield current


def _task(item: Element, blocks: list[Block]) -> list[Block]:
    """Put the box to tick before the text of a task."""
    box = item.first("input")
    if box is not None and box.get("type").lower() == "checkbox" and blocks and blocks[0].kind == "paragraph":
        mark = "x" if "checked" in box.attributes else " "
        blocks[0].text = f"[{mark}] {blocks[0].text}"
    return blocks


def _is_tight(blocks: list[Block]) -> bool:
    """Whether an item has no blank lines: a text, and after it at most a list."""
    if any(block.loose for block in blocks):
        return False
    kinds = [block.kind for block in blocks]
    if len(kinds) <= 1:
        return True
    nested = blocks[1].text
    is_pair = kinds in (["paragraph", "ul"], ["paragraph", "ol"])
    return is_pair and _TIGHT_LIST.match(nested) is not None and "\n\n" not in nested


def write_definitions(writer: BlockWriter, element: Element, marks: tuple[Mark, ...]) -> None:
    """Write terms and their definitions. A term without one is a paragraph, and so is a definition without a term."""
    terms: list[str] = []
    lines: list[str] = []
    for part in _parts(element):
        if part.tag == "dt":
            if not terms:
                _end_definitions(writer, lines)
            pieces = writer.line(part, marks)
            if pieces:
                terms.append(spell.term(pieces, writer.context.joiner))
                writer.context.roles["term"] += 1
            continue
        blocks = writer.inner(part, "definition", marks)
        if blocks and terms:
            writer.blocks += [Block(term, "paragraph") for term in terms[:-1]]
            lines.append(terms[-1])
            terms = []
        if lines:
            lines += [prefixed(joined(blocks), ": ", "  ")] if blocks else []
        else:
            writer.blocks += blocks
    _end_definitions(writer, lines)
    writer.blocks += [Block(term, "paragraph") for term in terms]


def _end_definitions(writer: BlockWriter, lines: list[str]) -> None:
    if lines:
        writer.add(Block("\n".join(lines), "definitions"))
        lines.clear()


def _parts(element: Element) -> Iterator[Element]:
    """Yield the terms and definitions of a list, also those in groups, and whatever else stands there."""
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                yield _as_definition(child, element)
        elif child.tag in {"dt", "dd"}:
            yield child
        elif child.tag == "div":
            yield from _parts(child)
        elif child.tag not in {"script", "template"}:
            yield _as_definition(child, element)


def _as_definition(child: Element | str, parent: Element) -> Element:
    definition = Element("dd", {}, parent)
    definition.children = [child]
    return definition
