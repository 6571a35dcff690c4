"""English words typed twice, for the translation and for the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.passage import Passage

_TWICE = lazy_pattern(r"(?<![\w'’-])([A-Za-z]+)\s+\1(?![\w'’-])", re.IGNORECASE)
_ALWAYS_WORDS = (
    "the a an of to in on at by for from with and or but as is are was were be been has have it its this "
    "these those he she they we you i his her their our my your not who which what when where will would "
    "could should can may into onto than then if because about after before over under between through "
    "during without against also"
)
ALWAYS = frozenset(_ALWAYS_WORDS.split())
"""Small words that never stand twice."""

_NEVER_WORDS = (
    "that had very so no yes bye ha blah really far long many much more again again there night knock "
    "hear now chop plus double tick tut wow well please never go do um er uh"
)
_NEVER = frozenset(_NEVER_WORDS.split())
"""She said that that was so; he had had enough; very, very."""


_FIGURES = lazy_pattern(r"(?<![\w.,:/-])(\d{2,}(?:[.,]\d+)*)\s+\1(?![\w-]|[.,:/]\d)")
_TWICE_IN_JAPANESE = lazy_pattern(r"([ァ-ヺー]{2,})[・＝ ]?\1|([A-Za-z]+)[ ・]\2")


def doubled_words(passage: Passage, source: str = "") -> Iterator[Span]:
    """Yield the span of each word that an English text has twice in a row by mistake, with nothing but space between.

    Names (Duran Duran) and words that grammar or feeling may repeat are none. With a `source`, the text in Japanese,
    also names and figures, unless it has them twice as well.
    """
    if source:
        yield from _unlike_source(passage, source)
    for match in _TWICE.finditer(passage.masked):
        if match[0] != passage.text[match.start() : match.end()]:
            continue
        first, second = match[1], match[0][-len(match[1]) :]
        if first.lower() in _NEVER or (second[0].isupper() and second.lower() not in ALWAYS):
            continue
        if first.lower() in ALWAYS or (first.islower() and second.islower()):
            yield Span(*match.span())


def _unlike_source(passage: Passage, source: str) -> Iterator[Span]:
    for match in _FIGURES.finditer(passage.masked):
        if match[0] == passage.text[match.start() : match.end()] and source.count(match[1]) < 2:  # noqa: PLR2004 - twice
            yield Span(*match.span())
    if _TWICE_IN_JAPANESE.search(source) is None:
        for match in _TWICE.finditer(passage.masked):
            first, second = match[1], match[0][-len(match[1]) :]
            is_name = first == second and len(first) > 2 and first.istitle() and first.lower() not in ALWAYS | _NEVER  # noqa: PLR2004 (no initials)
            if is_name and match[0] == passage.text[match.start() : match.end()]:
                yield Span(*match.span())
