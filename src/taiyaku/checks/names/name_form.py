"""A name that the translation does not have as the termbase says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.mentions import mentions
from taiyaku.checks.names.given_names import other_given_name
from taiyaku.checks.names.known_places import (
    is_in_english,
    is_in_japanese,
    is_near_in_english,
    is_near_in_japanese,
    is_other_thing,
    place_called,
)
from taiyaku.checks.names.references import has_adjective, is_referred_to
from taiyaku.checks.names.rivals import Rival, rival_of
from taiyaku.checks.names.strangers import has_strangers
from taiyaku.english.names import is_title
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.mentions import Mentions
    from taiyaku.checks.names.known_places import Place
    from taiyaku.termbase.occurrences import Occurrence

_KATAKANA = lazy_pattern("[ァ-ヴー]")
_NEXT_WORD = lazy_pattern(r"\.? (\w+)")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find names of the source that are in no allowed form in the translation, nor spoken of in another way.

    A misspelled one is an error, and so is another given name before the right family name. One that is not there at
    all is a warning, and none if the source has the family name only: Japanese leaves out who is known.
    """
    language = bitext.languages[1]
    for found in mentions(bitext):
        unwanted = {id(item.entry) for item in found.target if not item.term.allowed}
        unsatisfied = found.unsatisfied()
        for item in unsatisfied:
            if item.entry.is_name and item.entry.preferred(language) and id(item.entry) not in unwanted:
                yield from _judged(found, item, item.entry.preferred(language))
        judged = unwanted | {id(item.entry) for item in unsatisfied}
        for item in found.source:
            rival = None if id(item.entry) in judged else other_given_name(found, item)
            if rival is not None:
                judged.add(id(item.entry))
                yield _written_otherwise(found, item, rival)


def _written_otherwise(found: Mentions, item: Occurrence, rival: Rival) -> Finding:
    wrong = rival.span.of(found.pair.target.text)
    message = Phrase("“{wrong}” should be “{wanted}”", wrong=wrong, wanted=rival.wanted)
    marks = (Mark("source", *item.span), Mark("target", *rival.span))
    return Finding(CHECK.name, "error", message, found.number, marks, (item.term.text, wrong))


def _judged(found: Mentions, item: Occurrence, wanted: str) -> Iterator[Finding]:
    name = item.span.of(found.pair.source.text)
    rival = rival_of(found, item) or other_given_name(found, item)
    if rival is not None and rival.homophone:
        return  # there is a check for it
    if rival is not None:
        yield _written_otherwise(found, item, rival)
    elif not item.family and not _is_said_otherwise(found, item) and not _is_understood(found, item):
        message = Phrase(
            "“{name}” is “{wanted}” in the termbase; the translation has no such name", name=name, wanted=wanted
        )
        yield Finding(CHECK.name, "warning", message, found.number, (Mark("source", *item.span),), (item.term.text,))


def _is_said_otherwise(found: Mentions, item: Occurrence) -> bool:
    """Whether the translation has a place as an adjective, by another of its names, or inside of a longer name."""
    if has_adjective(found, item.entry):
        return True
    pair = found.pair
    place = place_called(term.text for term in item.entry.allowed("en")) if item.entry.kind == "place" else None
    if place is not None and pair.english is not None and pair.japanese is not None:
        here = is_in_japanese(place, pair.japanese, pair.english)
        there = is_in_english(place, pair.english, pair.japanese)
        if (here and there) or (_is_near(place, pair) and not _has_others(found, "place")):
            return True
    return _is_part_of_a_name(item, pair)


def _is_near(place: Place, pair: Pair) -> bool:
    """Whether the translation has a place that may be named instead: the capital for its country."""
    if pair.target.language == "ja":
        return is_near_in_japanese(place, pair.target)
    return is_near_in_english(place, pair.target)


def _has_others(found: Mentions, kind: str) -> bool:
    """Whether the translation has registered names of a kind that its source does not have."""
    return any(other.entry.kind == kind and not found.mentions(other.entry) for other in found.target)


def _is_part_of_a_name(item: Occurrence, pair: Pair) -> bool:
    """Whether a name is only part of a word or of an abbreviation, or of a longer name.

    Longer names are such as stay in Latin letters, or begin with the country that a title does without: U.S. President.
    """
    start, end = item.span
    text = pair.source.masked
    if pair.source.language == "ja":
        if end - start == 1 and item.term.text != item.entry.preferred("ja"):
            return True
        runs_on = _KATAKANA.match(text, end) or (start and _KATAKANA.match(text, start - 1))
        in_a_run = _KATAKANA.match(text, start) is not None and bool(runs_on)
        return in_a_run or is_other_thing(item.term.text, text[end : end + 1])
    title = _NEXT_WORD.match(text, end)
    if item.entry.kind == "place" and title is not None and (is_title(title[1].lower()) or title[1] == "leader"):
        return True
    name = re.escape(item.span.of(pair.source.text))
    return re.search(rf"\b(?:[A-Z][\w&]* {name}|{name} [A-Z])", pair.target.masked) is not None


