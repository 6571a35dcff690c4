"""Replacing spans of a text, every other code point staying what it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping


class Splice:
    """A text with some of its spans replaced, which also knows where everything went.

    `text` is the new text. Spans must not overlap (ValueError). No replacement, no change: `Splice(s, {}).text == s`.
    """

    __slots__ = ("_ends", "_shifts", "_starts", "text")

    def __init__(self, source: str, replacements: Mapping[Span, str]) -> None:
        pieces: list[str] = []
        position = length = 0
        self._starts: list[int] = []  # of the replaced spans, in the source
        self._ends: list[Span] = []  # their new spans, in the new text
        for span in sorted(replacements):
            if span.start < position or span.end > len(source):
                msg = f"spans overlap or leave the text: {span}"
                raise ValueError(msg)
            replacement = replacements[span]
            pieces += [source[position : span.start], replacement]
            length += span.start - position
            self._starts.append(span.start)
            self._ends.append(Span(length, length + len(replacement)))
            length += len(replacement)
            position = span.end
        self._shifts = [
            0,
            *(new.end - old.end for old, new in zip(sorted(replacements), self._ends, strict=True)),
        ]
        pieces.append(source[position:])
        self.text = "".join(pieces)

    def moved(self, span: Span) -> Span:
        """Return where a span of the source stands in the new text; a replaced one gives its replacement's span.

        The span must be one of those replaced, or touch none of them.
        """
        index = bisect_right(self._starts, span.start)
        if index and self._starts[index - 1] == span.start:
            return self._ends[index - 1]
        return Span(span.start + self._shifts[index], span.end + self._shifts[index])

    def around(self, span: Span) -> Span:
        """Return where a span stands in the new text, with the replacements of those that lie within it."""
        start = span.start + self._shifts[bisect_left(self._starts, span.start)]
        return Span(start, span.end + self._shifts[bisect_left(self._starts, span.end)])


def splice(source: str, replacements: Mapping[Span, str]) -> str:
    """Return `source` with spans replaced: `splice(source, {}) == source` for every text."""
    return Splice(source, replacements).text
