"""Blocks of Markdown, and how they stand in one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.importers.html.pieces import Piece


@dataclass(slots=True)
class Block:
    """A block of Markdown. `loose`: a paragraph that its author marked as one, which makes a list a loose one.

    `image` is the image that a paragraph consists of: a caption that follows is put into it.
    """

    text: str
    kind: str
    loose: bool = False
    image: Piece | None = None


def role_directive(role: str) -> str:
    """Return the directive that gives the next block a role, "" for none."""
    return f"<!-- taiyaku: role: {role} -->\n\n" if role else ""


def joined(blocks: Sequence[Block], *, tight: bool = False) -> str:
    """Return blocks as one text, with blank lines between unless they belong to a tight list."""
    return ("\n" if tight else "\n\n").join(block.text for block in blocks)


def prefixed(text: str, first: str, rest: str) -> str:
    """Return a text in a container: `first` before its first line, `rest` before the others."""
    lines = text.split("\n")
    return "\n".join(
        [
            (first + lines[0]).rstrip(" "),
            *((rest + line).rstrip(" ") if not line else rest + line for line in lines[1:]),
        ]
    )


def plain(pieces: Iterable[Piece], joiner: str) -> str:
    """Return pieces as one line without marks; readings stay, images and the marks of notes do not."""
    return "".join(_plain(piece, joiner) for piece in pieces).strip()


def _plain(piece: Piece, joiner: str) -> str:
    if piece.kind == "break":
        return joiner
    if piece.kind == "ruby":
        return f"{{{piece.text}|{piece.extra[0]}}}"
    return piece.text if piece.kind == "text" else ""
