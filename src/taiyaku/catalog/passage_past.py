"""What became of the texts that a passage came from: which sentences stand, which left it, which numbers changed."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.article.directives import translation_directive
from taiyaku.catalog.message import Message
from taiyaku.catalog.origins import TELLING
from taiyaku.catalog.passages import ChangedNumber, Languages, Old, Passage
from taiyaku.catalog.rebuild import Rebuilt, rebuild
from taiyaku.catalog.verdict import how_changed
from taiyaku.span import Span
from taiyaku.text.difference import difference, replaced
from taiyaku.text.lines import joint
from taiyaku.text.numbers import numbers_in
from taiyaku.text.sentences import sentences
from taiyaku.text.style import unstyled
from taiyaku.text.width import width

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from taiyaku.catalog.message import Key
    from taiyaku.catalog.rebuild import Part
    from taiyaku.text.numbers import Number


def with_pasts(passages: Iterable[Passage], olds: Mapping[Key, Sequence[Old]], languages: Languages) -> list[Passage]:
    """Return the passages, and of those that came from the texts `olds` (the main one first) what became of them."""
    listed = list(passages)
    if not olds:
        return listed
    pasts = _Pasts(listed, olds, languages)
    return [pasts.of(passage) if passage.key in olds else passage for passage in listed]


def sentences_of(text: str, language: str) -> frozenset[str]:
    """Return the sentences of a text for comparing: white space and style do not count."""
    return frozenset(unstyled(span.of(text)) for span in sentences(text, language))


class _Heir(NamedTuple):
    """A passage that came from an old text: the sentences of that text that it has now, edited or not.

    `main` tells whether it came from that text above all.
    """

    key: Key
    has: frozenset[str]
    main: bool


class _Pasts:
    """What the passages that changed were, and which of them has which sentence of the old texts now."""

    def __init__(self, passages: Sequence[Passage], olds: Mapping[Key, Sequence[Old]], languages: Languages) -> None:
        self.olds, self.languages = olds, languages
        touched = [passage for passage in passages if passage.key in olds or passage.kind == "new"]
        settled = dict(self.settled(passages))
        texts = (*(passage.source for passage in touched), *(text for _context, text in settled))
        self.elsewhere = frozenset[str]().union(*map(self.sentences, texts))
        self.rebuilt = {p.key: self.rebuild(p.source, olds[p.key]) for p in touched if p.key in olds}
        self.heirs: defaultdict[str, list[_Heir]] = defaultdict(list)
        for key, rebuilt in self.rebuilt.items():
            self.add_heir(key, olds[key], rebuilt)
        for key, old in settled.items():
            self.add_heir(key, [old], self.rebuild(key[1], [old]))

    def sentences(self, text: str) -> frozenset[str]:
        return sentences_of(text, self.languages.source)

    def settled(self, passages: Sequence[Passage]) -> Iterator[tuple[Key, Old]]:
        """Yield the passages approved since that have a sentence of an old text, which is all that is known of them."""
        standing = {passage.source for passage in passages}
        mains = {unstyled(own[0].source): own[0] for own in self.olds.values() if own[0].source not in standing}
        known = "\n".join(mains)
        for passage in passages:
            if passage.key in self.olds or passage.kind != "same" or passage.old_source:
                continue
            there = [s for s in self.sentences(passage.source) if width(s) >= TELLING and s in known]
            yield from ((passage.key, old) for text, old in mains.items() if any(s in text for s in there))

    def rebuild(self, text: str, olds: Sequence[Old]) -> Rebuilt:
        return rebuild(text, olds, *self.languages, self.elsewhere)

    def add_heir(self, key: Key, olds: Sequence[Old], rebuilt: Rebuilt) -> None:
        for number, old in enumerate(olds):
            texts = {part.old for part in rebuilt.parts if part.origin == number}
            has = frozenset[str]().union(*map(self.sentences, texts))
            self.heirs[old.source].append(_Heir(key, has, main=number == 0))

    def of(self, passage: Passage) -> Passage:
        """Return a passage with its past, without what of that stands in other passages now."""
        olds, rebuilt = self.olds[passage.key], self.rebuilt[passage.key]
        in_order = [olds[number] for number in sorted(range(len(olds)), key=lambda n: _first_place(rebuilt.parts, n))]
        leaving = frozenset[str]().union(*(self.leaving(passage, old) for old in olds))
        gone = [target for source, target in rebuilt.dropped if self.sentences(source) <= leaving]
        old_source = _put_together(
            (_without(old.source, leaving, self.languages.source) for old in in_order), self.languages.source
        )
        old_translation = _put_together((_words(old.translation, gone) for old in in_order), self.languages.target)
        fits = rebuilt.msgstr == passage.translation
        parts = rebuilt.parts if fits else tuple(part._replace(target=None) for part in rebuilt.parts)
        changed = replace(
            passage, olds=tuple(olds), old_source=old_source, old_translation=old_translation, parts=parts
        )
        return replace(
            changed,
            kind=how_changed(
                Message(passage.source), [Message(old.source) for old in olds], rebuilt, shared=self.is_shared(passage)
            ),
            numbers=tuple(_numbers(changed, carries=fits and passage.state == "fuzzy")),
        )

    def is_shared(self, passage: Passage) -> bool:
        """Whether another passage as well came from a passage's main text above all."""
        main = self.olds[passage.key][0].source
        return sum(heir.main for heir in self.heirs[main]) > 1

    def leaving(self, passage: Passage, old: Old) -> Iterator[str]:
        """Yield the sentences of an old text that are no part of a passage's past: another has them now.

        One that nobody has any more is told of where the one before it is, or else the one after it.
        """
        heirs = self.heirs[old.source]
        own = next(heir.has for heir in heirs if heir.key == passage.key) | self.sentences(passage.source)
        mains = [heir for heir in heirs if heir.main] or heirs
        order = [unstyled(span.of(old.source)) for span in sentences(old.source, self.languages.source)]
        owners = [next((heir.key for heir in mains if sentence in heir.has), None) for sentence in order]
        owner = next((key for key in owners if key is not None), mains[0].key)
        for sentence, known in zip(order, owners, strict=True):
            owner = known or owner
            if sentence in own:
                continue
            taken = sentence in self.elsewhere or any(sentence in heir.has for heir in heirs)
            if taken or owner != passage.key:
                yield sentence


