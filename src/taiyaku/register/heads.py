"""What kinds of organizations and places are called in both languages: University, 大学; Prefecture, 県."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.register.tables import lines_of

if TYPE_CHECKING:
    from taiyaku.termbase.concept import Kind


_LONGEST = 10
"""More characters than any ending has."""


class Head(NamedTuple):
    """A row of the table: the plain English words and the Japanese endings that may stand for one another."""

    kind: Kind
    english: tuple[str, ...]
    japanese: tuple[str, ...]
    ambiguous: tuple[str, ...]
    """Those of the English words that other things are called, too."""


@cache
def heads() -> tuple[Head, ...]:
    """Return the rows of the table beside the code."""
    return tuple(map(_head, lines_of("heads.txt")))


def _head(line: str) -> Head:
    kind, english, japanese = (cell.strip() for cell in line.split("|"))
    ambiguous = tuple(form.removesuffix("?") for form in _forms(english) if form.endswith("?"))
    words = tuple(form.removesuffix("?") for form in _forms(english))
    return Head("place" if kind == "place" else "organization", words, _forms(japanese), ambiguous)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split(","))


@cache
def _by_english() -> dict[str, tuple[Head, ...]]:
    rows: dict[str, tuple[Head, ...]] = {}
    for head in heads():
        for word in head.english:
            rows[word] = (*rows.get(word, ()), head)
    return rows


@cache
def japanese_endings(kind: Kind) -> tuple[str, ...]:
    """Return the endings of Japanese names of a kind, the longest first."""
    forms = {form for head in heads() if head.kind == kind for form in head.japanese}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def kind_of_head(word: str) -> Kind | None:
    """Return the kind of thing that a plain English word makes of a name, None if it makes none."""
    rows = _by_english().get(word, ())
    return rows[0].kind if rows else None


def is_ambiguous(word: str) -> bool:
    """Whether a plain English head may well stand in the name of a program or a thing: Service, Library."""
    return any(word in head.ambiguous for head in _by_english().get(word, ()))


def ending_of(japanese: str, kind: Kind) -> str:
    """Return the longest ending of that kind that a Japanese name has, "" if none.

    Something stands before it, and no other letter if it is in letters: there is no FC in RFC.
    """
    endings = _endings(kind)
    lengths = range(min(_LONGEST, len(japanese) - 1), 0, -1)
    found = (japanese[-length:] for length in lengths if japanese[-length:] in endings)
    return next((form for form in found if not (form + japanese[-len(form) - 1]).isascii()), "")


@cache
def _endings(kind: Kind) -> frozenset[str]:
    return frozenset(japanese_endings(kind))


def heads_agree(word: str, ending: str) -> bool:
    """Whether a plain English head and a Japanese ending may stand for one another."""
    return any(ending in head.japanese for head in _by_english().get(word, ()))
