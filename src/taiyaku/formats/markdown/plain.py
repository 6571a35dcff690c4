"""Markdown events to plain text, as a reader of a text edition or of a list of titles expects it.

Headings stand on lines of their own, blocks are divided by blank lines, nothing is wrapped. The cells of a
table are divided by ` | `. A link is followed by its address in angle brackets (RFC 3986, appendix C) where its
text does not say it. An image is `[alternative text] caption`; notes are numbered and stand at the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.events import events as parse
from taiyaku.formats.markdown.html_attributes import take_heading_attributes
from taiyaku.formats.markdown.note_order import NoteOrder
from taiyaku.formats.markdown.plain_inline import InlineText, PlainOptions
from taiyaku.formats.markdown.tree import Node, tree, walk
from taiyaku.text.lines import joint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from taiyaku.formats.markdown.events import RangedEvent
    from taiyaku.formats.markdown.ruby import RubyStyle

_RULE = "* * *"
_REFERENCE = re.compile(r"(?<!\\)\[\^[^\[\]\s]+\]")


def plain_text(
    events: Iterable[RangedEvent],
    *,
    locale: str = "en",
    ruby: RubyStyle = "paren",
    links: bool = True,
    url: Callable[[str], str] | None = None,
) -> str:
    """Return the text of `events` without markup, its last line not ended.

    `locale` is the language of the text: lines of Japanese are joined without a space. Without `links` no
    addresses are shown; `url` rewrites them. What it makes empty is left out, as are links within the page.
    """
    writer = _Writer(PlainOptions(locale, ruby, links, url))
    writer.write(tree(events).children)
    writer.write_notes()
    return "\n".join(writer.lines)


def inline_text(markdown: str, *, locale: str = "en", ruby: RubyStyle = "base") -> str:
    """Return the text of one inline fragment (a title, a caption, an alternative text) as one line.

    A title may begin like a list or a heading (`2024. A year`), which the full stop put before it prevents.
    References to footnotes are left out, since their notes are elsewhere.
    """
    fragment = _REFERENCE.sub("", markdown.strip())
    text = plain_text(parse("." + fragment), locale=locale, ruby=ruby, links=False)[1:]
    line = ""
    for part in filter(None, (part.strip() for part in text.split("\n"))):
        line += joint(line, part, locale) + part
    return line


@dataclass(slots=True)
class _Frame:
    """A block around what is written: what stands before its first line and its other lines.

    `tight`: its blocks follow each other without blank lines. `number`: of the next item of an ordered list.
    """

    first: str = ""
    rest: str = ""
    tight: bool = False
    number: int | None = None
    begun: bool = False
    written: bool = False

    def prefix(self) -> str:
        """Return what stands before the next line."""
        prefix = self.rest if self.written else self.first
        self.written = True
        return prefix


_Opened = tuple["Callable[[], None]", "Sequence[Node]"]
"""What to do when a block ends, and the children to write before that."""


class _Writer:
    """Writes blocks as lines; each method opens one kind of block."""

    def __init__(self, options: PlainOptions) -> None:
        self.lines: list[str] = []
        self._locale = options.locale
        self._frames = [_Frame()]
        self._blank: str | None = None
        self._notes = NoteOrder({})
        self._inline = InlineText(options, self._number)

    def write(self, nodes: Iterable[Node]) -> None:
        """Write `nodes` and all within them."""
        walk(nodes, lambda node: _OPENERS[node.kind](self, node), lambda leave: leave())

    def write_notes(self) -> None:
        """Write the notes by number, each under the first; at last those that nothing refers to."""
        self._begin(_Frame(tight=all(len(blocks) <= 1 for blocks in self._notes.blocks.values())))
        while note := self._notes.take():
            label, blocks = note
            self._begin(_Frame(f"[{self._notes.number(label)}] ", "    "))
            self.write(blocks)
            self._end_item()

    # Blocks of text

    def leaf(self, node: Node) -> _Opened:
        self._emit(self._inline.of(node.children))
        return _nothing, ()

    def heading(self, node: Node) -> _Opened:
        take_heading_attributes(node)
        return self.leaf(node)

    def html(self, node: Node) -> _Opened:
        self._emit(self._inline.of_html("".join(line.detail for line in node.children)))
        return _nothing, ()

    def tag(self, node: Node) -> _Opened:
        text = self._inline.of_tag(node.detail)
        if node.detail.dialect == "containers":  # whose titles are Markdown
            text = inline_text(text, locale=self._locale)
        self._emit(text)
        return _nothing, ()

    def code(self, node: Node) -> _Opened:
        text = "".join(line.detail for line in node.children).rstrip("\n")
        self._emit("\n".join(f"    {line}" for line in text.split("\n")) if text else "")
        return _nothing, ()

    def rule(self, _node: Node) -> _Opened:
        self._emit(_RULE)
        return _nothing, ()

    def table(self, node: Node) -> _Opened:
        rows = (" | ".join(self._cell(cell) for cell in row.children) for row in node.children)
        self._emit("\n".join(rows))
        return _nothing, ()

    def hidden(self, _node: Node) -> _Opened:
        return _nothing, ()

    # Containers

    def quote(self, node: Node) -> _Opened:
        self._begin(_Frame("> ", "> "))
        return self._end, node.children

    def list_(self, node: Node) -> _Opened:
        loose = any(child.kind == "Paragraph" for item in node.children for child in item.children)
        self._begin(_Frame(tight=not loose, number=node.detail))
        return self._end, node.children

    def item(self, node: Node) -> _Opened:
        parent = self._frames[-1]
        marker = "- " if parent.number is None else f"{parent.number}. "
        if parent.number is not None:
            parent.number += 1
        self._begin(_Frame(marker, " " * len(marker), parent.tight))
        return self._end_item, node.children

    def definitions(self, node: Node) -> _Opened:
        self._begin(_Frame(tight=True))
        return self._end, node.children

    def definition(self, node: Node) -> _Opened:
        self._begin(_Frame("  ", "  "))
        return self._end, node.children

    def footnote(self, node: Node) -> _Opened:
        self._notes.add(node.detail.casefold(), node.children)
        return _nothing, ()

    # Lines

    def _begin(self, frame: _Frame) -> None:
        self._divide()
        self._frames.append(frame)

    def _end(self) -> None:
        self._frames.pop()

    def _end_item(self) -> None:
        """End an item, which is shown even when nothing is in it."""
        if not self._frames[-1].written:
            self._line("")
        self._frames.pop()

    def _divide(self) -> None:
        """Ask for a blank line before the next line, unless this is the first block of its container."""
        parent = self._frames[-1]
        if parent.begun and not parent.tight:
            blank = "".join(frame.rest for frame in self._frames).rstrip()
            self._blank = blank if self._blank is None else min(blank, self._blank, key=len)
        parent.begun = True

    def _emit(self, text: str) -> None:
        """Write a block; one without text (a comment, an image that only decorates) leaves no trace."""
        if text:
            self._divide()
            for line in text.split("\n"):
                self._line(line)

    def _line(self, line: str) -> None:
        prefix = "".join(frame.prefix() for frame in self._frames)
        if self._blank is not None and self.lines:
            self.lines.append(self._blank)
        self._blank = None
        self.lines.append((prefix + line).rstrip(" \t"))

    def _cell(self, cell: Node) -> str:
        return " ".join(self._inline.of(cell.children).split("\n"))

    def _number(self, label: str) -> int:
        """Return the number of a note, by the order of references; labels do not mind case."""
        return self._notes.number(label.casefold())


def _nothing() -> None:
    """End a block that has nothing to end."""


_OPENERS: dict[str, Callable[[_Writer, Node], _Opened]] = {
    **dict.fromkeys(["Paragraph", "Run", "DefinitionListTitle"], _Writer.leaf),
    "Heading": _Writer.heading,
    "HtmlBlock": _Writer.html,
    "Tag": _Writer.tag,
    "CodeBlock": _Writer.code,
    "Rule": _Writer.rule,
    "Table": _Writer.table,
    "MetadataBlock": _Writer.hidden,
    "BlockQuote": _Writer.quote,
    "List": _Writer.list_,
    "Item": _Writer.item,
    "DefinitionList": _Writer.definitions,
    "DefinitionListDefinition": _Writer.definition,
    "FootnoteDefinition": _Writer.footnote,
}
