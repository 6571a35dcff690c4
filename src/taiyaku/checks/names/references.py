"""What a good translation says instead of repeating a name: 同市, 両氏, 本紙, the mayor, he."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.names.known_places import is_demonym
from taiyaku.japanese.scripts import NO_KANJI
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.checks.mentions import Mentions
    from taiyaku.span import Span
    from taiyaku.termbase.concept import ConceptEntry, Kind
    from taiyaku.termbase.occurrences import Occurrence

_JAPANESE: dict[Kind, re.Pattern[str]] = {
    "person": lazy_pattern("同氏|両氏|彼|彼女|同市長|両市長|同[選投捕]手|両選手|同被告|本人|自身|夫妻|夫婦"),
    "place": lazy_pattern(
        "[同両本当各][市県国州町村都府区地島郡]|市[内外民]|県[内外民]|国[内外民]|現地|当地|同所|日本側|米側"
    ),
    "organization": lazy_pattern(
        "[同両本当各][社局紙誌校大党会園館店行院庁省所団]|同団体|同球団|同チーム|球団|当社|本紙"
    ),
    "work": lazy_pattern("[同本両][作書曲品誌展]|同作品|同映画"),
}
_ENGLISH: dict[Kind, re.Pattern[str]] = {
    "person": lazy_pattern(r"\b(?:he|she|his|her|him|they|their|them)\b", re.IGNORECASE),
    "place": lazy_pattern(
        r"\b(?:the (?:\w+ )?(?:city|town|village|prefecture|county|state|country|nation|island|region|area|district"
        r"|capital)"
        r"|(?:both|two) (?:cities|towns|countries|nations)|there|here|its?|local|domestic|national|nationwide|our)\b",
        re.IGNORECASE,
    ),
    "organization": lazy_pattern(
        r"\b(?:the (?:\w+ )?(?:company|firm|organization|group|team|club|school|university|agency|ministry|association"
        r"|paper"
        r"|newspaper|bank|office|party|institute|museum|bureau|society|chamber)|its?|they|their|we|our)\b",
        re.IGNORECASE,
    ),
    "work": lazy_pattern(r"\b(?:the (?:book|film|movie|novel|song|work|play|story)|it|its)\b", re.IGNORECASE),
}
_DEMONYM = lazy_pattern(r"\b[A-Z]\w*(?:nch|ish|ese|[aei]an|an|ch|ss|ek|i)s?\b")
"""What adjectives of places look like: Japanese, Italian, Spanish, French, Greek, Iraqi."""

_KANJI_RUN = lazy_pattern(f"[^{NO_KANJI}]+")
_STEM = 2
"""How many letters of a place's name its adjective keeps at least: France, French."""


_QUOTATION = lazy_pattern(r"“[^”]*”?|「[^」]*」?|『[^』]*』?|(?<!\w)\"[^\"]*\"?")
"""What somebody says: whoever he may be in there, it is not who speaks."""


def is_referred_to(found: Mentions, item: Occurrence) -> bool:
    """Whether the target speaks of an entry without naming it in full, as a good translation may.

    Of a person who is named outside of quotations, no pronoun inside of one speaks; nor do first persons anywhere.
    """
    text, entry = found.pair.target.masked, item.entry
    outside = text
    if entry.kind == "person" and _is_outside(item.span, found.pair.source.masked):
        outside = _QUOTATION.sub(lambda match: " " * len(match[0]), text)
    if entry.kind != "term":
        patterns = _JAPANESE if found.pair.target.language == "ja" else _ENGLISH
        if patterns[entry.kind].search(outside):
            return True
    if found.pair.target.language == "ja":
        return _japanese_reference(found, entry, text)
    words = _titles(entry, "en") if entry.kind == "person" else []
    if entry.kind == "organization":
        words = [term.text.split()[-1] for term in entry.allowed("en") if " " in term.text]
    return any(re.search(rf"\bthe (?:\w+ )?{re.escape(word)}\b", text, re.IGNORECASE) for word in words)


def _is_outside(span: Span, text: str) -> bool:
    return not any(match.start() <= span.start < match.end() for match in _QUOTATION.finditer(text))


def _japanese_reference(found: Mentions, entry: ConceptEntry, text: str) -> bool:
    if entry.kind == "person":
        return any(re.search(rf"(?:^|[、。「はがのをに同前元]){form}", text) for form in _titles(entry, "ja"))
    if entry.kind == "place":
        return any(_is_short_for(token.surface, entry) for token in found.pair.target.tokens)
    return entry.kind == "organization" and any(
        _is_shortened(run[0].lstrip("同両市県町村"), term.text)
        for run in _KANJI_RUN.finditer(text)
        for term in entry.allowed("ja")
    )


def _is_shortened(word: str, name: str) -> bool:
    """Whether a word is made of kanji of a name, in their order: 漁協 of 漁業協同組合."""
    rest = iter(name)
    return len(word) > 1 and all(kanji in rest for kanji in word)


def _titles(entry: ConceptEntry, language: str) -> list[str]:
    return [form for title in entry.titles for form in title.of(language)]


def _is_short_for(word: str, entry: ConceptEntry) -> bool:
    """Whether a word has the kanji that stands for a country: 米, or 日米 and 訪米."""
    return _SHORT.fullmatch(word) is not None and any(term.text[0] in word for term in entry.allowed("ja"))


_SHORT = lazy_pattern("[一-龯]?[米日英仏独露中韓台豪伊印加欧][一-龯]?")


def is_adjective(word: str, name: str) -> bool:
    """Whether an English word is the adjective of a place or its people: German of Germany, Spanish of Spain."""
    if word == name or word[:_STEM] != name[:_STEM]:
        return False
    return _DEMONYM.fullmatch(word) is not None or is_demonym(word.lower())


def has_adjective(found: Mentions, entry: ConceptEntry) -> bool:
    """Whether an English target has the adjective of a place."""
    if entry.kind != "place" or found.pair.target.language != "en":
        return False
    names = [term.text.split()[-1] for term in entry.allowed("en")]
    adjectives = _DEMONYM.findall(found.pair.target.masked)
    return any(is_adjective(word, name) for word in adjectives for name in names)
