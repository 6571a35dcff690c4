"""What was flagged or missed in the tuned half, pair by pair: for tuning. Of the other half nothing is ever shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.quality.measure import Measured

    from taiyaku.checks.report import Found


def shown(measured: Measured, check: str = "") -> Iterator[str]:
    """Yield the findings of one check (or family), or of all, in published texts, and what they are about."""
    wanted = [
        (one.finding.check, f"{judgement.corpus.name} {judgement.corpus.direction}, {judgement.house}, {name}", one)
        for judgement in measured.alarms
        for name, one in judgement.halves["tuned"].shown
        if check in {"", one.finding.check, one.family}
    ]
    told = set()
    for _, place, found in sorted(wanted, key=lambda item: item[:2]):
        what = (found.finding.check, str(found.finding.message), found.source, found.target)
        if what not in told:  # a text may be judged in several ways
            told.add(what)
            yield _told(place, found)


def missed(measured: Measured) -> Iterator[str]:
    """Yield the faults of the tuned half, and the labelled ones, that no right family found."""
    for kind, direction, recall in measured.injected:
        for source, target in recall.missed:
            where = "news" if kind.on_news else "technical"
            yield f"missed: {kind.name}, {where}, {direction}\n  {source}\n  {target}\n"
    for outcome, _ in measured.demetr.values():
        for category, source, target in outcome.missed:
            yield f"missed: {category}\n  {source}\n  {target}\n"
    for judged in [*measured.labelled, *(one for one in measured.own if one.half == "tuned")]:
        if judged.fault and not judged.is_found:
            yield f"missed: {judged.name} {judged.fault}\n"
        for found in () if judged.fault else judged.found:
            yield _told(f"clean pair {judged.name}", found)
    for texts, told in measured.variants:
        for found in told:
            yield _told(f"variant {texts.source}", found)


def _told(place: str, found: Found) -> str:
    what = f"{found.finding.check} ({found.severity}): {found.finding.message}"
    return f"{what}  [{place}, text {found.index}]\n  {found.source}\n  {found.target}\n"
