"""A passage of the translation that nothing in the original stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find texts of a translation made by hand that were paired with nothing; a catalog has none."""
    for index, pair in enumerate(bitext.pairs):
        if pair.target.text.strip() and not pair.source.text.strip():
            message = Phrase("nothing in the original stands for this passage")
            yield Finding(CHECK.name, "note", message, index, (Mark("target", 0, len(pair.target.text)),))


CHECK = Check(
    name="no-original",
    family="completeness",
    severity="note",
    summary=Phrase("The translation has a passage that the original does not have."),
    find=find,
    examples=(
        Bad("", "市は来年も開く。", says="nothing in the original stands for this passage"),
        Good("The city will hold it again next year.", "市は来年も開く。", why="its original is there"),
        Good("The city will hold it again next year.", "", why="what lacks a translation is another matter"),
    ),
)
