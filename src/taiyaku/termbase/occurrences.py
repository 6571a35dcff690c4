"""Where a text has names and terms: by whole words and their forms, the longest first, never by substring."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.english.names import is_title
from taiyaku.english.words import bases, plain, words
from taiyaku.japanese.scripts import is_kanji
from taiyaku.span import Span
from taiyaku.termbase.names import name_parts
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from taiyaku.english.words import Word
    from taiyaku.japanese.token import Token
    from taiyaku.termbase.concept import ConceptEntry, Term


class Occurrence(NamedTuple):
    """A term of an entry in a text. `family`: only the family name of a person; `span` is in code points."""

    span: Span
    entry: ConceptEntry
    term: Term
    family: bool = False


class _Form(NamedTuple):
    """What to look for: the text itself, or in English its plain words."""

    text: str
    words: tuple[str, ...]
    entry: ConceptEntry
    term: Term
    family: bool = False


_RECENT = 256
"""How many texts are remembered: each is asked about for its names first, and for its terms when it is read."""

_GAP = lazy_pattern(r"[\s\-‐‑–·.,&]{1,4}")


def longest_first(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the occurrences that no longer one overlaps, in order; several of one span stay together."""
    kept: list[Occurrence] = []
    taken: set[Span] = set()
    occupied: set[int] = set()
    for occurrence in sorted(found, key=lambda item: (item.span.start - item.span.end, item.span.start, item.family)):
        span = occurrence.span
        if span in taken or occupied.isdisjoint(range(*span)):
            kept.append(occurrence)
            taken.add(span)
            occupied.update(range(*span))
    return sorted(kept, key=lambda item: item.span)


def _forms(entries: Iterable[ConceptEntry], language: str) -> Iterator[_Form]:
    for entry in entries:
        for term in entry.of(language):
            yield _Form(term.text, (), entry, term)
            parts = name_parts(entry, term) if entry.kind == "person" else None
            if parts is not None and parts.family != term.text:
                yield _Form(parts.family, (), entry, term, family=True)


class EnglishIndex:
    """English forms by their first word."""

    def __init__(self, entries: Iterable[ConceptEntry]) -> None:
        self._by_first: dict[str, list[_Form]] = {}
        for form in _forms(entries, "en"):
            plain_words = tuple(word.plain for word in words(form.text))
            if plain_words:
                self._by_first.setdefault(plain_words[0], []).append(form._replace(words=plain_words))

        self.find = lru_cache(maxsize=_RECENT)(self._find)
        """Return all occurrences in a text, overlapping ones too."""

    def _find(self, text: str) -> list[Occurrence]:
        row = words(text)
        found = []
        for place, word in enumerate(row):
            for base in bases(word.plain):
                for form in self._by_first.get(base, ()):
                    span = _english_span(form, row, place, text)
                    if span is not None:
                        found.append(Occurrence(span, form.entry, form.term, form.family))
        return found


def _english_span(form: _Form, row: Sequence[Word], place: int, text: str) -> Span | None:
    """Return where a form is if it begins at a word: its last word may be inflected, and all of them possessive."""
    end = place + len(form.words)
    if end > len(row):
        return None
    here = row[place:end]
    inflects = not form.entry.is_name
    last = here[-1].plain
    if form.words[-1] != last and not (inflects and form.words[-1] in bases(last)):
        return None
    if any(word.plain != wanted for word, wanted in zip(here[:-1], form.words, strict=False)):
        return None
    if not _cased(form, here) or not _joined(here, text):
        return None
    if form.family and place and _other_given_name(row[place - 1], here[0], text):
        return None
    return Span(here[0].span.start, here[-1].span.end - _possessive(here[-1], form.words[-1]))


def _possessive(word: Word, wanted: str) -> int:
    """Return how many characters of a word are its possessive ending."""
    text = word.text.lower().replace("’", "'")
    return len("'s") if text.endswith("'s") and plain(word.text) != text and not wanted.endswith("'s") else 0


def _cased(form: _Form, here: Sequence[Word]) -> bool:
    """Whether the capitals are right: exactly so for terms with `case`; names need those that they begin with."""
    if form.term.case:
        return all(word.text.startswith(wanted.text) for word, wanted in zip(here, words(form.text), strict=False))
    if not form.entry.is_name:
        return True
    return all(word.capital or not wanted.capital for word, wanted in zip(here, words(form.text), strict=False))


def _joined(here: Sequence[Word], text: str) -> bool:
    return all(_GAP.fullmatch(text, first.span.end, second.span.start) is not None for first, second in pairwise(here))


def _other_given_name(before: Word, family: Word, text: str) -> bool:
    """Whether another capitalized word stands directly before a family name: then it is someone else's."""
    beside = text[before.span.end : family.span.start] == " " and before.text[-2:] not in {"'s", "’s"}
    return beside and before.capital and len(before.text) > 1 and not is_title(before.plain)


