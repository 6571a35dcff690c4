"""Hiding the tags of dialects from the parser, byte for byte, and putting them back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.dialects.fillers import block_filler, bytes_in, item_filler, item_width, replaced
from taiyaku.formats.markdown.dialects.indented import code_in, lines_within, with_items
from taiyaku.formats.markdown.dialects.lines import runs_of
from taiyaku.formats.markdown.dialects.pairs import paired
from taiyaku.formats.markdown.dialects.scan import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from taiyaku.formats.markdown.dialects.scan import Range
    from taiyaku.formats.markdown.dialects.token import Token

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_SMALL, _LARGE = range(0xE000, 0xF900), range(0xF0000, 0x10FFFE)


Place = tuple[int, int, "Token"]
"""A tag with its range of bytes."""


@dataclass(slots=True)
class Masks:
    """A text as the parser is to see it: `view`, as long as the text in bytes.

    `blocks` are the tags that stand by themselves, by the byte at which an HTML block stands for them; `items` those
    of them that begin what is indented below them, for which a list item stands. `ranges` are all tags in order.
    `inline` are the others by the first character of the word that stands for each, with its length.
    """

    view: str
    blocks: dict[int, list[Place]] = field(default_factory=dict)
    items: dict[int, Token] = field(default_factory=dict)
    ranges: list[Place] = field(default_factory=list)
    inline: dict[str, tuple[int, Token]] = field(default_factory=dict)

    def restored(self, text: str) -> str:
        """Return a piece of the view with the tags put back, each as one line."""
        if not self.inline:
            return text
        return "".join(piece if isinstance(piece, str) else piece.line for _, piece in self.pieces(text))

    def addressed(self, text: str) -> str:
        """Return an address with what its tags lead to in their place."""
        return "".join(
            piece if isinstance(piece, str) else piece.address * (piece.form == "link")
            for _, piece in self.pieces(text)
        )

    def pieces(self, text: str) -> Iterator[tuple[int, str | Token]]:
        """Yield what a piece of the view consists of: texts and tags, with their places in it."""
        position = 0
        for found in _PRIVATE.finditer(text) if self.inline else ():
            known = self.inline.get(found[0])
            if known is None:
                continue
            length, token = known
            if position < found.start():
                yield position, text[position : found.start()]
            yield found.start(), token
            position = found.start() + length
        if position < len(text):
            yield position, text[position:]


def mask(text: str, names: Sequence[str], within_text: Collection[int] = ()) -> Masks:
    """Hide the tags of some dialects in a text.

    Those at `within_text` begin no block, whatever they look like: containers are none there.
    """
    text = _LONE_RETURN.sub("\n", text)
    barred = set(within_text)
    while True:
        headed, headers = with_items(text, names, barred)
        found = paired(tokens(headed, names, code_in(headed)))
        covered = lines_within(headers, found)
        if not covered:
            break
        barred |= covered
    found = [token for token in found if not (token.rank and token.start in within_text)]
    runs = [run for run in runs_of(text, found) if run[0].start not in within_text]
    return _Masker(text, headers, runs).masks(found)


def mask_inline(text: str, names: Sequence[str]) -> Masks:
    """Hide the tags in a text that stands somewhere within a paragraph."""
    found = paired(tokens(text, names))
    return _Masker(text, {}, []).masks(found)


class _Masker:
    """Replaces tags by what the parser reads as one word, or as an HTML block."""

    def __init__(self, text: str, headers: dict[int, Token], runs: list[list[Token]]) -> None:
        self.text, self.headers, self.runs = text, headers, runs
        used = {ord(character) for character in _PRIVATE.findall(text)}
        self.small = iter([code for code in _SMALL if code not in used])
        self.large = (code for code in _LARGE if code not in used)

    def masks(self, found: list[Token]) -> Masks:
        """Return the masks for all tags found."""
        masks = Masks("")
        replacements: dict[Range, str] = {}
        by_itself: dict[int, int] = {}
        for run in self.runs:
            start, end = run[0].start, run[-1].end
            filler = block_filler(self.text[start:end], self.quotes(start), bytes_in)
            if filler is not None:
                replacements[start, end] = filler
                by_itself |= {token.start: start for token in run}
        for token in found:
            if token.start not in by_itself:
                filler = self.word(token.source)
                if filler is not None:
                    replacements[token.start, token.end] = filler
                    masks.inline[filler[0]] = (len(filler), token)
        for at, token in self.headers.items():
            replacements[at, token.end] = item_filler(token.source, bytes_in)
        masks.view = replaced(self.text, replacements)
        self.place(masks, found, by_itself)
        return masks

    def place(self, masks: Masks, found: list[Token], by_itself: dict[int, int]) -> None:
        """Note the bytes of all tags. `by_itself` says where the line of tags begins that a tag is in."""
        position = count = 0
        bytes_of: dict[int, int] = {}
        for token in sorted([*found, *self.headers.values()], key=lambda one: one.start):
            count += bytes_in(self.text[position : token.start])
            position = token.start
            bytes_of[position] = count
            place = (count, count + bytes_in(token.source), token)
            masks.ranges.append(place)
            if position in self.headers:
                masks.items[count + item_width(token.source)] = token
                masks.blocks[count + item_width(token.source)] = [place]
            elif position in by_itself:
                masks.blocks.setdefault(bytes_of[by_itself[position]], []).append(place)

    def word(self, source: str) -> str | None:
        """Return a word as long as a tag in bytes, its first character its own in the text; None if it is too short."""
        length = len(source.encode())
        code = next(self.large if length >= 4 else self.small, None)  # noqa: PLR2004 (bytes of a character)
        if code is None or length < 3:  # noqa: PLR2004
            return None
        first = chr(code)
        return first + "x" * (length - len(first.encode()))

    def quotes(self, start: int) -> int:
        """Return how many marks of quotations stand in the line before a place."""
        return self.text.count(">", self.text.rfind("\n", 0, start) + 1, start)
