"""The names of an English article, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.names.english_vocabulary import is_no_name, is_wordlike
from taiyaku.checks.names.known_places import english_place, is_demonym
from taiyaku.checks.source.spelled import Mention
from taiyaku.english.names import is_title, opens_sentence
from taiyaku.english.words import words
from taiyaku.japanese.romaji import folded
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.passage import Passage
    from taiyaku.english.words import Word

SHORTEST, LONE = 5, 6
_LETTERS = 4
"""Shorter words are no names that anybody could tell apart."""

_PLAIN = lazy_pattern(r"[A-Z][a-z]+(?:[A-Z][a-z]+)?")
_INFLECTIONS = ("s", "es", "n", "an", "ian", "ean", "ese", "i", "ish", "er", "ly", "ed")
_TITLE_CASE = 0.8
_FEW = 6
"""Where so large a share of at least so many words has capitals, they say nothing."""


def mentions(texts: Sequence[tuple[int, Passage]]) -> Iterator[Mention]:
    """Yield the capitalized words that may be names, but those that the article has without a capital, too."""
    common = {word.text for _, passage in texts for word in words(passage.masked) if not word.capital}
    for index, passage in texts:
        row = words(passage.masked)
        doubtful = _is_title_case(row)
        for place, word in enumerate(row):
            name = word.text[: len(word.plain)]
            if len(name) < _LETTERS or not _PLAIN.fullmatch(name) or _is_word(word.plain, common):
                continue
            before, title = _before(row, place, passage.masked)
            after = row[place + 1] if place + 1 < len(row) else None
            following = ""
            if after is not None and after.capital and passage.masked[word.span.end : after.span.start] == " ":
                following = after.text[: len(after.plain)]
            span = Span(word.span.start, word.span.start + len(name))
            doubtful = doubtful or (is_wordlike(name) and opens_sentence(passage.masked, span.start))
            yield Mention(index, span, name, before, following, title, not doubtful)


def _is_word(plain: str, common: set[str]) -> bool:
    return plain in common or plain in _CALENDAR or _FUNCTION.fullmatch(plain) is not None


_FUNCTION = lazy_pattern("there|where|these|those|their|after|before|about|since|while|every|other|another|under|until")
_CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


def _before(row: Sequence[Word], place: int, text: str) -> tuple[str, str]:
    """Return the name right before a word, and the title before that or in its place."""
    word = _beside(row, place - 1, text)
    if word is None or is_title(word.plain):
        return "", word.plain if word else ""
    if not word.capital or (is_no_name(word.plain) and opens_sentence(text, word.span.start)):
        return "", ""
    title = _beside(row, place - 2, text)
    return word.text[: len(word.plain)], title.plain if title is not None and is_title(title.plain) else ""


def _beside(row: Sequence[Word], place: int, text: str) -> Word | None:
    """Return a word of which nothing but a space, or the dot of a title, divides the next one."""
    if place < 0 or text[row[place].span.end : row[place + 1].span.start] not in {" ", ". "}:
        return None
    return row[place]


def _is_title_case(row: Sequence[Word]) -> bool:
    long = [word.capital for word in row if len(word.text) >= _LETTERS]
    return len(row) >= _FEW and sum(long) >= len(long) * _TITLE_CASE


def is_no_slip(word: str, other: str) -> bool:
    """Whether two words differ as forms of one word do, as two known places do, or as English words may."""
    if folded(word) == folded(other):
        return False
    short, long = sorted((word, other), key=len)
    if any(long == short + ending for ending in _INFLECTIONS) or (
        short[-1] == "e" and long in {f"{short}d", f"{short}r"}
    ):
        return True
    if {word[-1:], other[-1:]} <= set("aeiou") and word[:-1] == other[:-1] and min(map(len, (word, other))) <= SHORTEST:
        return True  # Maria, Marie; Paulo, Paula
    return all(_is_known(each) for each in (word, other))


def _is_known(word: str) -> bool:
    singular = word.removesuffix("s")
    known = (english_place(each) is not None or is_demonym(each.lower()) for each in (word, singular))
    return is_title(word.lower()) or any(known)
