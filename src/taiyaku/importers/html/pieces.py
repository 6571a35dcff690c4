"""Running text as flat pieces, each with the marks around it: what HTML and Markdown can both be read as."""

from __future__ import annotations

import re
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.lines import joint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SPACE = re.compile(r"[ \t\n\r\f]+")
"""What HTML collapses. An ideographic space and a no-break space are text."""

_SPACES = " \t\n\r\f"
_BLANK = " \u00a0\u3000"


class Mark(NamedTuple):
    """What stands around a text: `strong`, `em`, `del`, `code`, `link` (`value`: its address), `tag` (its name)."""

    kind: str
    value: str = ""
    title: str = ""


class Piece(NamedTuple):
    """A text with its marks from the outermost to the innermost, or one thing in it.

    `kind`: `text`; `break` is a line break; `ruby` has its reading in `extra`; `image` has its alternative text as
    `text`, its address and title in `extra`; `note` refers to a footnote with the label `text`.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    kind: str = "text"
    extra: tuple[str, ...] = ()


BREAK = Piece("\n", (), "break")


def shared(first: Sequence[Mark], second: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks that two pieces have in common from the outermost on."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return tuple(mark for mark, _ in pairs)


def settled(pieces: Iterable[Piece], locale: str) -> list[Piece]:
    """Return pieces as a browser shows them: white space collapsed, none at the ends, none just inside of marks."""
    return merged(_outside(_trimmed(merged(_collapsed(pieces, locale)))))


def _collapsed(pieces: Iterable[Piece], locale: str) -> list[Piece]:
    """Collapse white space; a line end between Japanese characters goes."""
    out: list[Piece] = []
    before = ""  # the last character shown, "" at the start of a line
    pending: tuple[str, tuple[Mark, ...]] | None = None  # white space not yet written, and what stands around it
    for piece in pieces:
        if piece.kind == "break":
            pending, before = None, ""
            out.append(piece)
            continue
        inner = piece.text.strip(_SPACES) if piece.kind == "text" else piece.text or "\ufffc"
        start = piece.text[: len(piece.text) - len(piece.text.lstrip(_SPACES))] if piece.kind == "text" else ""
        if start:
            space, marks = pending or ("", piece.marks)
            pending = space + start, shared(marks, piece.marks)
        if not inner:
            continue
        if pending is not None and before:
            glue = _glue(before, inner[0], pending[0], locale)
            out.append(Piece(glue, pending[1]))
        end = piece.text[len(piece.text.rstrip(_SPACES)) :] if piece.kind == "text" else ""
        pending = (end, piece.marks) if end else None
        before = inner[-1]
        out.append(piece._replace(text=_one_spaced(inner, locale)) if piece.kind == "text" else piece)
    if pending is not None and before:
        out.append(Piece(" ", pending[1]))
    return [piece for piece in out if piece.text or piece.kind != "text"]


def _one_spaced(text: str, locale: str) -> str:
    def glue(space: re.Match[str]) -> str:
        return _glue(text[space.start() - 1], text[space.end()], space[0], locale)

    return SPACE.sub(glue, text)


def _glue(before: str, after: str, space: str, locale: str) -> str:
    """Return what is shown of the white space between two characters."""
    return joint(before, after, locale) if "\n" in space or "\r" in space else " "


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Take spaces and breaks off the ends, and spaces from beside breaks."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.kind == "break":
            _strip_end(out)
            if out:
                out.append(piece)
        elif piece.kind == "text" and (not out or out[-1].kind == "break"):
            text = piece.text.lstrip(" \u3000")
            if text:
                out.append(piece._replace(text=text))
        else:
            out.append(piece)
    while out and (out[-1].kind == "break" or (out[-1].kind == "text" and not out[-1].text.strip(_BLANK))):
        out.pop()
    _strip_end(out, _BLANK)
    return out


def _strip_end(out: list[Piece], blank: str = " ") -> None:
    while out and out[-1].kind == "text":
        text = out[-1].text.rstrip(blank)
        if text:
            out[-1] = out[-1]._replace(text=text)
            return
        out.pop()


def _outside(pieces: list[Piece]) -> list[Piece]:
    """Put spaces and breaks at the edge of marks outside of them, where Markdown needs them to be."""
    out: list[Piece] = []
    for index, piece in enumerate(pieces):
        before = pieces[index - 1].marks if index else ()
        after = pieces[index + 1].marks if index + 1 < len(pieces) else ()
        if piece.kind == "break":
            around = shared(before, after)
            out.append(piece._replace(marks=around[:-1] if _is_code(around) else around))
            continue
        if piece.kind != "text" or _is_code(piece.marks):
            out.append(piece)
            continue
        inner = piece.text.strip(" ")
        start = len(piece.text) - len(piece.text.lstrip(" "))
        if not inner:
            out.append(Piece(piece.text, shared(shared(before, piece.marks), after)))
            continue
        if start:
            out.append(Piece(piece.text[:start], shared(before, piece.marks)))
        out.append(piece._replace(text=inner))
        if start + len(inner) < len(piece.text):
            out.append(Piece(piece.text[start + len(inner) :], shared(piece.marks, after)))
    return out


def _is_code(marks: Sequence[Mark]) -> bool:
    return bool(marks) and marks[-1].kind == "code"  # always the innermost


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Join neighbouring texts with the same marks."""
    out: list[Piece] = []
    for (kind, marks), run in groupby(pieces, lambda piece: (piece.kind, piece.marks)):
        if kind == "text":
            out.append(Piece("".join(piece.text for piece in run), marks))
        else:
            out += run
    return out


def paragraphs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Cut running text where its author did without paragraphs: at two line breaks, or one before an indent."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        current = found[-1]
        blank = piece.kind == "text" and not piece.text.strip(" \t\n\r\f")
        ended = next((each for each in reversed(current) if each.kind != "text" or each.text.strip(" \t\n\r\f")), None)
        after_break = ended is not None and ended.kind == "break"
        if after_break and not blank and (piece.kind == "break" or piece.text.lstrip(" \t\n\r\f").startswith("\u3000")):
            found.append([])
        found[-1].append(piece)
    return [
        part
        for part in found
        if any((piece.kind != "break" and piece.text.strip()) or piece.kind == "image" for piece in part)
    ]
