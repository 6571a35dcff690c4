"""Words that the house keeps as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find words of the setting `keep` that stand in the source and not, letter for letter, in the translation."""
    if not bitext.style.keep:
        return
    pattern = lazy_pattern(
        "|".join(
            rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])" for word in sorted(bitext.style.keep, key=len)[::-1]
        )
    )
    for index, pair in translated(bitext):
        for match in _first_of_each(pattern, pair.source.masked):
            if match[0] not in pair.target.text:
                message = Phrase("“{word}” must stay as it is", word=match[0])
                yield Finding(CHECK.name, "error", message, index, (Mark("source", *match.span()),), (match[0],))


def _first_of_each(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    return list({match[0]: match for match in reversed(list(pattern.finditer(text)))}.values())[::-1]


_KEEP = '[style]\nkeep = ["Taiyaku News"]'

CHECK = Check(
    name="do-not-translate",
    family="completeness",
    severity="error",
    summary=Phrase("A word that the house keeps was translated."),
    find=find,
    examples=(
        Bad("Taiyaku News sent a reporter.", "たい焼き新聞が記者を送った。", says="must stay", settings=_KEEP),
        Good("Taiyaku News sent a reporter.", "Taiyaku Newsが記者を送った。", why="it stayed", settings=_KEEP),
        Good("Fresh taiyaku news at six.", "たい焼きの最新情報は6時。", why="another word", settings=_KEEP),
        Good("Taiyaku News sent a reporter.", "たい焼き新聞が記者を送った。", why="the house keeps no words"),
    ),
)
