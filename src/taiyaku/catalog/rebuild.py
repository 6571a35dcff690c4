"""The translation of a changed text, rebuilt from the sentences that still hold."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.article.directives import translation_directive
from taiyaku.catalog.sentence_match import match_sentences
from taiyaku.catalog.sentence_pairs import sentence_pairs
from taiyaku.span import Span
from taiyaku.text.lines import joint
from taiyaku.text.numbers import NumberChange, carry_numbers, changed_numbers, without_numbers
from taiyaku.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from taiyaku.catalog.sentence_match import Found

State = Literal["same", "numbers", "edited", "new"]


class Part(NamedTuple):
    """One sentence of a new msgid, and what the old translation has for it.

    `state` is `same` (the sentence still holds), `numbers` (nothing but numbers changed), `edited` or `new`.
    `span` is its place in the new msgid, `old` the old source text ("" for a new one), `target` the place in the
    rebuilt msgstr of what translates it, None if there is nothing. Spans are half-open, in code points. Sentences that
    were translated together have the same `target`, and are `same` only if all of them are. `origin` is the number of
    the old pair that it comes from.
    """

    state: State
    span: Span
    old: str
    target: Span | None
    numbers: tuple[NumberChange, ...] = ()
    origin: int | None = None


class Rebuilt(NamedTuple):
    """A rebuilt translation, and where each sentence of the new msgid stands in it.

    `dropped` are the old sentences that the new text no longer has, each with what translated it.
    """

    msgstr: str
    parts: tuple[Part, ...]
    dropped: tuple[tuple[str, str], ...] = ()


def rebuild(
    new_msgid: str,
    olds: Sequence[tuple[str, str]],
    source_language: str,
    target_language: str,
    elsewhere: Container[str] = frozenset(),
    *,
    whole: Container[int] = (),
) -> Rebuilt:
    """Return the translation of `new_msgid` as far as the old pairs `(msgid, msgstr)` hold it, the main one first.

    Nothing is in it but what stands in the old translations, in the order of the new text, and numbers carried over.
    An edited sentence keeps the translation of what it was; a new one has none. `elsewhere` are sentences (as
    `unstyled` gives them) that other new texts have word for word: no edited sentence is taken for one of those.
    `whole` are the numbers of old pairs whose translation must not be divided. Languages are primary subtags.
    """
    units = [
        _Unit(number, tuple(span.of(msgid) for span in pair.sources), pair.target)
        for number, (msgid, msgstr) in enumerate(olds)
        for pair in sentence_pairs(msgid, msgstr, source_language, target_language, whole=number in whole)
    ]
    spans = sentences(new_msgid, source_language)
    texts = [span.of(new_msgid) for span in spans]
    found = match_sentences(texts, [unit.sources for unit in units], source_language, elsewhere)
    assembly = _Assembly([msgstr for _, msgstr in olds], units, target_language)
    assembly.add_all(_uses(texts, units, found))
    if not assembly.places:
        return _unchanged(olds[0], spans)
    parts = tuple(_part(span, text, own, units, assembly) for span, text, own in zip(spans, texts, found, strict=True))
    used = {number for own in found for number in own.units}
    dropped = [
        (" ".join(unit.sources), unit.target.of(olds[unit.old][1]))
        for number, unit in enumerate(units)
        if number not in used and unit.target is not None
    ]
    return Rebuilt(assembly.text, parts, tuple(dropped))


class _Unit(NamedTuple):
    """Sentences of an old text that were translated together: which text, they, and the place in its translation."""

    old: int
    sources: tuple[str, ...]
    target: Span | None


class _Use(NamedTuple):
    """A unit that the new text has, and the sentences there that have it."""

    unit: int
    texts: tuple[str, ...]


def _unchanged(main: tuple[str, str], spans: Sequence[Span]) -> Rebuilt:
    """Keep the whole old translation: nothing in it could be told apart, or it is a directive."""
    msgid, msgstr = main
    target = None if translation_directive(msgstr) or not msgstr else Span(0, len(msgstr))
    return Rebuilt(msgstr, tuple(Part("edited", span, msgid, target, origin=0) for span in spans))


def _uses(texts: Sequence[str], units: Sequence[_Unit], found: Sequence[Found]) -> list[_Use]:
    """Return the units with a translation, each once, in the order of the new text."""
    users: dict[int, list[str]] = {}
    for text, own in zip(texts, found, strict=True):
        for number in own.units:
            users.setdefault(number, []).append(text)
    return [_Use(number, tuple(own)) for number, own in users.items() if units[number].target is not None]


class _Assembly:
    """A translation that is put together from units of old ones."""

    def __init__(self, msgstrs: Sequence[str], units: Sequence[_Unit], language: str) -> None:
        self.msgstrs, self.units, self.language = msgstrs, units, language
        self.text = ""
        self.places: dict[int, Span] = {}
        self.numbers: dict[int, tuple[NumberChange, ...]] = {}

    def add_all(self, uses: Sequence[_Use]) -> None:
        last: int | None = None
        for use in uses:
            if last is not None:
                self.text += self.gap(last, use.unit)
            start = len(self.text)
            self.text += self.target(use)
            self.places[use.unit] = Span(start, len(self.text))
            last = use.unit
        if uses and self.is_whole([use.unit for use in uses]):
            self.put_ends_back(self.msgstrs[self.units[uses[0].unit].old])

    def target(self, use: _Use) -> str:
        """What translates a unit, with the numbers of the new text if nothing else in it changed."""
        unit = self.units[use.unit]
        text = self.of(use.unit)
        if len(use.texts) != len(unit.sources) or use.texts == unit.sources:
            return text
        if any(without_numbers(one) != without_numbers(two) for one, two in zip(unit.sources, use.texts, strict=True)):
            return text
        carried = carry_numbers("\n".join(unit.sources), "\n".join(use.texts), text)
        if carried.changes:
            self.numbers[use.unit] = carried.changes
        return carried.text

    def of(self, number: int) -> str:
        unit = self.units[number]
        return unit.target.of(self.msgstrs[unit.old]) if unit.target is not None else ""

    def gap(self, last: int, number: int) -> str:
        """What stands between two units: what stood there before, a new paragraph above all; else a joint."""
        one, two = self.units[last], self.units[number]
        if one.old != two.old or number < last:
            return joint(self.text, self.of(number), self.language)
        msgstr = self.msgstrs[one.old]
        ends = [unit.target for unit in self.units[last : number + 1] if unit.target is not None]
        gaps = [msgstr[left.end : right.start] for left, right in pairwise(ends)]
        return next((gap for gap in gaps if gap.count("\n") > 1), gaps[-1])

    def is_whole(self, numbers: Sequence[int]) -> bool:
        """Whether these are all the units of one old text, in their order."""
        old = self.units[numbers[0]].old
        everything = [n for n, unit in enumerate(self.units) if unit.old == old and unit.target is not None]
        return list(numbers) == everything

    def put_ends_back(self, msgstr: str) -> None:
        """Surround the text with the white space that surrounded the old one."""
        head = msgstr[: len(msgstr) - len(msgstr.lstrip())]
        self.text = head + self.text + msgstr[len(msgstr.rstrip()) :]
        self.places = {
            number: Span(place.start + len(head), place.end + len(head)) for number, place in self.places.items()
        }


def _part(span: Span, text: str, found: Found, units: Sequence[_Unit], assembly: _Assembly) -> Part:
    if not found.units:
        return Part("new", span, "", None)
    places = [assembly.places[number] for number in found.units if number in assembly.places]
    target = Span(min(places).start, max(place.end for place in places)) if places else None
    old = " ".join(source for number in found.units for source in units[number].sources)
    origin = units[found.units[0]].old
    if found.whole:
        return Part("same", span, old, target, (), origin)
    numbers = assembly.numbers.get(found.units[0])
    if numbers is not None:
        return Part("numbers", span, old, target, numbers, origin)
    changes = (NumberChange(one.text, two.text, carried=False) for one, two in changed_numbers(old, text))
    return Part("edited", span, old, target, tuple(changes), origin)
