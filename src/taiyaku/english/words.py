"""English words, and which dictionary forms an inflected one may have."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_WORD = lazy_pattern(r"[^\W_]+(?:['’.&][^\W_]+)*")
"""A word with its apostrophes and inner dots: Torrance’s, U.S, AT&T, O’Brien."""

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "media": "medium",
    "criteria": "criterion",
    "analyses": "analysis",
    "crises": "crisis",
}
_NO_PLURAL = lazy_pattern("(?:ss|us|is)$")
_VOWEL = lazy_pattern("[aeiouy]")
_SHORTEST = 3
"""A stem of fewer letters is none: king, bring and red are not inflected."""


class Word(NamedTuple):
    """A word and its place in code points. `plain` is in lower case, with straight apostrophes, without possessive."""

    text: str
    span: Span
    plain: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


_made: Callable[[Any, tuple[Any, ...]], Any] = tuple.__new__
"""Makes a named tuple of its values, in half the time that its own class takes."""


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text. The latest texts are remembered: several checks ask for them in turn."""
    return tuple(
        [_made(Word, (match[0], _made(Span, match.span()), plain(match[0]))) for match in _WORD.finditer(text)]
    )


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """Return a word in lower case, its apostrophes straight, without a possessive: Torrance’s is torrance."""
    lowered = word.lower().replace("’", "'")
    return lowered.removesuffix("'s")


@lru_cache(maxsize=1 << 15)
def bases(word: str) -> tuple[str, ...]:
    """Return what a plain word may be a form of, itself first: cities: city; glazed: glaze; stopped: stop.

    Some are no words at all: they are looked up, not shown.
    """
    found = [word, *_singulars(word)]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST and _VOWEL.search(stem):
            found += [stem, f"{stem}e"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
    if word.endswith("ied"):
        found.append(f"{word[:-3]}y")
    return tuple(dict.fromkeys(found))


def _singulars(word: str) -> list[str]:
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if not word.endswith("s") or len(word) <= _SHORTEST or _NO_PLURAL.search(word):
        return []
    if word.endswith("ies"):
        return [f"{word[:-3]}y", word[:-1]]
    return [word[:-1], word[:-2]] if word.endswith("es") else [word[:-1]]
