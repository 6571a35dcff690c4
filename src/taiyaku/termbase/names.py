"""The parts of a person's name in each language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.japanese.romaji import folded_kana
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.termbase.concept import ConceptEntry, Term

_SEPARATOR = lazy_pattern(r"[・＝\s]+")
_KATAKANA = lazy_pattern("[ァ-ヴー]")
_TWO = 2


class NameParts(NamedTuple):
    """A person's family and given name, as written in one language."""

    family: str
    given: str


@lru_cache(maxsize=8192)
def name_parts(entry: ConceptEntry, term: Term) -> NameParts | None:
    """Return the parts of one form of a person's name, or None if it has one part only or they cannot be told.

    The term's own `parts` (family name first) win. An English name is given-first unless its entry says otherwise,
    a katakana one in the order of its own language, a Japanese one family-first.
    """
    if len(term.parts) == _TWO:
        return NameParts(*term.parts)
    words = [word for word in _SEPARATOR.split(term.text) if word]
    if len(words) >= _TWO:
        foreign = term.language == "en" or _KATAKANA.search(words[-1]) is not None
        given_first = foreign and entry.order != "family-first"
        return NameParts(words[-1], words[0]) if given_first else NameParts(words[0], words[-1])
    if term.language == "ja":
        return _japanese_parts(entry, term)
    return None


def _japanese_parts(entry: ConceptEntry, term: Term) -> NameParts | None:
    """Cut a name without a separator where its reading says, or else its English form."""
    readings = term.reading.split()
    if len(readings) == _TWO:
        family, given = map(folded_kana, readings)
    else:
        english = next((parts for form in entry.allowed("en") if (parts := name_parts(entry, form))), None)
        if english is None:
            return None
        from taiyaku.japanese.romaji import folded

        family, given = folded(english.family), folded(english.given)
    from taiyaku.japanese.readings import split_at

    end = split_at(term.text, family, given)
    if end is None and readings:
        end = _likely_end(term.text)
    return NameParts(term.text[:end], term.text[end:]) if end else None


def _likely_end(name: str) -> int | None:
    """Return where most names of that length are cut: two kanji of family name, one of a name of two."""
    return {2: 1, 3: 2, 4: 2, 5: 3}.get(len(name))
