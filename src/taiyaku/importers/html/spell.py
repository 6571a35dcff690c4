"""Pieces of running text -> Markdown that reads as the same pieces.

It is written as plainly as possible and read again: only what would be read as something else gets backslashes. Where
the asterisks of an emphasis would not be one (CommonMark asks what stands beside them, which between Japanese brackets
and letters fails), the emphasis is written as HTML.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from taiyaku.formats.markdown.places import encode, escape_lead
from taiyaku.importers.html.read_back import canonical, read_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taiyaku.importers.html.pieces import Mark, Piece

_STARS = {"strong": "**", "em": "*", "del": "~~"}
_LEADS = {"link": "[", "tag": "<", "code": "`"}
_ENDS = {"link": ")", "tag": ">", "code": "`"}
_PIECE_LEADS = {"break": "\\", "ruby": "{", "image": "!", "note": "["}
_PIECE_ENDS = {"break": "\n", "ruby": "}", "image": ")", "note": "]"}


class Spelling(NamedTuple):
    """How careful to be: `escaped` puts backslashes into a text; `stars`: emphasis is asterisks where it can be."""

    escaped: Callable[[str], str]
    stars: bool


def _plain(text: str) -> str:
    return text.replace("[^", "\\[^")


def _light(text: str) -> str:
    return re.sub(r"[\\`*_\[\]<~]|&(?=#?\w+;)", r"\\\g<0>", text)


def _all(text: str) -> str:
    return re.sub(r"[!-/:-@\[-`~]", r"\\\g<0>", text)


SPELLINGS = (Spelling(_plain, True), Spelling(_light, True), Spelling(_light, False), Spelling(_all, False))
"""From the one that reads best to the one that is the safest."""


def block(pieces: Sequence[Piece]) -> str:
    r"""Return running text as a paragraph, line breaks as `\\` at the end of a line."""
    wanted = canonical(pieces)
    text = ""
    for spelling in SPELLINGS:
        lines = _Writer(spelling).write(pieces).split("\n")
        text = "\n".join(_led(line) for line in lines)
        if read_back(text) == wanted:
            break
    return text


def heading(pieces: Sequence[Piece], joiner: str) -> str:
    """Return the text of a heading, which has one line: `joiner` is put for a line break."""
    return encode(_one_line(pieces, joiner), "heading")


def cell(pieces: Sequence[Piece]) -> str:
    """Return the text of a table cell, line breaks as `<br>`."""
    return encode(_one_line(pieces, "<br>"), "cell")


def term(pieces: Sequence[Piece], joiner: str) -> str:
    """Return the term of a definition, which has one line."""
    return _led(_one_line(pieces, joiner))


def caption(text: str) -> str:
    """Return a text for the title of an image, between its quotation marks."""
    return re.sub(r'[\\"]|&(?=#?\w+;)', r"\\\g<0>", text)


def _led(line: str) -> str:
    """Put a backslash where the beginning of a line would start a block; after a text, any colon defines it."""
    led = escape_lead(line)
    return f"\\{led}" if led.startswith(":") else led


def _one_line(pieces: Sequence[Piece], joiner: str) -> str:
    """Return text for a place where a paragraph cannot begin: what stands first in the line means nothing there."""
    wanted = canonical(pieces)
    for spelling in SPELLINGS:
        written = _Writer(spelling).write(pieces)
        if read_back("\n".join(_led(line) for line in written.split("\n"))) == wanted:
            break
    return joiner.join(written.split("\\\n"))


class _Writer:
    def __init__(self, spelling: Spelling) -> None:
        self.spelling = spelling

    def write(self, pieces: Sequence[Piece], depth: int = 0, before: str = "", after: str = "") -> str:
        """Write pieces that share `depth` marks. `before` and `after` are the characters beside them, "" for none."""
        runs = [list(run) for _, run in groupby(pieces, lambda piece: piece.marks[depth : depth + 1])]
        out = ""
        for index, run in enumerate(runs):
            last = out[-1:] or before
            following = self.lead(runs[index + 1][0], depth) if index + 1 < len(runs) else after
            marks = run[0].marks[depth : depth + 1]
            if not marks:
                out += "".join(self.one(piece) for piece in run)
            else:
                out += self.marked(marks[0], run, depth + 1, (last, following))
        return out

    def one(self, piece: Piece) -> str:
        if piece.kind == "break":
            return "\\\n"
        if piece.kind == "ruby":
            return f"{{{piece.text}|{piece.extra[0]}}}"
        if piece.kind == "note":
            return f"[^{piece.text}]"
        if piece.kind == "image":
            address, title = piece.extra
            shown = f' "{caption(title)}"' if title else ""
            return f"![{encode(self.spelling.escaped(piece.text), 'alt')}]({_address(address)}{shown})"
        return self.spelling.escaped(piece.text)

    def marked(self, mark: Mark, run: list[Piece], depth: int, beside: tuple[str, str]) -> str:
        if mark.kind == "code":
            return _code("".join(piece.text for piece in run))
        if mark.kind == "link":
            return self.link(mark, run, depth)
        if mark.kind in _STARS:
            first, last = self.lead(run[0], depth), self.end(run[-1], depth)
            star = _STARS[mark.kind]
            if self.spelling.stars and star[0] not in beside and _flanks(*beside, first, last):
                return star + self.write(run, depth, *beside) + star
        tag = mark.value or mark.kind
        return f"<{tag}>{self.write(run, depth, '>', '<')}</{tag}>"

    def link(self, mark: Mark, run: list[Piece], depth: int) -> str:
        text = "".join(piece.text for piece in run)
        if all(piece.kind == "text" and len(piece.marks) == depth for piece in run) and not mark.title:
            if text == mark.value and re.fullmatch(r"https?://[^\s<>]+", text):
                return f"<{text}>"
            if f"mailto:{text}" == mark.value and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text, re.ASCII):
                return f"<{text}>"
        title = f' "{caption(mark.title)}"' if mark.title else ""
        return f"[{self.write(run, depth, '[', ']')}]({_address(mark.value)}{title})"

    def lead(self, piece: Piece, depth: int) -> str:
        """Return the character that a piece begins with, its emphases left out."""
        for mark in piece.marks[depth:]:
            if mark.kind in _LEADS:
                return _LEADS[mark.kind]
        return _PIECE_LEADS.get(piece.kind) or self.spelling.escaped(piece.text)[:1]

    def end(self, piece: Piece, depth: int) -> str:
        """Return the character that a piece ends with, its emphases left out."""
        for mark in piece.marks[depth:]:
            if mark.kind in _ENDS:
                return _ENDS[mark.kind]
        return _PIECE_ENDS.get(piece.kind) or piece.text[-1:]


def _flanks(before: str, after: str, first: str, last: str) -> bool:
    """Whether asterisks between these characters open and close an emphasis: CommonMark 0.31, 6.2."""
    opens = not _is_space(first) and (not _is_mark(first) or _is_space(before) or _is_mark(before))
    closes = not _is_space(last) and (not _is_mark(last) or _is_space(after) or _is_mark(after))
    return opens and closes


def _is_space(char: str) -> bool:
    return not char or char.isspace()


def _is_mark(char: str) -> bool:
    return category(char)[0] in "PS"


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padded = (
        f" {text} " if text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " " and text.strip()) else text
    )
    return f"{fence}{padded}{fence}"


def _address(address: str) -> str:
    """Return an address as it stands in the parentheses of a link."""
    encoded = re.sub(r"&(?=#?\w+;)", "&amp;", address)
    depth = 0
    for bracket in re.findall(r"[()]", encoded):
        depth += 1 if bracket == "(" else -1
        if depth < 0:
            break
    return re.sub(r"[()]", r"\\\g<0>", encoded) if depth else encoded
