"""The figures of the source desk: findings about published articles, and slips put into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.quality.corpora import HALVES
from tests.quality.desk_faults import SLIPS, Told, told
from tests.quality.desk_papers import desk_findings, desk_sets, of_half
from tests.quality.table import Table, share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.quality.corpora import Half
    from tests.quality.desk_papers import DeskPaper, DeskSet

_LANGUAGES = {"en": "English", "ja": "Japanese"}


def desk_tables(tell: Callable[[str], None]) -> Iterator[Table]:
    """Yield the tables; sets that are not here are left out."""
    sets = [each for each in desk_sets() if each.papers]
    if sets:
        tell("source desk")
        yield _alarms(sets)
        yield _recall(sets, tell)


def findings_per_paper(papers: Sequence[DeskPaper]) -> tuple[int, int]:
    """Return how many errors and warnings there are about papers, and how many papers."""
    return sum(found.severity != "note" for paper in papers for found in desk_findings(paper)), len(papers)


def _alarms(sets: Sequence[DeskSet]) -> Table:
    rows = []
    for each in sets:
        counts = {
            (tag, half): findings_per_paper(of_half(each.papers, half, tag)) for tag in _LANGUAGES for half in HALVES
        }
        for tag, language in _LANGUAGES.items():
            rows.append([each.name, language, *(_rate(*counts[tag, half]) for half in HALVES)])
        both = [[sum(each) for each in zip(*(counts[tag, half] for tag in _LANGUAGES), strict=True)] for half in HALVES]
        rows.append([each.name, "both", *(_rate(*count) for count in both)])
    note = "Errors and warnings about published articles, each judged in each language as an original of its own."
    return Table("Source desk: findings", note, ["Set", "Language", *map(str.capitalize, HALVES)], rows)


def _rate(findings: int, papers: int) -> str:
    return f"{findings} in {papers} ({10 * findings / papers:.1f} in ten)" if papers else "–"


def _recall(sets: Sequence[DeskSet], tell: Callable[[str], None]) -> Table:
    rows = []
    for slip in SLIPS:
        tell(f"source desk: {slip.name}")
        for tag, language in _LANGUAGES.items():
            results = {half: told(slip, _papers(sets, half, tag)) for half in HALVES}
            if results["held out"].made:
                rows.append([slip.name, language, *(_found(results[half]) for half in HALVES)])
    note = "Slips put into these articles, and told as an error or a warning; in brackets those told as a note only."
    return Table("Source desk: slips", note, ["Slip", "Language", *map(str.capitalize, HALVES)], rows)


def _papers(sets: Sequence[DeskSet], half: Half, language: str) -> list[DeskPaper]:
    return [paper for each in sets for paper in of_half(each.papers, half, language)]


def _found(result: Told) -> str:
    return share(result.found, result.made) + (f" [{result.noted}]" if result.noted else "")
