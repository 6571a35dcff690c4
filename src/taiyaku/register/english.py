"""The names of an English text: capitals, and what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.names.english_vocabulary import TRANSLATED, is_no_name, is_wordlike
from taiyaku.checks.names.known_places import is_demonym
from taiyaku.english.names import capitalized_names, is_title, opens_sentence
from taiyaku.english.words import words
from taiyaku.register.heads import kind_of_head
from taiyaku.register.mention import Mention
from taiyaku.register.places import known_place
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.passage import Passage
    from taiyaku.english.words import Word
    from taiyaku.termbase.concept import Kind

_ABBREVIATION = lazy_pattern(
    "(?:[A-Z][.])*[A-Z]|[MDJS]rs?|Ms|St|Mt|Ft|Lt|Col|Gen|Rep|Sen|Gov|Prof|Capt|Sgt|Maj|Adm|Rev|Hon|No|Inc|Corp|Co|Ltd"
)
_CUTTING_WORDS = "and the in for y e with to on at by from as is are or but a an"
_CUTTING = frozenset(_CUTTING_WORDS.split())
_STOP = lazy_pattern(r"""[.!?:;]["”’')]*\s*$""")
_TIMES = frozenset({"yesterday", "today", "tomorrow", "tonight", "earlier", "later"})
_POSSESSIVE = ("'s", "’s")
_SPEAKING = lazy_pattern(
    r"(?:,? (?:who|whose|said|says|told|tells|added|adds|asked|wrote|writes|explained|tweeted|testified|recalled"
    r"|insisted|joked|argued|admitted|died)\b)"
)
_PERSONAL = lazy_pattern(r"(?:,? (?:who|whose)\b|, (?:aged? )?\d{2}(?:,|\.|$)| \(\d{2}\))")
_SPOKEN = lazy_pattern(r"(?:\b(?:said|says|told|added|asked|wrote|[Hh]is (?:wife|son|brother)|[Hh]er husband) )$")
_INSIDE = lazy_pattern(r"\b(?:in|near|across|throughout|outside|around) $")
_WHERE = lazy_pattern(r"\b(?:in|from|of|to|at|near) $")
_SYLLABLE = lazy_pattern(r"-[a-z]{2,5}\b(?!-)")
_DOTTED = lazy_pattern(r"[A-Z]\.[A-Z]$")
_DOT = lazy_pattern(r"\.")
_BESIDE = lazy_pattern(r", ([A-Z][\w.]+(?: [A-Z]\w+)?)(?:[,.;)]|$)")
_THE = lazy_pattern(r"\b[Tt]he $")
_GLOSS = lazy_pattern(r" ?[(（]([^()（）]{1,40})[)）]")
_JAPANESE = lazy_pattern(r"[ぁ-ヿ一-鿿々・＝]+")
_ACRONYM = lazy_pattern(r"[A-Z][A-Z0-9&.]{1,7}")
_FOREIGN_WORDS = "le la el les los las der die das san santa santo punta saint st"
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
"""Words with which places and things begin, in other languages."""

_FULL = 2
_LONGEST_NAME = 4
_TITLE_CASE = 0.7
_HEADLINE = 4


def english_mentions(passage: Passage) -> Iterator[Mention]:
    """Yield the names of a text that are not registered, in order."""
    text = passage.masked
    headline = _is_headline(text)
    for run in capitalized_names(text):
        titles = tuple(title for title in run.titles if title.lower() not in {"st", "saint"})
        for piece, before in _cut(run.span, text):
            mention = _mention(piece, (*titles, *before), text, headline=headline)
            titles = ()
            if mention is not None and not any(
                mention.span.start < end and start < mention.span.end for start, end in passage.names
            ):
                yield mention


def _is_headline(text: str) -> bool:
    """Whether a text is in title case or in capitals, so that a capital says nothing; none ends with a full stop."""
    if _STOP.search(text):
        return False
    row = [word for word in words(text) if len(word.text) >= _HEADLINE]
    capitals = sum(word.capital for word in row)
    return capitals == len(row) or (len(row) >= _HEADLINE and capitals >= _TITLE_CASE * len(row))


def _cut(span: Span, text: str) -> Iterator[tuple[list[Word], tuple[str, ...]]]:
    """Yield the words of each name of a run, and the titles before it."""
    kept: list[Word] = []
    titles: list[str] = []
    row = [
        word._replace(span=Span(word.span.start + span.start, word.span.end + span.start))
        for word in words(span.of(text))
    ]
    for place, word in enumerate(row):
        gap = text[kept[-1].span.end : word.span.start] if kept else ""
        if _ends_sentence(kept, gap, word) or _is_where(kept, row[place:], text):
            yield kept, tuple(titles)
            kept, titles = [], []
        rest = row[place + 1 :]
        apart = word.plain in _CUTTING or (word.plain == "of" and not _is_headed(kept))
        title = is_title(word.plain) and (bool(rest) or not kept) and not _is_headed(rest[:1])
        people = is_demonym(word.plain) and known_place(word.plain) is None
        if apart or title or (people and not kept and not _has_head(rest)):
            if kept:
                yield kept, tuple(titles)
                kept, titles = [], []
            titles = [*titles, word.text] if title else []
            continue
        kept.append(word)
        if word.text.endswith(_POSSESSIVE):
            yield kept, tuple(titles)
            kept, titles = [], []
    if kept:
        yield kept, tuple(titles)


def _ends_sentence(kept: Sequence[Word], gap: str, following: Word) -> bool:
    """Whether a sentence ends before a word; after an abbreviation only where the word is in no name: the U.S. They."""
    if not kept or "." not in gap:
        return False
    return _ABBREVIATION.fullmatch(kept[-1].text) is None or is_no_name(following.text)


