"""What stands in a translation where a registered name should: spelled a little otherwise, or with other kanji."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.names.references import is_adjective
from taiyaku.english.names import capitalized_names
from taiyaku.english.words import words
from taiyaku.japanese.katakana import kana_likeness
from taiyaku.japanese.readings import keys
from taiyaku.japanese.romaji import folded, folded_kana
from taiyaku.japanese.scripts import NO_KANJI
from taiyaku.span import Span
from taiyaku.termbase.names import name_parts
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.mentions import Mentions
    from taiyaku.checks.passage import Passage
    from taiyaku.termbase.concept import ConceptEntry, Kind, Term
    from taiyaku.termbase.occurrences import Occurrence

_KATAKANA = lazy_pattern("[ァ-ヴー]+(?:[・＝][ァ-ヴー]+)*")
_KANJI_RUN = lazy_pattern(f"[^{NO_KANJI}]+")
_SIMILAR = 0.8
"""How alike in sound a katakana word is that stands for a name misspelled; チェイン for チェン is 0.86."""

_ALIKE = 0.85
"""The same for letters of Latin words."""

_LONGEST = 2_000
"""In longer texts (code points) too much sounds like anything."""

_SHORTEST = 4
"""Latin words of fewer letters are alike by chance."""


class Rival(NamedTuple):
    """A form in the target that is not the wanted one, and what is wanted. `homophone`: read alike, other kanji."""

    span: Span
    wanted: str
    homophone: bool = False


def rival_of(found: Mentions, item: Occurrence) -> Rival | None:
    """Return what stands for a mentioned name that the target has in no allowed form, or None."""
    target = found.pair.target
    if len(target.text) > _LONGEST:
        return None
    taken = [other.span for other in found.target]
    candidates = (
        _japanese(target, item.entry, found.pair.source) if target.language == "ja" else _english(target, item.entry)
    )
    return next((rival for rival in candidates if all(_apart(rival.span, span) for span in taken)), None)


def _apart(span: Span, other: Span) -> bool:
    """Whether two spans have nothing in common, or the second is only a part of the first."""
    return (
        span.end <= other.start
        or other.end <= span.start
        or (span != other and span.start <= other.start and other.end <= span.end)
    )


def _english(passage: Passage, entry: ConceptEntry) -> Iterator[Rival]:
    text = passage.masked
    for term in entry.allowed("en"):
        wanted = [word for word in words(term.text) if word.capital]
        for name in capitalized_names(text):
            for word in words(name.text):
                for own in wanted:
                    if own.plain != word.plain and _misspelled(own.plain, word.plain, entry.kind):
                        start = name.span.start + word.span.start
                        length = len(word.text) - (2 if word.text.lower().endswith(("'s", "’s")) else 0)
                        yield Rival(Span(start, start + length), own.text)


def _misspelled(wanted: str, word: str, kind: Kind) -> bool:
    """Whether a word is another spelling of a name. Only a place has adjectives: Takashi is none of Takeshi."""
    if folded(wanted) == folded(word):
        return True
    if min(len(wanted), len(word)) < _SHORTEST or wanted[0] != word[0]:
        return False
    if kind == "place" and is_adjective(word.capitalize(), wanted.capitalize()):
        return False
    return SequenceMatcher(None, wanted, word, autojunk=False).ratio() >= _ALIKE


def _japanese(passage: Passage, entry: ConceptEntry, source: Passage) -> Iterator[Rival]:
    text = passage.masked
    for term, wanted in _forms(entry):
        if _KATAKANA.fullmatch(wanted):
            for match in _KATAKANA.finditer(text):
                span = Span(*match.span())
                alike = match[0] != wanted and wanted not in match[0] and kana_likeness(match[0], wanted) >= _SIMILAR
                if alike and not _is_another_word(span, passage, source):
                    yield Rival(span, wanted)
        elif _KANJI_RUN.fullmatch(wanted):
            yield from _homophones(passage, wanted, _sounds(entry, term, wanted))


def _is_another_word(span: Span, passage: Passage, source: Passage) -> bool:
    """Whether a word in katakana is a common one that stands for another of the source: トラック, trucker."""
    origins = [token.lemma.partition("-")[2].lower() for token in passage.tokens if token.span == span]
    return any(origin and word.plain.startswith(origin) for origin in origins for word in words(source.masked))


def _forms(entry: ConceptEntry) -> Iterator[tuple[Term, str]]:
    """Yield what may be written: the allowed forms and the parts of a person's name."""
    for term in entry.allowed("ja"):
        yield term, term.text
    for term in entry.allowed("ja"):
        parts = name_parts(entry, term) if entry.kind == "person" else None
        if parts is not None:
            yield term, parts.family


def _sounds(entry: ConceptEntry, term: Term, wanted: str) -> frozenset[str]:
    """Return the keys of a form's reading: what the termbase says, or else what English and the dictionary do."""
    if term.reading and wanted == term.text:
        return frozenset({folded_kana(term.reading)})
    parts = term.reading.split()
    if len(parts) > 1:
        return frozenset({folded_kana(parts[0])})
    english = {folded(form.text) for form in entry.allowed("en")}
    return keys(wanted) & english


def _homophones(passage: Passage, wanted: str, sounds: frozenset[str]) -> Iterator[Rival]:
    """Yield what is read alike and shares a kanji, or what is read so before all."""
    if not sounds:
        return
    text = passage.masked
    given = [token.span for token in passage.tokens if token.part_of_speech[2:] == ("人名", "名")]
    for run in _KANJI_RUN.finditer(text):
        for start in range(run.start(), run.end()):
            for length in (len(wanted), len(wanted) + 1, len(wanted) - 1):
                piece = text[start : start + length]
                if length < 2 or start + length > run.end() or piece == wanted or not set(piece) & set(wanted):  # noqa: PLR2004 - one kanji is no name
                    continue
                if any(first < start + length < end for first, end in given):
                    continue  # 吉村健太 is read otherwise than 吉村健
                if wanted not in piece and piece not in wanted and not sounds.isdisjoint(keys(piece)):
                    yield Rival(Span(start, start + length), wanted, homophone=True)
