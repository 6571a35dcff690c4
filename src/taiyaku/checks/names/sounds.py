"""Which names of the two sides of a pair are one by sound, without any termbase."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.names.known_places import is_demonym
from taiyaku.checks.names.tables import lines_of
from taiyaku.english.names import CapitalizedName, capitalized_names, is_title, opens_sentence
from taiyaku.english.words import words
from taiyaku.japanese.katakana import ALIKE, likeness
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.passage import Passage
    from taiyaku.english.words import Word
    from taiyaku.japanese.token import Token

_KATAKANA = lazy_pattern("[ァ-ヴー]{3,}")
_PIECES = lazy_pattern("[ァ-ヴー]+")
_EXONYMS = tuple((kana, stem.lower()) for kana, *stems in map(str.split, lines_of("exonyms.txt")) for stem in stems)
"""Names that Japanese has from another language than English: what their English begins with."""

_LOOSE = 0.5
"""From this likeness on, a word may well be the name; below it, it is not."""

_MEAN = 0.55
"""The same for a name of several words, none of which is `ALIKE`: how alike they are on an average."""

CERTAIN = 0.75
"""From this likeness on, words that are no names count, and places that are known by other names."""

_SHORTEST = 2
"""Kana runs and English words of fewer characters are like anything."""


class NameInJapanese(NamedTuple):
    """A word of a Japanese text that is a name, or may be one. `pieces` are its words if it is in katakana."""

    token: Token
    pieces: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where it is, in code points."""
        return self.token.span


def names_in_japanese(passage: Passage) -> Iterator[NameInJapanese]:
    """Yield the names of a Japanese text.

    In katakana, what the dictionary has as one, or does not know but a title or 州 follows; in kanji, names of two
    characters or more.
    """
    for token in passage.tokens:
        if "ァ" <= token.surface[0] <= "ー" and _KATAKANA.match(token.surface):
            if _may_be_name(token, passage.masked) and is_whole(token.span, passage.masked):
                yield NameInJapanese(token, tuple(_PIECES.findall(token.surface)))
        elif token.part_of_speech[2] in _SORTS and len(token.surface) >= _SHORTEST:
            yield NameInJapanese(token, ())


_SORTS = frozenset({"人名", "地名"})


_AFTER_NAMES = lazy_pattern(
    "氏|さん|選手|監督|議員|大統領|首相|外相|知事|市長|容疑者|被告|教授|博士|州|市|県|島|川|湖|郡|村"
)


def _may_be_name(token: Token, text: str) -> bool:
    return (
        token.part_of_speech[2] in _SORTS
        or "・" in token.surface
        or (not token.known and _AFTER_NAMES.match(text, token.span.end) is not None)
    )


def is_whole(span: Span, text: str) -> bool:
    """Whether a katakana run is no longer than the name: シリア is not in シリアライズ."""
    return not (_RUN_ON.match(text, span.end) or (span.start and _RUN_ON.match(text, span.start - 1)))


_RUN_ON = lazy_pattern("[ァ-ヴー・＝]")


def is_sounded_in(pieces: Sequence[str], english: Sequence[str], common: Sequence[str] = ()) -> bool:
    """Whether a katakana name may be made of the plain English words, by sound or as everybody knows it.

    Of `common` words, no names, more likeness is asked.
    """
    for piece in pieces:
        if any(word.startswith(stem) for kana, stem in _EXONYMS if kana in piece for word in english):
            return True
    best = [max((likeness(piece, word) for word in english), default=0.0) for piece in pieces]
    if _is_enough(best) or any(
        likeness(piece, word) >= CERTAIN for piece in pieces if len(piece) > _SHORTEST for word in common
    ):
        return True
    if len(pieces) > 1 and common:
        nouns = [max(likeness(piece, word) for word in common) for piece in pieces]
        if sum(map(max, best, nouns)) / len(pieces) >= ALIKE:
            return True
    whole = "".join(pieces)
    return any(likeness(whole, first + second) >= _LOOSE for first, second in pairwise(english))


def sounds_like_any(english: Sequence[str], kana: Sequence[str], common: Sequence[str] = ()) -> bool:
    """Whether the words of an English name may be any of the katakana words, as `is_sounded_in` says."""
    plain = [word.lower().replace("’", "'").removesuffix("'s") for word in english]
    if any(word.startswith(stem) for name, stem in _EXONYMS for word in plain if any(name in piece for piece in kana)):
        return True
    best = [max((likeness(piece, word) for piece in kana), default=0.0) for word in plain]
    return (
        _is_enough(best)
        or any(likeness(piece, "".join(plain)) >= _LOOSE for piece in kana)
        or any(likeness(piece, word) >= CERTAIN for piece in common for word in plain)
    )


def _is_enough(best: Sequence[float]) -> bool:
    if len(best) < 2:  # noqa: PLR2004 - one word
        return sum(best) >= _LOOSE
    return max(best) >= ALIKE or sum(best) / len(best) >= _MEAN


def kana_pieces(passage: Passage) -> tuple[list[str], list[str]]:
    """Return the katakana words of a Japanese text that may be names, cut at dots, and those that are common nouns."""
    common = {token.span.start for token in passage.tokens if token.known and token.part_of_speech[1] == "普通名詞"}
    whole = [match for match in _PIECES.finditer(passage.masked) if len(match[0]) >= _SHORTEST]
    ends = {token.span for token in passage.tokens if token.span.start in common}
    nouns = [match[0] for match in whole if match.span() in ends]
    return [match[0] for match in whole if match.span() not in ends], nouns


def english_pieces(passage: Passage) -> Iterator[CapitalizedName]:
    """Yield the names of an English text, cut at titles and at adjectives of places.

    Arizona Senator Jeff Flake: Arizona, Jeff Flake.
    """
    for name in capitalized_names(passage.masked):
        start = name.span.start
        kept: list[Word] = []
        for word in words(name.text):
            apart = is_title(word.plain) or is_demonym(word.plain) or word.plain in _LINKS
            if kept and _ends_sentence(kept[-1], name.text[kept[-1].span.end : word.span.start]):
                yield from _piece(kept, start, passage.masked)
                kept = []
            if not apart:
                kept.append(word)
            if apart or word.text.endswith(_POSSESSIVE):
                yield from _piece(kept, start, passage.masked)
                kept = []
        yield from _piece(kept, start, passage.masked)


_POSSESSIVE = ("'s", "’s")
_LINKS = frozenset({"and", "in", "for"})
_ABBREVIATION = lazy_pattern("[A-Z]|[A-Z][a-z]|(?:[A-Z][.])+[A-Z]|[A-Z][a-z]?[b-df-hj-np-tv-z]{1,2}")
"""What a full stop may follow inside a name: J. R. Smith, St. Louis, U.S. Route."""


def _ends_sentence(word: Word, gap: str) -> bool:
    return "." in gap and _ABBREVIATION.fullmatch(word.text) is None


def _piece(kept: Sequence[Word], start: int, text: str) -> Iterator[CapitalizedName]:
    while kept and not kept[0].capital:
        kept = kept[1:]
    while kept and not kept[-1].capital:
        kept = kept[:-1]
    if kept:
        end = kept[-1].span.end - (len("'s") if kept[-1].text.endswith(_POSSESSIVE) else 0)
        span = Span(start + kept[0].span.start, start + end)
        own = tuple(word.text for word in kept if word.capital)
        yield CapitalizedName(span.of(text), span, own, (), opens_sentence(text, span.start))