def _is_understood(found: Mentions, item: Occurrence) -> bool:
    """Whether the translation speaks of the entry without its name.

    Not where it has a name that nothing explains: then 同市 or "the mayor" may be that one's.
    """
    if not is_referred_to(found, item):
        return False
    kind = item.entry.kind
    if _has_others(found, kind):
        return False
    known = [other.span for other in found.target]
    return not has_strangers(found.pair.target, found.pair.source, known, kind)


_TERMBASE = """
[[entry]]
kind = "person"
en = "George Chen"
ja = "ジョージ・チェン"
title = { en = "Mayor", ja = "市長" }

[[entry]]
kind = "person"
en = "Shohei Ohtani"
ja = { text = "大谷翔平", reading = "おおたに しょうへい" }

[[entry]]
kind = "place"
en = "Kashiwa"
ja = { text = "柏", reading = "かしわ" }

[[entry]]
kind = "place"
en = "Oshu"
ja = { text = "奥州", reading = "おうしゅう" }

[[entry]]
kind = "place"
en = "Taiwan"
ja = "台湾"

[[entry]]
kind = "place"
en = "Torrance"
ja = "トーランス"

[[entry]]
kind = "place"
en = "Argentina"
ja = "アルゼンチン"

[[entry]]
kind = "place"
en = "United States"
ja = "アメリカ合衆国"

[[entry]]
kind = "place"
en = "London"
ja = "ロンドン"

[[entry]]
kind = "organization"
en = "Torrance Unified School District"
ja = "トーランス統一学区"
"""

CHECK = Check(
    name="name-form",
    family="names",
    severity="error",
    summary=Phrase("A name is not written as the termbase says."),
    find=find,
    examples=(
        Bad(
            "Mayor George Chen welcomed them.",
            "ジョージ・チェイン市長が迎えた。",
            "should be “ジョージ・チェン”",
            _TERMBASE,
        ),
        Bad("Chen welcomed them.", "チェイン市長が迎えた。", "“チェイン” should be “チェン”", _TERMBASE),
        Bad(
            "Students from Kashiwa attended.",
            "柏原市の生徒も出席した。",
            "“Kashiwa” is “柏” in the termbase",
            _TERMBASE,
        ),
        Bad("奥州市長も出席した。", "The mayor of Osaka also attended.", "“奥州” is “Oshu” in the termbase", _TERMBASE),
        Bad("奥州市の市長が出席した。", "The mayor of the city of Osaka attended.", "has no such name", _TERMBASE),
        Bad("大谷翔平が打った。", "Shohei Otani hit it.", "“Otani” should be “Ohtani”", _TERMBASE),
        Bad("奥州市の冬は長い。", "Winters in Ōshū are long.", "“Ōshū” should be “Oshu”", _TERMBASE),
        Bad(
            "Mayor George Chen welcomed them.",
            "ジョン・チェン市長が迎えた。",
            "“ジョン・チェン” should be “ジョージ・チェン”",
            _TERMBASE,
        ),
        Bad("大谷翔平が打った。", "Shota Ohtani hit it.", "“Shota Ohtani” should be “Shohei Ohtani”", _TERMBASE),
        Good("Kashiwa sent students.", "柏市から生徒が訪れた。", "the name with 市", _TERMBASE),
        Good(
            "Kashiwa was there; Kashiwa is old.",
            "同市も加わった。歴史は古い。",
            "同市 is the city named before",
            _TERMBASE,
        ),
        Good("Mayor George Chen spoke.", "ジョージ・チェン市長があいさつした。", "the name with its title", _TERMBASE),
        Good("Chen said so.", "市長はそう述べた。", "the title stands for the man", _TERMBASE),
        Good("Chen gave Ohtani a key.", "チェン市長は大谷選手に鍵を贈った。", "family names with titles", _TERMBASE),
        Good("大谷翔平の故郷は奥州市だ。", "Shohei Ohtani’s hometown is Oshu.", "a possessive", _TERMBASE),
        Good("台湾の人が多い。", "Many are Taiwanese.", "the adjective of the place", _TERMBASE),
        Good(
            "The mayor of Torrance met him.", "トーランス統一学区で会った。", "the place inside another name", _TERMBASE
        ),
        Good("Chen smiled.", "笑顔を見せた。", "Japanese leaves out who is known", _TERMBASE),
        Bad(
            "柏は手続きを始めた。市民は喜んでいる。",
            "Torrance has begun the procedure. Its people are happy.",
            "“柏” is “Kashiwa” in the termbase",
            _TERMBASE,
        ),
        Good("アルゼンチンの選手が勝った。", "An Argentine player won.", "the adjective of the country", _TERMBASE),
        Good("The United States agreed.", "米国は同意した。", "the short name of a country", _TERMBASE),
        Good("ロンドンデリーで祭りがあった。", "There was a festival in Derry.", "part of another name", _TERMBASE),
        Good("トーランス市長が述べた。", "The mayor of the city said so.", "the city stands for its name", _TERMBASE),
    ),
)