class JapaneseIndex:
    """Japanese forms by their first two characters, and those that inflect by their first lemma."""

    def __init__(self, entries: Iterable[ConceptEntry]) -> None:
        self._by_start: dict[str, list[_Form]] = {}
        self._by_lemma: dict[str, list[_Form]] = {}
        for form in _forms(entries, "ja"):
            noun = form.text.removesuffix("する") or form.text
            self._by_start.setdefault(noun[:2], []).append(form._replace(text=noun))
            if not form.entry.is_name and noun == form.text and _INFLECTS.search(noun):
                self._add_lemmas(form)
        self._literal = lru_cache(maxsize=_RECENT)(self._all_literal)

    def _add_lemmas(self, form: _Form) -> None:
        from taiyaku.japanese.tokenizer import tokens

        row = tokens(form.text)
        if row and row[-1].part_of_speech[0] in {"動詞", "形容詞", "形状詞"}:
            lemmas = tuple(token.lemma for token in row)
            self._by_lemma.setdefault(lemmas[0], []).append(form._replace(words=lemmas))

    def names(self, text: str) -> list[Span]:
        """Return the spans of forms that may be kept whole before the text is cut into words.

        They are long, or in katakana from one end to the other of a run: 京都 might be a part of 東京都.
        """
        found = [
            Occurrence(span, form.entry, form.term, form.family)
            for span, form in self._literal(text)
            if _is_safe(form, span, text)
        ]
        return list(dict.fromkeys(occurrence.span for occurrence in longest_first(found)))

    def written(self, text: str, *, readable: bool) -> frozenset[str]:
        """Return the forms (that have a reading) whose characters are in a text, as words or not."""
        return frozenset(form.text for _, form in self._literal(text) if form.term.reading or not readable)

    def find(self, text: str, tokens: Sequence[Token]) -> list[Occurrence]:
        """Return all occurrences, overlapping ones too. `tokens` are those of the text."""
        found = [Occurrence(span, form.entry, form.term, form.family) for span, form in self._literal(text)]
        if found:
            inner, given = _inner_places(tokens), _given_names(tokens)
            found = [
                item
                for item in found
                if _stands_alone(item.span, text, inner) and not (item.family and item.span.end in given)
            ]
        return found + self._inflected(tokens) if self._by_lemma else found

    def _all_literal(self, text: str) -> tuple[tuple[Span, _Form], ...]:
        keys = [*map("".join, pairwise(text)), *text[-1:]]
        if self._by_start.keys().isdisjoint(keys) and self._by_start.keys().isdisjoint(text):
            return ()
        return tuple(
            (Span(start, start + len(form.text)), form)
            for start, key in enumerate(keys)
            for forms in (self._by_start.get(key), self._by_start.get(key[0]) if len(key) > 1 else None)
            if forms
            for form in forms
            if text.startswith(form.text, start)
        )

    def _inflected(self, tokens: Sequence[Token]) -> list[Occurrence]:
        found = []
        for place, token in enumerate(tokens):
            for lemma in _lemmas(token):
                for form in self._by_lemma.get(lemma, ()):
                    row = tokens[place : place + len(form.words)]
                    if [item.lemma for item in row[1:]] == list(form.words[1:]):
                        span = Span(token.span.start, row[-1].span.end)
                        found.append(Occurrence(span, form.entry, form.term))
        return found


_INFLECTS = lazy_pattern("[うくぐすつぬぶむるいだ]$")
_SAFE_LENGTH = 4
_SAFE_PERSON = 3
_RUNS = (lazy_pattern("[ァ-ヴー]"), lazy_pattern("[A-Za-zＡ-Ｚａ-ｚ]"), lazy_pattern("[0-9０-９]"))
_PREFIXES = "同両本当現前元新各全副総"
"""What may stand before a noun in one word of the dictionary: 同市 + 長 is 同 + 市長."""


def _is_safe(form: _Form, span: Span, text: str) -> bool:
    """Whether a form may be kept whole wherever its characters are."""
    if not form.entry.is_name and _INFLECTS.search(form.text):
        return False
    if _runs_on(span, text):
        return False
    if not any("ぁ" <= character <= "ゖ" or character in "ゝゞ" or is_kanji(character) for character in form.text):
        return True
    return len(form.text) >= (_SAFE_PERSON if form.entry.kind == "person" and not form.family else _SAFE_LENGTH)


def _runs_on(span: Span, text: str) -> bool:
    """Whether the run of katakana, letters or digits at either end of a span goes on outside of it."""
    edges = ((span.start, span.start - 1), (span.end - 1, span.end))
    return any(
        0 <= outside < len(text) and run.match(text[inside]) and run.match(text[outside])
        for inside, outside in edges
        for run in _RUNS
    )


def _inner_places(tokens: Sequence[Token]) -> set[int]:
    """Return the places inside words that the dictionary knows: no term begins or ends there.

    What was kept whole has no pronunciation; other terms may well be inside of it.
    """
    known = (token.span for token in tokens if token.known and token.pronunciation)
    return {place for start, end in known for place in range(start + 1, end)}


def _given_names(tokens: Sequence[Token]) -> set[int]:
    """Return where given names begin: a family name before one is that person's."""
    return {token.span.start for token in tokens if token.part_of_speech[2:] == ("人名", "名")}


def _stands_alone(span: Span, text: str, inner: set[int]) -> bool:
    """Whether a term is made of whole words. Short ones in katakana or letters need the run for themselves."""
    if span.end - span.start < _SAFE_LENGTH and _runs_on(span, text):
        return False
    if span.start in inner and not (span.start > 0 and text[span.start - 1] in _PREFIXES):
        return False
    return span.end not in inner


def _lemmas(token: Token) -> tuple[str, ...]:
    """Return what a word may be a form of: 行った is read as 行く, and may be 行う."""
    return ("行く", "行う") if token.surface == "行っ" else (token.lemma,)
