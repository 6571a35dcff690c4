"""What may be a noun phrase in an English text: runs of words between those that no term begins or ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.english.names import opens_sentence
from taiyaku.english.words import bases, words
from taiyaku.register.tables import words_of
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.passage import Passage
    from taiyaku.english.words import Word

LONGEST = 4
"""Of so many words a phrase is at most."""

_BESIDE = lazy_pattern(r"[^\S\n]+|\n(?!\s*\n)|-")
_WORD = lazy_pattern(r"[A-Za-z][A-Za-z'’-]*")
_ADVERB = lazy_pattern(r"\w{3,}ly")
_ACRONYM = lazy_pattern(r"[A-Z][A-Z0-9]+s?")
_PLURAL = lazy_pattern(r"\w{2,}[^su]s")


class NounPhrase(NamedTuple):
    """A phrase in a text: its key, as which its inflected forms count, and its words; `span` is in code points."""

    key: str
    span: Span
    words: int


def phrases(passage: Passage) -> Iterator[NounPhrase]:
    """Yield the phrases of a text, also those inside longer ones; none of registered names and terms."""
    known = {place for start, end in passage.names for place in range(start, end)}
    text = passage.masked
    run: list[Word] = []
    row = words(text)
    for word, after in zip(row, [*row[1:], None], strict=False):
        if word.plain == "of" and run and after is not None and _may_be_inside(after, text):
            run.append(word)
            continue
        beside = not run or _BESIDE.fullmatch(text, run[-1].span.end, word.span.start) is not None
        if not beside or not _may_be_inside(word, text) or word.span.start in known:
            yield from _pieces(run)
            run = []
        if _may_be_inside(word, text) and word.span.start not in known:
            run.append(word)
    yield from _pieces(run)


def _may_be_inside(word: Word, text: str) -> bool:
    if (
        "'" in word.plain
        or _WORD.fullmatch(word.text) is None
        or word.plain in words_of("function_words.txt")
        or _ADVERB.fullmatch(word.plain)
    ):
        return False
    return not word.capital or _ACRONYM.fullmatch(word.text) is not None or opens_sentence(text, word.span.start)


def _pieces(run: Sequence[Word]) -> Iterator[NounPhrase]:
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + LONGEST) + 1):
            row = run[start:end]
            if "of" in {row[0].plain, row[-1].plain}:
                continue
            key = " ".join([*(_shown(word) for word in row[:-1]), singular(_shown(row[-1]))])
            yield NounPhrase(key, Span(row[0].span.start, row[-1].span.end), len(row))


def _shown(word: Word) -> str:
    return word.text if _ACRONYM.fullmatch(word.text) else word.plain


def singular(word: str) -> str:
    """Return the singular of what looks like a plural, other words as they are."""
    if _ACRONYM.fullmatch(word):
        return word.removesuffix("s")
    forms = bases(word)
    if len(forms) == 1 or word.endswith(("ed", "ing")):
        return word
    if word.endswith(("ches", "shes", "xes", "sses")) and len(forms) > 2:  # noqa: PLR2004 - boxe, box
        return forms[2]
    return forms[1] if _PLURAL.fullmatch(word) or not word.endswith("s") else word
