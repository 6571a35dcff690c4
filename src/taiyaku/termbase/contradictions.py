"""Entries of a termbase that cannot both be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.termbase.concept import ConceptEntry, Term


class Contradiction(NamedTuple):
    """What is wrong, the later of two entries by its index, the words in it to point at, and what to do."""

    what: Phrase
    entry: int
    words: str
    hint: Phrase


def find_contradiction(entries: Sequence[ConceptEntry]) -> Contradiction | None:
    """Return the first contradiction between two entries.

    Two entries contradict each other if they have one id, or if they share an English term and what one wants in
    Japanese the other forbids, or they want different words. Homonyms (two persons of one name, the bank of a river and
    of a bridge) are told apart by their definitions, and have different kinds or one each.
    """
    ids: dict[str, int] = {}
    by_english: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        if entry.id and entry.id in ids:
            return _same_id(entries[ids[entry.id]], entry, index)
        ids[entry.id] = index
        keys = dict.fromkeys(term.text.casefold() for term in entry.allowed("en"))
        for key in keys:
            for other in by_english.get(key, ()):
                found = _between(entries[other], entry, index, key)
                if found is not None:
                    return found
            by_english.setdefault(key, []).append(index)
    return None


def _same_id(first: ConceptEntry, second: ConceptEntry, index: int) -> Contradiction:
    return Contradiction(
        Phrase("the id “{id}” is that of line {line} too", id=second.id, line=first.line),
        index,
        second.id,
        Phrase("an id belongs to one entry"),
    )


def _between(first: ConceptEntry, second: ConceptEntry, index: int, key: str) -> Contradiction | None:
    for mine, others in ((second, first), (first, second)):
        forbidden = {term.text for term in mine.of("ja") if not term.allowed}
        for term in others.allowed("ja"):
            if term.text in forbidden:
                return _forbidden(first, index, term)
    wanted, other = _wanted(second), _wanted(first)
    homonyms = first.kind != second.kind or (first.definition and second.definition)
    if homonyms or not wanted or not other or wanted & other:
        return None
    return Contradiction(
        Phrase(
            "“{english}” is {japanese} here, and {other} in line {line}",
            english=_spelled(second, key),
            japanese=second.preferred("ja"),
            other=first.preferred("ja"),
            line=first.line,
        ),
        index,
        second.preferred("ja"),
        Phrase("keep one of them, or give both a definition if they are two things"),
    )


def _wanted(entry: ConceptEntry) -> set[str]:
    return {term.text for term in entry.allowed("ja")}


def _spelled(entry: ConceptEntry, key: str) -> str:
    return next(term.text for term in entry.allowed("en") if term.text.casefold() == key)


def _forbidden(first: ConceptEntry, index: int, term: Term) -> Contradiction:
    return Contradiction(
        Phrase(
            "“{text}” is wanted by one entry and forbidden by another of the same English term, in line {line}",
            text=term.text,
            line=first.line,
        ),
        index,
        term.text,
        Phrase("keep one of them"),
    )
