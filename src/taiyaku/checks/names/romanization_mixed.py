"""One Japanese name in two romanizations: Ohtani and Otani, Oshu and Ōshū."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.english.words import plain, words
from taiyaku.errors import Phrase
from taiyaku.japanese.readings import keys
from taiyaku.japanese.romaji import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage
    from taiyaku.english.words import Word

_SHORTEST = 4
"""Shorter keys are those of too many words: Ono, too, Mon, Moon."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find the first place where a Japanese name of the source is romanized otherwise than before in the article."""
    if bitext.languages != ("ja", "en"):
        return
    before: dict[str, str] = {}
    told: set[str] = set()
    for index, passage in targets(bitext, "en"):
        for word in words(passage.masked):
            key = folded(word.plain) if word.capital else ""
            if len(key) < _SHORTEST or key in told:
                continue
            first = before.setdefault(key, word.plain)
            if first != word.plain and _is_japanese(key, bitext.pairs[index].source):
                told.add(key)
                yield _finding(index, word, first)


def _is_japanese(key: str, source: Passage) -> bool:
    """Whether the source has a name that is read so."""
    return any(token.is_name and key in keys(token.surface) for token in source.tokens)


def _finding(index: int, word: Word, first: str) -> Finding:
    now = word.text[: len(plain(word.text))]
    message = Phrase("“{now}” is romanized as “{before}” before", now=now, before=first.capitalize())
    marks = (Mark("target", word.span.start, word.span.start + len(now)),)
    return Finding(CHECK.name, "warning", message, index, marks, (first, word.plain))


CHECK = Check(
    name="romanization-mixed",
    family="names",
    severity="warning",
    summary=Phrase("One name is romanized in two ways in one article."),
    find=find,
    languages=("en",),
    examples=(
        Bad(
            "大谷が打った。\n\n大谷は笑った。",
            "Ohtani hit it.\n\nOtani smiled.",
            "“Otani” is romanized as “Ohtani” before",
        ),
        Bad("奥州市は古い。\n\n奥州へ行く。", "Oshu is old.\n\nGo to Ōshū.", "“Ōshū” is romanized as “Oshu” before"),
        Good(
            "大谷が打った。\n\n大谷は笑った。",
            "Ohtani hit it.\n\nOhtani’s bat broke.",
            "one spelling, once with a possessive",
        ),
        Good("新橋と日本橋。", "Shimbashi and Nihonbashi.", "two names"),
        Good("月が出た。\n\n門が開いた。", "The Moon rose.\n\nMon opened.", "no Japanese name"),
    ),
)
