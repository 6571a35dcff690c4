"""Translations so short or so long that something must be missing or too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair

_SHORTEST, _LONGEST = 1.25, 8.5
"""Japanese characters to an English word. In published news and posts one text in a thousand lies outside."""

_WORDS = 10
"""Shorter English texts are headlines and labels, where anything goes."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find texts whose Japanese is too short or too long for the English."""
    for index, pair in translated(bitext):
        ratio = _ratio(pair)
        if ratio is None or _SHORTEST <= ratio <= _LONGEST:
            continue
        short = (ratio < _SHORTEST) == (pair.target.language == "ja")
        message = Phrase("the translation is much too short for the source; is something missing?")
        if not short:
            message = Phrase("the translation is much too long for the source; does something else stand in it?")
        yield Finding(CHECK.name, "warning", message, index, (Mark("target", 0, len(pair.target.text)),))


def _ratio(pair: Pair) -> float | None:
    """Return Japanese characters to an English word; None where the texts are too short to tell."""
    english, japanese = pair.english, pair.japanese
    if english is None or japanese is None:
        return None
    words = len(english.masked.split())
    characters = len("".join(japanese.masked.split()))
    if words < _WORDS and characters < _WORDS * _LONGEST:
        return None
    return characters / max(words, 1)


CHECK = Check(
    name="length-outlier",
    family="completeness",
    severity="warning",
    summary=Phrase("The translation is much shorter or longer than the source."),
    find=find,
    examples=(
        Bad(
            "The mayor thanked the hosts, toured the museum with the students and planted a tree in the park.",
            "市長が感謝した。",
            says="much too short",
        ),
        Bad(
            "市長は感謝を述べ、生徒たちと博物館を見学し、公園で記念の木を植えた。一行は翌日、隣町の窯元も訪ね、"
            "備前焼の歴史について説明を受け、夕方には帰国の途に就いた。また来年も訪れたいという。",
            "The mayor spoke.",
            says="much too short",
        ),
        Good(
            "The mayors met at noon. They signed the pact. They then shook hands.",
            "両市長は正午に会談して協定に署名し、握手を交わした。",
            why="Japanese says the same in a third of the characters",
        ),
        Good("Welcome to the city of Torrance", "歓迎", why="a headline may be short"),
        Good(
            "See [the whole agreement with all of its many annexes](https://example.org/a).",
            "[協定と付属文書の全文](https://example.org/a)を参照。",
            why="an address is no text",
        ),
        Good("Photo by A. Nagai, staff.", "撮影は本紙写真部の永井。", why="a caption may be longer"),
    ),
)
