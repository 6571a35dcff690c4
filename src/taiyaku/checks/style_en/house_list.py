"""Spellings that the house does not want in English."""

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
    """Find what the list of the house rules out, by word boundary."""
    yield from unwanted(bitext, CHECK.name, "en")


_UTILIZE = '[[style.rules]]\nwrong = "utilize"\nright = "use"'

CHECK = Check(
    name="house-list",
    family="style-en",
    severity="warning",
    summary=Phrase("A spelling is on the list of what the house does not use."),
    find=find,
    languages=("en",),
    examples=(
        Bad(
            "道具を使う。",
            "They utilize tools.",
            says="“utilize” is not used in this house; write “use”",
            settings=_UTILIZE,
        ),
        Good("道具を使う。", "They use tools.", why="the word of the house", settings=_UTILIZE),
        Good("道具を使う。", "It was underutilized.", why="another word", settings=_UTILIZE),
        Good("道具を使う。", "They utilize tools.", why="the house has no list"),
    ),
)
