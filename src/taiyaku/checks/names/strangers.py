"""Names of one side of a pair that nothing on the other side explains: not a sound, not a reading, not an exonym."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.checks.names.english_vocabulary import TRANSLATED, is_wordlike
from taiyaku.checks.names.known_places import (
    english_place,
    is_in_english,
    is_in_japanese,
    is_near_in_english,
    is_near_in_japanese,
    japanese_place,
    may_have_places,
)
from taiyaku.checks.names.sounds import (
    CERTAIN,
    english_pieces,
    is_sounded_in,
    is_whole,
    kana_pieces,
    names_in_japanese,
    sounds_like_any,
)
from taiyaku.english.names import CapitalizedName
from taiyaku.english.words import words
from taiyaku.japanese.katakana import likeness
from taiyaku.japanese.readings import keys
from taiyaku.japanese.romaji import folded, folded_kana
from taiyaku.japanese.scripts import is_kanji
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from taiyaku.checks.names.known_places import Place
    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token

_LONGEST = 2_000
"""In longer texts (code points) some name is always without an explanation."""

Sort = Literal["place", "full name", "word", "reading"]
"""What tells that it is a name: a place everybody knows; words with a dot or space between them; one word alone; or
kanji that are read as Japanese."""


class Stranger(NamedTuple):
    """A name that nothing explains. `span` is in code points; `sure` where it cannot be anything but a name.

    `opening`: it opens an English sentence, and may be any word. `gone`: it says enough by itself, with no name on the
    other side that may stand for it.
    """

    span: Span
    sort: Sort
    sure: bool = True
    opening: bool = False
    gone: bool = False


_ROMAJI = lazy_pattern("(?:(?:[kgstznhbpmrdyj]|sh|ch|ts|f|w|[kgnhbpmr]y|ss|kk|pp|tt)?[aiueo]){3,}")
_NOT_HEPBURN = lazy_pattern("s[i]|t[iu]|hu|zi|tsu?[aeo]|y[ie]|w[iueo]|f[aieo]|[aeo][iaueo]")
"""What Japanese words in Latin letters do not have, and those of other languages of kanji often do."""


def japanese_strangers(japanese: Passage, english: Passage) -> Iterator[Stranger]:
    """Yield the Japanese names that nothing in the English text explains, registered ones left out."""
    names = [name for name in names_in_japanese(japanese) if name.span not in japanese.names]
    row = words(english.masked) if names else ()
    capitals = [word.plain for word in row if word.capital]
    common = [word.plain for word in row if not word.capital]
    for name in names:
        place = japanese_place(name.token, japanese.masked[name.span.end : name.span.end + 1])
        if place is not None:
            sounded = name.pieces and any(likeness(name.token.surface, word) >= CERTAIN for word in capitals)
            if is_whole(name.span, japanese.masked) and not sounded and not is_in_english(place, english, japanese):
                referred = _REFERENCE.search(english.masked) is not None and _HOLE.search(english.masked) is None
                with_city = _CITY_NEXT.match(japanese.masked, name.span.end) is not None
                whole = referred or with_city
                traded = _TRADED.match(japanese.masked, name.span.end) is not None
                gone = place.name not in _HOME and not (whole or traded) and not is_near_in_english(place, english)
                yield Stranger(name.span, "place", not (with_city or traded), gone=gone)
        elif name.pieces:
            if not is_sounded_in(name.pieces, capitals, common):
                sort: Sort = "full name" if len(name.pieces) > 1 else "word"
                gone = sort == "full name" or _HOLE.search(english.masked) is not None
                yield Stranger(name.span, sort, sort == "full name", gone=gone)
        elif _is_unread(name.token, [*capitals, *common]):
            yield Stranger(name.span, "reading")


def has_strangers(target: Passage, source: Passage, known: Sequence[Span], kind: str) -> bool:
    """Whether a translation has a name that nothing in its source explains, other than the `known` ones.

    In Japanese, only names of the kind of thing count: "person" or "place".
    """
    if max(len(target.text), len(source.text)) > _LONGEST:
        return False

    def is_known(span: Span) -> bool:
        return any(span.start < end and start < span.end for start, end in known)

    if target.language == "en":
        return any(stranger.sure and not is_known(stranger.span) for stranger in english_strangers(target, source))
    kinds = {token.span: token.part_of_speech[2] for token in target.tokens}
    return any(
        not is_known(stranger.span) and kinds.get(stranger.span) == _KINDS.get(kind, "地名")
        for stranger in japanese_strangers(target, source)
    )


_KINDS = {"person": "人名", "place": "地名"}


def _is_unread(token: Token, row: Sequence[str]) -> bool:
    """Whether a Japanese family name or place is read like nothing in the English text."""
    read = keys(token.surface)
    folds = {folded(word) for word in row}
    return bool(read) and not any(key in fold or (len(fold) > 3 and fold in key) for key in read for fold in folds)  # noqa: PLR2004 - shorter ones are everywhere


def english_strangers(english: Passage, japanese: Passage, *, only_places: bool = False) -> Iterator[Stranger]:
    """Yield the English names, or only known places, that nothing in the Japanese text explains; no registered ones."""
    if only_places and not may_have_places(english):
        return
    kana, common = kana_pieces(japanese)
    read = _read_aloud(japanese.tokens)
    latin = {word.plain for word in words(japanese.masked)}
    for name in map(_without_opening, english_pieces(english)):
        place = _place(name)
        if place is None and only_places:
            continue
        if name.span in english.names or _is_explained(name, latin, read, japanese.tokens):
            continue
        if place is None and _NUMBERED.match(english.masked, name.span.end) is not None:
            continue
        if place is not None:
            sounded = any(likeness(piece, word.lower()) >= CERTAIN for piece in kana for word in name.words)
            if not sounded and not is_in_japanese(place, japanese, english):
                referred = _ABBREVIATING.search(japanese.masked) is not None
                whole = referred or _CITY_BEFORE.search(english.masked, 0, name.span.start) is not None
                gone = place.name not in _HOME and not whole and not is_near_in_japanese(place, japanese)
                yield Stranger(name.span, "place", gone=gone)
        elif not _is_translated(name) and not sounds_like_any(name.words, kana, common):
            yield _unknown(name)


_HOME = frozenset({"Japan", "United States"})
"""Countries that are left out or put in as readers need it."""

_REFERENCE = lazy_pattern(
    r"\b(?:[Tt]h(?:e|at|is|eir) (?:\w+ )?(?:city|town|village|prefecture|county|state|country|nation|island|region|area"
    r"|capital|government|neighbou?r|kingdom|republic|peninsula|continent)|the (?:North|South|East|West|Union|Kingdom)"
    r"|(?:both|two) (?:cities|countries|nations)|[Ii]ts?|[Tt]heir|[Tt]hey|[Hh]ome|[Tt]here|[Hh]ere|[Ll]ocal|[Nn]ational"
    r"|[Dd]omestic|[Oo]ur|[Ww]e|[Tt]hem|[Nn]ationwide)\b"
)
_ABBREVIATING = lazy_pattern("[同両本当各自][市県国州町村都府区地島]|現地|当地|国内|国外|そこ|ここ|故郷|地元")


_CITY_NEXT = lazy_pattern("[都道府県州](?=[一-龯ァ-ヴ々])")
_TRADED = lazy_pattern(
    "(?:株式|外国為替|外為|債券|商品|先物|金融|原油|金|円)?(?:市場|取引所)|市況|株(?:安|高|式)|外為|為替"
)
"""After the place of a market, which another language names by what is traded there: the Nikkei, the dollar."""

_CITY_BEFORE = lazy_pattern(r"[A-Z]\w+, $")
"""Where the prefecture, state or country is only said with its city, which may do without it."""

_HOLE = lazy_pattern(r"\w (?:of|in|from|near|to) ?(?:[,.;](?!\w)|(?:in|at|of|remains?|is|was) )")
"""Where a name fell out of an English sentence: the capital of, with many museums."""


_NUMBERED = lazy_pattern(r" (?:[Nn]o\. ?)?[\dIVX]+\b")
"""What makes a capitalized word the name of a kind: Flight 714, Chapter 11."""


def _without_opening(name: CapitalizedName) -> CapitalizedName:
    """Return a name without the word before it that opens the sentence: Within Italy, Today Israel."""
    if not name.opening or len(name.words) == 1 or not is_wordlike(name.words[0]):
        return name
    text = name.text[len(name.words[0]) :].lstrip()
    if not text.startswith(name.words[1]) or english_place(name.text) is not None:
        return name
    return CapitalizedName(text, Span(name.span.end - len(text), name.span.end), name.words[1:], (), opening=False)


def _place(name: CapitalizedName) -> Place | None:
    """Return the place that a name is, or begins with where the rest says what is there: Florida Department."""
    place = english_place(name.text)
    if place is None and len(name.words) > 1:
        rest = [word for word in name.words if word.lower() not in TRANSLATED]
        place = english_place(" ".join(rest)) if rest and list(name.words[: len(rest)]) == rest else None
    return place


_CONTRACTED = lazy_pattern("['’](?:m|re|ve|ll|d|t)$", re.IGNORECASE)
_ACRONYM = lazy_pattern("[A-Z0-9.&]+s?")


def _unknown(name: CapitalizedName) -> Stranger:
    first = name.words[0].lower()
    if len(name.words) == 1 and _ROMAJI.fullmatch(first) and not _NOT_HEPBURN.search(first):
        return Stranger(name.span, "reading")
    sort: Sort = "full name" if len(name.words) > 1 else "word"
    sure = not name.opening or all(not is_wordlike(word) for word in name.words)
    return Stranger(name.span, sort, sure, name.opening)


def _is_translated(name: CapitalizedName) -> bool:
    plain = [word.lower().removesuffix("'s").removesuffix("’s") for word in name.words]
    return (
        any(word in TRANSLATED for word in plain)
        or _CONTRACTED.search(name.words[0]) is not None
        or all(_ACRONYM.fullmatch(word) for word in name.words)
    )


def _is_explained(name: CapitalizedName, latin: set[str], read: str, tokens: Sequence[Token]) -> bool:
    """Whether a word of a name stands in the Japanese text in Latin letters, or in kanji that are read so."""
    return any(word.lower() in latin or _is_read(word, read, tokens) for word in name.words)


def _read_aloud(tokens: Sequence[Token]) -> str:
    """Return the folded reading of a text. What was kept whole is read in all ways that the dictionary can find."""
    return "".join(
        folded_kana(token.reading) if token.reading else f" {' '.join(_readings(token.surface))} " for token in tokens
    )


def _readings(surface: str) -> Iterable[str]:
    return keys(surface) if is_kanji(surface[0]) else ()


def _is_read(word: str, read: str, tokens: Sequence[Token]) -> bool:
    key = folded(word)
    if len(key) > 2 and key in read:  # noqa: PLR2004 - shorter ones are everywhere
        return True
    return any(token.is_name and token.origin == "固" and key in keys(token.surface) for token in tokens)
