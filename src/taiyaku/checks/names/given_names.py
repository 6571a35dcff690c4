"""A person of the right family name whose given name became another one: ジョン・チェン for George Chen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from taiyaku.checks.names.english_vocabulary import TRANSLATED, is_no_name
from taiyaku.checks.names.known_places import english_place, is_demonym
from taiyaku.checks.names.rivals import Rival
from taiyaku.english.names import is_title, opens_sentence
from taiyaku.english.words import words
from taiyaku.japanese.katakana import ALIKE, likeness
from taiyaku.japanese.readings import keys
from taiyaku.japanese.romaji import folded
from taiyaku.japanese.scripts import KANJI
from taiyaku.span import Span
from taiyaku.termbase.names import name_parts
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.mentions import Mentions
    from taiyaku.english.words import Word
    from taiyaku.termbase.concept import ConceptEntry
    from taiyaku.termbase.occurrences import Occurrence

_KATAKANA = lazy_pattern("[ァ-ヴー]+(?:[・＝][ァ-ヴー]+)+(?!両|各|[ァ-ヴー・＝])")
"""A name in katakana of two words or more; ウォン・チェン両議員 are two persons."""

_PIECE = lazy_pattern("[ァ-ヴー]+")
_POLITE = lazy_pattern(f"([{KANJI}]{{1,3}})(?:さん|氏|君|くん|ちゃん|様)")
_NO_GIVEN_NAME = lazy_pattern("^[両同前元新現副故]|[長事員相官佐授督手者家士師優将生妻族]$|[夫姉妹兄弟]")
"""What stands between a family name and さん and is no given name: an office, 兄, 両."""

_MOST = 2
"""How many words of a given name are looked for: Mary Ann."""

_SHORTEST = 2
_SMALL = 3
"""Words of so few letters may be without a capital in headlines."""

_ENDED = lazy_pattern('[.!?]["”’)]*\\s*$')


def other_given_name(found: Mentions, item: Occurrence) -> Rival | None:
    """Return a name in the target that has a mentioned person's family name and another given name, or None.

    Only where the source has the name in full and the target has it in full nowhere. It may be a relative's: a name
    that is registered, or that something else in the source explains, is none.
    """
    if item.entry.kind != "person" or item.family:
        return None
    if any(other.entry is item.entry and not other.family for other in found.within):
        return None
    wanted = item.entry.preferred(found.pair.target.language)
    candidates = _in_japanese if found.pair.target.language == "ja" else _in_english
    for span, given in candidates(found, item.entry):
        if not _is_registered(found, span) and not _is_explained(found, item, given):
            return Rival(span, wanted)
    return None


def _is_registered(found: Mentions, span: Span) -> bool:
    """Whether a registered name that is more than a family name has something in common with a span."""
    names = (other.span for other in found.within if other.entry.is_name and not other.family)
    return any(start < span.end and span.start < end for start, end in names)


def _families(entry: ConceptEntry, language: str) -> frozenset[str]:
    parts = (name_parts(entry, term) for term in entry.allowed(language))
    return frozenset(part.family for part in parts if part is not None)


def _in_english(found: Mentions, entry: ConceptEntry) -> Iterator[tuple[Span, Sequence[str]]]:
    """Yield the names in the English target that end as the person's does, with their given names."""
    if entry.order == "family-first":
        return
    text = found.pair.target.masked
    own = {word.plain for term in entry.of("en") for word in words(term.text)}
    families = {family.lower() for family in _families(entry, "en")}
    row = words(text)
    for place, word in enumerate(row):
        if not word.capital or word.plain not in families or _goes_on(row, place, text):
            continue
        given = _given_before(row, place, text)
        if given and own.isdisjoint(one.plain for one in given) and not _is_headline(row, [word, *given], text):
            length = len("'s") if word.text.endswith(("'s", "’s")) else 0
            yield Span(given[0].span.start, word.span.end - length), [one.plain for one in given]


def _is_headline(row: Sequence[Word], name: Sequence[Word], text: str) -> bool:
    """Whether all words have capitals, as far as can be seen outside of a name."""
    others = [word.capital for word in row if word not in name and len(word.text) > _SMALL]
    return all(others) if others else _ENDED.search(text) is None and all(word.capital for word in row)


def _goes_on(row: Sequence[Word], place: int, text: str) -> bool:
    """Whether a name goes on after a word: Gerald Chen Park is no person."""
    following = row[place + 1 : place + 2]
    return bool(following) and following[0].capital and text[row[place].span.end : following[0].span.start] == " "


def _given_before(row: Sequence[Word], place: int, text: str) -> list[Word]:
    """Return the words right before a family name that must be given names, none where they may be anything else."""
    given: list[Word] = []
    for before, word in pairwise(reversed(row[max(0, place - _MOST - 1) : place + 1])):
        gap = text[word.span.end : before.span.start]
        if gap != " " or not word.capital or is_title(word.plain):
            break
        given.insert(0, word)
    return given if 0 < len(given) <= _MOST and all(_may_be_given(word, text) for word in given) else []


def _may_be_given(word: Word, text: str) -> bool:
    if len(word.text) < _SHORTEST or word.text.isupper() or word.text.endswith(("'s", "’s")):
        return False
    if word.plain in TRANSLATED or is_demonym(word.plain) or english_place(word.text) is not None:
        return False
    return not (opens_sentence(text, word.span.start) and is_no_name(word.plain))


def _in_japanese(found: Mentions, entry: ConceptEntry) -> Iterator[tuple[Span, Sequence[str]]]:
    """Yield the names in the Japanese target that have the person's family name, with their given names."""
    target, families = found.pair.target, _families(entry, "ja")
    own = {piece for term in entry.of("ja") for piece in _PIECE.findall(term.text)}
    for match in _KATAKANA.finditer(target.masked):
        pieces = _PIECE.findall(match[0])
        last = 0 if entry.order == "family-first" else -1
        given = [piece for piece in pieces if piece != pieces[last]]
        if pieces[last] in families and given and own.isdisjoint(given) and max(map(len, given)) >= _SHORTEST:
            yield Span(*match.span()), given
    tokens = {token.span.start: token for token in target.tokens}
    for family in families:
        start = target.masked.find(family)
        while start >= 0 and not _PIECE.fullmatch(family):
            end = start + len(family)
            token, polite = tokens.get(end), _POLITE.match(target.masked, end)
            if start in tokens and token is not None and token.part_of_speech[2:] == ("人名", "名"):
                yield Span(start, token.span.end), [token.surface]
            elif start in tokens and polite is not None and _NO_GIVEN_NAME.search(polite[1]) is None:
                yield Span(start, polite.end(1)), [polite[1]]
            start = target.masked.find(family, end)


def _is_explained(found: Mentions, item: Occurrence, given: Sequence[str]) -> bool:
    """Whether the source has something else that may be the given name: that of a wife, a brother, a namesake."""
    pair = found.pair
    own = [other.span for other in found.source_within if other.entry is item.entry]
    if pair.source.language == "en":
        rest = [
            word.plain
            for word in words(pair.source.masked)
            if word.capital and not any(start <= word.span.start < end for start, end in own)
        ]
        return any(_sounds(name, word) for name in given for word in rest)
    rest = [
        token.surface for token in pair.source.tokens if not any(start <= token.span.start < end for start, end in own)
    ]
    return any(_sounds(word, name) for name in given for word in rest)


def _sounds(japanese: str, english: str) -> bool:
    """Whether a Japanese word may be an English one."""
    if _PIECE.fullmatch(japanese):
        return likeness(japanese, english) >= ALIKE
    return folded(english) in keys(japanese)
