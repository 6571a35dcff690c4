"""Spellings that the house does not want in Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.house_rules import unwanted
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find what the list of the house rules out: whole words only."""
    yield from unwanted(bitext, CHECK.name, "ja")


_FOREIGNER = '[[style.rules]]\nwrong = "外人"\nright = "外国人"\nreason = "disparaging"'

CHECK = Check(
    name="house-list",
    family="style-ja",
    severity="warning",
    summary=Phrase("A spelling is on the list of what the house does not use."),
    find=find,
    languages=("ja",),
    examples=(
        Bad(
            "Foreigners joined.",
            "外人も参加した。",
            says="“外人” is not used in this house; write “外国人” (disparaging)",
            settings=_FOREIGNER,
        ),
        Good("Foreigners joined.", "外国人も参加した。", why="the word of the house", settings=_FOREIGNER),
        Good("It is popular abroad.", "海外人気が高い。", why="the letters belong to two words", settings=_FOREIGNER),
        Good("Foreigners joined.", "外人も参加した。", why="the house has no list"),
    ),
)
