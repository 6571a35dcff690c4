"""Translations so short or so long that something must be missing or too much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KATAKANA, NO_KANJI
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_KANJI, _HIRAGANA, _KATAKANA, _LATIN = 0.48, 0.38, 0.23, 1.08
"""English words to a character, or to a word or number in Latin letters: fitted to published translations."""

_USUAL = 2.2, 3.8
"""Japanese characters to an English word, where nothing need be looked at closely."""

_WORDS = 10
"""Shorter texts are headlines and labels, where anything goes."""

_SHORT_ENGLISH, _SHORT_JAPANESE = 60, 25
"""Code points of a source of which any title may be made."""

_HIRAGANA_RUN = lazy_pattern(f"[{HIRAGANA}]+")
_KATAKANA_RUN = lazy_pattern(f"[{KATAKANA}]+")
_KANJI_RUN = lazy_pattern(f"[^{NO_KANJI}]+")
_LATIN_WORD = lazy_pattern(r"[A-Za-z0-9０-９]+(?:[.,'’-][A-Za-z0-9]+)*", re.ASCII)


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find texts whose Japanese is too short or too long for the English."""
    for index, pair in translated(bitext):
        english, japanese = pair.english, pair.japanese
        if english is None or japanese is None:
            continue
        shortest = _SHORT_JAPANESE if pair.source is japanese else _SHORT_ENGLISH
        if len(pair.source.masked.strip()) < shortest:
            continue
        words = len(english.masked.split())
        if _is_usual(words, japanese.masked):
            continue
        expected = _expected(japanese.masked)
        if not expected or max(words, expected) < _WORDS:
            continue
        short = _too_short(expected, words) if pair.target is japanese else _too_long(expected, words)
        if short:
            message = Phrase("the translation is much too short for the source; is something missing?")
        elif _too_long(expected, words) if pair.target is japanese else _too_short(expected, words):
            message = Phrase("the translation is much too long for the source; does something else stand in it?")
        else:
            continue
        yield Finding(CHECK.name, "warning", message, index, (Mark("target", 0, len(pair.target.text)),))


def _is_usual(words: int, japanese: str) -> bool:
    lowest, highest = _USUAL
    return lowest * words <= len(japanese) <= highest * words


def _expected(japanese: str) -> float:
    """Return how many English words say about the same; 0 where nothing is Japanese."""
    scripts = (_KANJI_RUN, _KANJI), (_HIRAGANA_RUN, _HIRAGANA), (_KATAKANA_RUN, _KATAKANA)
    words = sum(sum(map(len, runs.findall(japanese))) * weight for runs, weight in scripts)
    return words + _LATIN * len(_LATIN_WORD.findall(japanese)) if words else 0


def _too_short(expected: float, words: int) -> bool:
    """Whether the Japanese is too short. Few words vary more: one published text in a thousand lies outside."""
    return expected * (1.55 + 18 / max(words, 1)) < words


def _too_long(expected: float, words: int) -> bool:
    return expected > (1.3 + 12 / max(words, 1)) * max(words, 1)


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
        Bad(
            "The hall opened in May. It seats nine hundred, and the roof of cedar was built without a single nail "
            "by carpenters who had learned their trade at the temples of the old capital.",
            "ホールは5月に開館した。座席は900ある。",
            says="much too short",
        ),
        Good(
            "刑法第二百三十条第一項違反の罪に問われた。",
            "He was charged under Article 230, paragraph 1 of the Penal Code.",
            why="laws are terse",
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
