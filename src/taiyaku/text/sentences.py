"""Where the sentences of a text begin and end, in English and in Japanese.

A stop is a candidate; what stands around it decides (`english_stops`, `japanese_stops`), and no cut goes through
mark-up or a pair of brackets (`kept_together`). The words they go by are tables in `sentence_words`.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from taiyaku.span import Span
from taiyaku.text import english_stops, japanese_stops
from taiyaku.text.kept_together import kept_together
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.text.kept_together import Kept

_BLANKS = lazy_pattern(r"\s*")
_OPENING = "\"“‘「『'*_~«"
_DEEPEST = 4
"""Quotations in quotations that are looked into; more are no text."""
_ANNOUNCING = (":", "：", "、", ",")


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, in order, without the blanks between them.

    Spans are half-open and in code points; everything between two of them is white space, and so is what stands before
    the first and behind the last. `language` is a primary subtag: `ja` is Japanese, all others are read like English.
    A blank line always ends a sentence; a single line end never does by itself. Footnote references and line breaks
    (`<br>`, a backslash) belong to the sentence before them. A sentence read alone is one sentence again, unless it was
    cut out of brackets or mark-up that have no partner in it any more.
    """
    found: list[Span] = []
    start = _after_blanks(text, 0)
    for cut in _cuts(text, start, is_japanese=language == "ja"):
        found.append(_without_blanks(text, start, cut))
        start = _after_blanks(text, cut)
    if start < len(text):
        found.append(_without_blanks(text, start, len(text)))
    return tuple(found)


def _cuts(text: str, start: int, *, is_japanese: bool) -> Iterator[int]:
    """Give the offsets behind which another sentence begins."""
    rules = japanese_stops if is_japanese else english_stops
    kept = kept_together(text, quotes=is_japanese)
    for stop in rules.STOP.finditer(text, start):
        cut = _possible_cut(text, start, stop, kept) if kept else stop.end()
        if cut is None or cut <= start or _after_blanks(text, cut) == len(text):
            continue
        if stop["mark"] is None or rules.ends_sentence(text, start, stop, cut):
            yield cut
            start = _after_blanks(text, cut)


def _possible_cut(text: str, start: int, stop: re.Match[str], kept: list[Kept]) -> int | None:
    """Return where the sentence would end, or nothing if that is inside of what is kept together.

    A stop in brackets ends a sentence only if this began with the bracket: 「はい。」 does, モーニング「娘。」 not. A
    quotation that begins a sentence, or follows a colon or comma, is looked into, as it may hold several sentences;
    that takes it out of `kept`.
    """
    cut = stop.end()
    number = bisect_right(kept, stop.start(), key=attrgetter("end"))
    while number < len(kept) and kept[number].start < cut:
        part = kept[number]
        if part.start >= stop.end("mark") != -1:
            if cut < part.end:  # what looked like closing signs opens the next sentence
                return part.start
            number += 1
            continue
        before = text[start : part.start].strip(_OPENING)
        if part.kind == "quotation" and part.level < _DEEPEST and (not before or before.endswith(_ANNOUNCING)):
            kept[number : number + 1] = part.inside(text)
            number = bisect_right(kept, stop.start(), key=attrgetter("end"))
        elif cut < part.end or stop["mark"] is None or (before and part.kind != "mark-up"):
            return None
        else:
            number += 1
    return cut


def _after_blanks(text: str, offset: int) -> int:
    match = _BLANKS.match(text, offset)
    return match.end() if match else offset


def _without_blanks(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
