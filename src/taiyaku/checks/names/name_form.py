"""A name that the translation does not have as the termbase says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.mentions import mentions
from taiyaku.checks.names.references import has_adjective, is_referred_to
from taiyaku.checks.names.rivals import rival_of
from taiyaku.checks.names.sounds import has_strangers
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.mentions import Mentions
    from taiyaku.termbase.occurrences import Occurrence


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find names of the source that are in no allowed form in the translation, nor spoken of in another way.

    A misspelled one is an error. One that is not there at all is a warning, and none if the source has the family name
    only: Japanese leaves out who is known.
    """
    language = bitext.languages[1]
    for found in mentions(bitext):
        unwanted = {id(item.entry) for item in found.target if not item.term.allowed}
        for item in found.unsatisfied():
            if item.entry.is_name and item.entry.preferred(language) and id(item.entry) not in unwanted:
                yield from _judged(found, item, item.entry.preferred(language))


def _judged(found: Mentions, item: Occurrence, wanted: str) -> Iterator[Finding]:
    name = item.span.of(found.pair.source.text)
    rival = rival_of(found, item)
    if rival is not None and rival.homophone:
        return  # there is a check for it
    source = Mark("source", *item.span)
    if rival is not None:
        wrong = rival.span.of(found.pair.target.text)
        message = Phrase("“{wrong}” should be “{wanted}”", wrong=wrong, wanted=rival.wanted)
        marks = (source, Mark("target", *rival.span))
        yield Finding(CHECK.name, "error", message, found.number, marks, (item.term.text, wrong))
    elif not item.family and not has_adjective(found, item.entry) and not _is_understood(found, item):
        message = Phrase(
            "“{name}” is “{wanted}” in the termbase; the translation has no such name", name=name, wanted=wanted
        )
        yield Finding(CHECK.name, "warning", message, found.number, (source,), (item.term.text,))


def _is_understood(found: Mentions, item: Occurrence) -> bool:
    """Whether the translation speaks of the entry without its name.

    Not where it has a name that nothing explains: then 同市 or "the mayor" may be that one's.
    """
    known = [other.span for other in found.target]
    return is_referred_to(found, item) and not has_strangers(
        found.pair.target, found.pair.source, known, item.entry.kind
    )


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
kind = "organization"
en = "Torrance Unified School District"
ja = "トーランス統一学区"
"""

CHECK = Check(
    name="name-form",
    family="names",
    severity="error",
    summary=Phrase("A name is not written as the termbase says"),
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
        Good("トーランス市長が述べた。", "The mayor of the city said so.", "the city stands for its name", _TERMBASE),
    ),
)