def _first_place(parts: Sequence[Part], number: int) -> int:
    """Return where a text's first sentence stands in the new one, or a place behind all others."""
    return min((part.span.start for part in parts if part.origin == number), default=sys.maxsize)


def _numbers(passage: Passage, *, carries: bool) -> Iterable[ChangedNumber]:
    """Yield the numbers that others took the place of: those that changed at one and the same place of the text.

    `carries` tells that the translation is just what an update made of it.
    """
    before, after = numbers_in(passage.old_source), numbers_in(passage.source)
    there = _There(passage, carries=carries)
    told: set[Span] = set()
    for old_place, new_place in replaced(difference(passage.old_source, passage.source)):
        old, new = _touching(before, old_place), _touching(after, new_place)
        kept = {number.value for number in old} & {number.value for number in new}
        left = [number for number in old if number.value not in kept]
        come = [number for number in new if number.value not in kept and number.span not in told]
        told.update(number.span for number in come)
        if left and come:
            for one, other in zip_longest(left, come):
                found = other is None or there.has(other)
                yield ChangedNumber(one.text if one else "", other.text if other else "", found)


class _There:
    """The numbers of a passage's translation, to be asked for one that came into its source."""

    def __init__(self, passage: Passage, *, carries: bool) -> None:
        self.parts = passage.parts if carries else ()
        texts = (passage.translation, passage.old_translation, passage.source)
        self.now, self.then, self.source = (Counter(n.value for n in numbers_in(text)) for text in texts)
        self.compares = bool(passage.old_translation)
        self.come: Counter[Decimal] = Counter()

    def has(self, number: Number) -> bool:
        """Whether the translation has a number that came: an update put it there, or it stands there once more."""
        for part in self.parts:
            within = part.span.start <= number.span.start and number.span.end <= part.span.end
            for change in part.numbers if within else ():
                if change.new == number.text:
                    return change.carried
        value = number.value
        self.come[value] += 1
        more = self.compares and self.now[value] - self.then[value] >= self.come[value]
        return more or self.now[value] >= self.source[value]


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
