"""False alarms: how many texts of published translations are flagged, by check and by family."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.quality.judging import Manner, findings, house_of

if TYPE_CHECKING:
    from tests.quality.corpora import Corpus, Half

    from taiyaku.checks.report import Found
    from taiyaku.termbase.termbase import Termbase


@dataclass(slots=True)
class Alarms:
    """What was flagged in one half of a corpus: each check, family, or "all" with the texts it flagged."""

    segments: int = 0
    by_check: defaultdict[tuple[str, str], set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    shown: list[tuple[str, Found]] = field(default_factory=list)

    def flagged(self, family: str = "", check: str = "") -> int:
        """Return how many texts were flagged, by any check or by those of a family or name."""
        places: set[tuple[str, int]] = set()
        for (of_family, name), found in self.by_check.items():
            if family in {"", of_family} and check in {"", name}:
                places |= found
        return len(places)


def alarms(corpus: Corpus, manner: Manner, termbase: Termbase | None = None) -> dict[Half, Alarms]:
    """Judge a corpus. What was found is kept of the tuned half only, so that nobody sees the other."""
    house = house_of(manner, termbase)
    halves: dict[Half, Alarms] = {"tuned": Alarms(), "held out": Alarms()}
    for paper in corpus.papers:
        half = halves[paper.half]
        half.segments += len(paper.texts)
        for found in findings(paper.texts, corpus.locales, house, manner):
            half.by_check[found.family, found.finding.check].add((paper.name, found.index))
            if paper.half == "tuned":
                half.shown.append((paper.name, found))
    return halves