def _is_where(kept: Sequence[Word], rest: Sequence[Word], text: str) -> bool:
    """Whether some words say where, and those behind them who: the consul in Los Angeles Naoshige Aoshima."""
    if len(kept) < _FULL or len(rest) < _FULL or _has_head(rest):
        return False
    if _WHERE.search(text, 0, kept[0].span.start) is None:
        return False
    return known_place(" ".join(word.text for word in kept)) is not None


def _is_headed(row: Sequence[Word]) -> bool:
    return len(row) > 0 and kind_of_head(row[-1].plain) is not None


def _has_head(row: Sequence[Word]) -> bool:
    """Whether some words are an institution's: Museum, Council of Schools."""
    plain = [word.plain for word in row]
    return _is_headed(row[: plain.index("of")] if "of" in plain else row)


def _mention(row: list[Word], titles: tuple[str, ...], text: str, *, headline: bool) -> Mention | None:
    row = _without_opening(row, text)
    while row and not row[-1].capital:
        row = row[:-1]
    if not row or len(row) > _LONGEST_NAME + 2 or not _may_be_name(row):
        return None
    end = _end(row[-1], text)
    span = Span(row[0].span.start, end)
    own = " ".join(span.of(text).split())
    pieces = tuple(word.text.removesuffix("'s").removesuffix("’s") for word in row)
    if end > row[-1].span.end:
        pieces = (*pieces[:-1], text[row[-1].span.start : end])
    kind, head = _kind(row, own, titles, text)
    opening = opens_sentence(text, span.start) and len(row) == 1 and not titles
    wordlike = opening and is_wordlike(pieces[0])
    gloss = _GLOSS.match(text, end)
    hint = _hint(row, span, text)
    known = known_place(own) is not None
    sure = (not headline and not opening) or known
    return Mention(
        "en",
        own,
        span,
        pieces,
        kind,
        head,
        () if text.endswith(" of ", 0, span.start) else titles,  # the consul general of Japan
        "",
        sure,
        len(row) == 1,
        gloss[1] if gloss and (_JAPANESE.search(gloss[1]) or _ACRONYM.fullmatch(gloss[1])) else "",
        hint,
        _THE.search(text, 0, span.start) is not None,
        wordlike and not known,
    )


def _end(last: Word, text: str) -> int:
    """Return where a name ends, without a possessive, and with what belongs to it: Moon Jae-in, U.S."""
    if last.text.endswith(_POSSESSIVE):
        return last.span.end - len("'s")
    tail = (_DOT if _DOTTED.search(last.text) else _SYLLABLE).match(text, last.span.end)
    return tail.end() if tail else last.span.end


def _without_opening(row: list[Word], text: str) -> list[Word]:
    """Return the words without one before them that only opens the sentence: Within Italy, Today Israel."""
    while row and not row[0].capital:
        row = row[1:]
    if len(row) > 1 and opens_sentence(text, row[0].span.start):
        whole = known_place(" ".join(word.text for word in row)) is not None
        if not whole and (is_no_name(row[0].text) or row[0].plain in _TIMES):
            return _without_opening(row[1:], text)
    return row


def _may_be_name(row: Sequence[Word]) -> bool:
    plain = [word.plain for word in row]
    if len(row) == 1:
        word = row[0].text
        if known_place(word) is not None:
            return True
        return not (
            plain[0] in TRANSLATED
            or is_title(plain[0])
            or is_demonym(plain[0])
            or is_no_name(plain[0])
            or len(word) < _FULL
            or word[0].isdigit()
            or re.search(r"['’](?:m|re|ve|ll|d|t)$", word, re.IGNORECASE)
        )
    return kind_of_head(plain[-1]) is not None or not all(word in TRANSLATED or is_demonym(word) for word in plain)


def _kind(row: Sequence[Word], own: str, titles: tuple[str, ...], text: str) -> tuple[Kind | None, str]:
    """Return what a name is, as far as its own words and those beside it tell, and the head among its words."""
    if known_place(own) is not None:
        return "place", ""
    plain = [word.plain for word in row]
    if len(row) > 1:
        head = plain[plain.index("of") - 1] if "of" in plain[1:] else plain[-1]
        kind = kind_of_head(head)
        if kind is not None:
            return kind, head
        if plain[0] in {"lake", "mount", "mt"}:
            return "place", plain[0]
    start, end = row[0].span.start, row[-1].span.end
    if titles or (_PERSONAL.match(text, end) and len(row) <= _LONGEST_NAME):
        return (None if _ACRONYM.fullmatch(own) else "person"), ""
    if _FULL <= len(row) <= _LONGEST_NAME and (_SPEAKING.match(text, end) or _SPOKEN.search(text, 0, start)):
        return (None if _THE.search(text, 0, start) or not is_personal([word.text for word in row]) else "person"), ""
    following = _BESIDE.match(text, end)
    if following is not None and known_place(following[1]) is not None:
        return "place", ""
    return None, ""


def is_personal(words: Sequence[str]) -> bool:
    """Whether no word of a name is one that Japanese translates, as those of institutions are."""
    plain = [word.lower() for word in words]
    return (
        not any(_ACRONYM.match(word) for word in words)
        and not any(word in TRANSLATED for word in plain)
        and plain[0] not in _FOREIGN
    )


def _hint(row: Sequence[Word], span: Span, text: str) -> Kind | None:
    """Return what the words beside a name, of which its own tell nothing, make likely."""
    if len(row) > _FULL or _ACRONYM.fullmatch(row[-1].text):
        return None
    if _INSIDE.search(text, 0, span.start) and not text.startswith(("'", "’"), span.end):
        return "place"
    return "person" if _SPEAKING.match(text, span.end) or _SPOKEN.search(text, 0, span.start) else None
