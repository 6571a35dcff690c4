"""What Markdown says, as pieces: to compare with what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.tree import Node, descendants, tree, walk
from taiyaku.importers.html.pieces import Mark, Piece, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STYLES = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "del"}
_TAG = re.compile(r"<(/?)([a-z]+)>")


def read_back(markdown: str) -> list[Piece] | None:
    """Return the pieces of a single paragraph in the form of `canonical`; None if the text is anything else."""
    blocks = tree(events(markdown)).children
    if [block.kind for block in blocks] != ["Paragraph"]:
        return None
    reader = _Reader()
    walk(blocks[0].children, reader.enter, reader.leave)
    return canonical(reader.pieces)


def canonical(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces so that two ways of writing the same are equal: as long as can be, notes as text.

    A text that looks like a reading is one: taiyaku knows no way to write it otherwise.
    """
    out: list[Piece] = []
    for original in pieces:
        piece = original
        if piece.kind == "note":
            piece = Piece(f"[^{piece.text}]", piece.marks)
        elif piece.kind == "ruby":
            piece = Piece(f"{{{piece.text}|{piece.extra[0]}}}", piece.marks)
        elif piece.kind == "break":
            piece = piece._replace(marks=())
        if piece.text or piece.kind == "image":
            out.append(piece)
    return merged(out)


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []

    def enter(self, node: Node) -> tuple[int, Sequence[Node]]:
        depth = len(self.marks)
        marks = tuple(self.marks)
        if node.kind == "Text":
            self.pieces.append(Piece(node.detail, marks))
        elif node.kind == "Code":
            self.pieces.append(Piece(node.detail, (*marks, Mark("code"))))
        elif node.kind == "HardBreak":
            self.pieces.append(Piece("\n", (), "break"))
        elif node.kind == "InlineHtml":
            return self.tag(node.detail), ()
        elif node.kind == "Image":
            alt = "".join(inner.detail for inner in descendants(node) if inner.kind in {"Text", "Code"})
            self.pieces.append(Piece(alt, marks, "image", (node.detail["dest_url"], node.detail["title"])))
        elif node.kind == "Link":
            scheme = "mailto:" if node.detail["link_type"] == "Email" else ""
            self.marks.append(Mark("link", scheme + node.detail["dest_url"], node.detail["title"]))
            return depth, node.children
        elif node.kind in _STYLES:
            self.marks.append(Mark(_STYLES[node.kind]))
            return depth, node.children
        else:
            self.pieces.append(Piece(f"<{node.kind}>", marks, "unknown"))
        return depth, ()

    def leave(self, depth: int) -> None:
        del self.marks[depth:]

    def tag(self, html: str) -> int:
        """Open or close the mark that a tag is; return how many marks stay open."""
        match = _TAG.fullmatch(html)
        if match is None:
            self.pieces.append(Piece(html, tuple(self.marks), "unknown"))
        elif not match[1]:
            self.marks.append(Mark(match[2]) if match[2] in _STYLES.values() else Mark("tag", match[2]))
        elif self.marks:
            self.marks.pop()
        return len(self.marks)
