"""Which English and Japanese names of an article are one, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.register.evidence import STRONG, Evidence, evidence, titles_agree
from taiyaku.register.heads import heads_agree
from taiyaku.register.kinds import is_name, kind_of_pair
from taiyaku.register.seeking import sought
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from taiyaku.checks.passage import Passage
    from taiyaku.register.names import Name
    from taiyaku.termbase.concept import Kind


_LIKELY = 0.75
_DOUBTFUL = 0.65
"""From these likenesses on, a sound is enough by itself, or with a title or several texts."""

_MOSTLY = 0.6
"""Dice's coefficient of names that mostly stand together."""

_KATAKANA = lazy_pattern("[ァ-ヴー]{2,}")


class NamePair(NamedTuple):
    """Two names that are one, by what, in how many texts both stand; `titles` in both languages, if they agree.

    `kind` is None where neither language tells it. `sure`: good enough to be proposed.
    """

    english: Name
    japanese: Name
    by: Evidence
    together: int
    kind: Kind | None
    titles: tuple[str, str] | None
    sure: bool


class _Candidate(NamedTuple):
    score: float
    by: Evidence
    english: Name
    japanese: Name
    together: int


def paired(
    english: Sequence[Name], japanese: Sequence[Name], texts: Callable[[int], Passage | None] = lambda _: None
) -> list[NamePair]:
    """Return the pairs that stand in the same texts, each name in one of them at most, the surest first.

    `texts` gives the Japanese text of a number, in which names are sought that no sign shows to be one.
    """
    candidates = sorted(_candidates(english, japanese), key=lambda one: -one.score)
    taken: set[int] = set()
    found: list[NamePair] = []
    for place, one in enumerate(candidates):
        if id(one.english) in taken or id(one.japanese) in taken:
            continue
        rivals = _rivals(candidates, place, taken)
        taken |= {id(one.english), id(one.japanese)}
        found.append(_pair(one, rivals=rivals))
    left = [name for name in english if id(name) not in taken]
    for name in left:
        other = sought(name, texts)
        if other is not None:
            found.append(_found_by_reading(name, other))
    taken |= {id(pair.english) for pair in found}
    others = [name for name in japanese if id(name) not in taken]
    found.extend(_by_position([name for name in left if id(name) not in taken], others))
    return found


def _found_by_reading(english: Name, japanese: Name) -> NamePair:
    """Return a name and the kanji that are read so; a place is one only if the English says that it is a place."""
    kind = japanese.kind
    agrees = english.kind in {None, kind} and (kind == "person" or (english.kind or _hint(english)) == "place")
    by = Evidence("reading", 1.0, english.text, japanese.text)
    together = len(english.numbers & japanese.numbers)
    return NamePair(english, japanese, by, together, kind if agrees else None, titles_agree(english, japanese), agrees)


def _hint(name: Name) -> Kind | None:
    return next((kind for kind, _ in name.hints.most_common(1)), None)


def _candidates(english: Sequence[Name], japanese: Sequence[Name]) -> Iterator[_Candidate]:
    by_number: dict[int, list[Name]] = {}
    for name in japanese:
        for number in name.numbers:
            by_number.setdefault(number, []).append(name)
    for name in english:
        beside = {id(other): other for number in name.numbers for other in by_number.get(number, ())}
        for other in beside.values():
            by = evidence(name, other)
            if by is None or by.sort == "heads" or not _kinds_agree(name, other):
                continue
            together = len(name.numbers & other.numbers)
            dice = 2 * together / (len(name.numbers) + len(other.numbers))
            yield _Candidate(by.weight + dice / 4, by, name, other, together)


def _kinds_agree(english: Name, japanese: Name) -> bool:
    """Whether what their heads say of two names can both be true."""
    return not (english.head and japanese.head) or english.kind == japanese.kind


def _rivals(candidates: Sequence[_Candidate], place: int, taken: set[int]) -> bool:
    """Whether another pair with one of the two names is nearly as good."""
    one = candidates[place]
    return any(
        (other.english is one.english) != (other.japanese is one.japanese)
        and id(other.english) not in taken
        and id(other.japanese) not in taken
        and one.score - other.score < 0.05  # noqa: PLR2004 - hardly less
        for other in candidates[place + 1 : place + 40]
    )


def _pair(one: _Candidate, *, rivals: bool) -> NamePair:
    titles = titles_agree(one.english, one.japanese)
    kind = kind_of_pair(one.english, one.japanese, one.by)
    weight = one.by.weight
    dice = 2 * one.together / (len(one.english.numbers) + len(one.japanese.numbers))
    certain = weight >= STRONG
    backed = titles is not None or (one.together > 1 and dice > _MOSTLY)
    enough = certain or (one.by.sort == "sound" and (weight >= _LIKELY or (weight >= _DOUBTFUL and backed)))
    sure = (
        enough
        and kind is not None
        and not (rivals and not certain)
        and is_name(one.english, one.japanese, one.by, kind)
    )
    if one.by.sort != "alike" and not (one.english.sure or one.japanese.sure):
        sure = sure and certain
    return NamePair(one.english, one.japanese, one.by, one.together, kind, titles, sure)


def _by_position(english: Iterable[Name], japanese: Iterable[Name]) -> Iterator[NamePair]:
    """Yield names of one kind that stand in the same texts and in which no others of that kind are left."""
    left, others = list(english), list(japanese)
    for name in left:
        if not name.sure:
            continue
        mates = [other for other in others if other.numbers & name.numbers and _may_be(name, other)]
        if len(mates) != 1:
            continue
        mate = mates[0]
        if any(one is not name and one.numbers & mate.numbers and _may_be(one, mate) for one in left):
            continue
        together = len(name.numbers & mate.numbers)
        dice = 2 * together / (len(name.numbers) + len(mate.numbers))
        titles = titles_agree(name, mate)
        headed = bool(name.head) and heads_agree(name.head, mate.head)
        often = dice > _MOSTLY and (together > 1 or (headed and dice == 1))
        sure = often and (headed or titles is not None) and not _KATAKANA.search(mate.text) and len(name.stem) > 1
        by = Evidence("heads" if headed else "position", 0.5, name.text, mate.text)
        yield NamePair(name, mate, by, together, name.kind or mate.kind, titles, sure)


def _may_be(english: Name, japanese: Name) -> bool:
    """Whether nothing speaks against two names that no sound joins: both are organizations, or both persons."""
    if english.kind is None or english.kind != japanese.kind or japanese.text.isascii():
        return False
    if english.kind == "organization":
        return not english.head or not japanese.head or heads_agree(english.head, japanese.head)
    return english.kind == "person" and not any("ァ" <= character <= "ヴ" for character in japanese.text)
