"""What became of the texts that a passage came from: which sentences stand, which left it, which numbers changed."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from taiyaku.article.directives import translation_directive
from taiyaku.catalog.passages import ChangedNumber, Kind, Languages, Old, Passage
from taiyaku.catalog.rebuild import rebuild
from taiyaku.span import Span
from taiyaku.text.difference import difference, replaced
from taiyaku.text.lines import joint
from taiyaku.text.numbers import numbers_in
from taiyaku.text.sentences import sentences
from taiyaku.text.style import unstyled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from taiyaku.catalog.message import Key
    from taiyaku.catalog.rebuild import Part
    from taiyaku.text.numbers import Number

_MAJOR_PART = 0.5


def with_pasts(passages: Iterable[Passage], olds: Mapping[Key, Sequence[Old]], languages: Languages) -> list[Passage]:
    """Return the passages, and of those that came from the texts `olds` (the main one first) what became of them."""
    listed = list(passages)
    touched = [passage for passage in listed if passage.key in olds or passage.kind == "new"]
    standing = {passage.key: sentences_of(passage.source, languages.source) for passage in touched}
    everything = frozenset[str]().union(*standing.values())
    return [
        _with_past(passage, olds[passage.key], everything, languages) if passage.key in olds else passage
        for passage in listed
    ]


def sentences_of(text: str, language: str) -> frozenset[str]:
    """Return the sentences of a text for comparing: white space and style do not count."""
    return frozenset(unstyled(span.of(text)) for span in sentences(text, language))


def _with_past(passage: Passage, olds: Sequence[Old], elsewhere: frozenset[str], languages: Languages) -> Passage:
    """Return a passage with its past. What of it is among `elsewhere`, the sentences of all that changed, only left."""
    rebuilt = rebuild(passage.source, olds, languages.source, languages.target, elsewhere)
    leaving = elsewhere - sentences_of(passage.source, languages.source)
    in_order = [olds[number] for number in sorted(range(len(olds)), key=lambda n: _first_place(rebuilt.parts, n))]
    sources = [_without(old.source, leaving, languages.source) for old in in_order]
    gone = [target for source, target in rebuilt.dropped if unstyled(source) in leaving]
    old_source = _put_together(sources, languages.source)
    has_left = any(source != old.source for source, old in zip(sources, in_order, strict=True))
    fits = rebuilt.msgstr == passage.translation
    return replace(
        passage,
        kind=_kind(olds, rebuilt.parts, has_left=has_left, dropped=bool(rebuilt.dropped)),
        olds=tuple(olds),
        old_source=old_source,
        old_translation=_put_together((_words(old.translation, gone) for old in in_order), languages.target),
        parts=rebuilt.parts if fits else tuple(part._replace(target=None) for part in rebuilt.parts),
        numbers=tuple(_numbers(old_source, passage)),
    )


def _first_place(parts: Sequence[Part], number: int) -> int:
    """Return where a text's first sentence stands in the new one, or a place behind all others."""
    return min((part.span.start for part in parts if part.origin == number), default=sys.maxsize)


def _kind(olds: Sequence[Old], parts: Sequence[Part], *, has_left: bool, dropped: bool) -> Kind:
    """Name what happened, by the same rules as an update does."""
    major = 0
    for number, old in enumerate(olds):
        there = {part.old for part in parts if part.origin == number}
        major += sum(map(len, there)) >= _MAJOR_PART * len(old.source)
    if major > 1:
        return "joined"
    if has_left:
        return "split"
    states = {part.state for part in parts}
    return "numbers" if not dropped and "numbers" in states and states <= {"same", "numbers"} else "edited"


def _numbers(old_source: str, passage: Passage) -> Iterable[ChangedNumber]:
    """Yield the numbers that others took the place of: those that changed at one and the same place of the text."""
    before, after = numbers_in(old_source), numbers_in(passage.source)
    there = {number.value for number in numbers_in(passage.translation)}
    told: set[Span] = set()
    for old_place, new_place in replaced(difference(old_source, passage.source)):
        old, new = _touching(before, old_place), _touching(after, new_place)
        kept = {number.value for number in old} & {number.value for number in new}
        left = [number for number in old if number.value not in kept]
        come = [number for number in new if number.value not in kept and number.span not in told]
        told.update(number.span for number in come)
        if left and come:
            for one, other in zip_longest(left, come):
                found = other is None or other.value in there
                yield ChangedNumber(one.text if one else "", other.text if other else "", found)


def _touching(numbers: Iterable[Number], place: Span) -> list[Number]:
    return [number for number in numbers if number.span.start < place.end and place.start < number.span.end]


def _without(text: str, leaving: Collection[str], language: str) -> str:
    """Return `text` without some of its sentences, each with the blanks behind it."""
    spans = sentences(text, language)
    ends = [*(span.start for span in spans[1:]), len(text)]
    kept = [
        Span(span.start, end).of(text)
        for span, end in zip(spans, ends, strict=True)
        if unstyled(span.of(text)) not in leaving
    ]
    return "".join(kept).rstrip() if len(kept) < len(spans) else text


def _words(text: str, gone: Iterable[str]) -> str:
    """Return a translation without what left it; a directive in its place has no words."""
    if translation_directive(text):
        return ""
    for part in filter(None, gone):
        text = text.replace(part, "", 1)
    return text.strip()


def _put_together(texts: Iterable[str], language: str) -> str:
    whole = ""
    for text in filter(None, texts):
        whole += joint(whole, text, language) + text
    return whole
