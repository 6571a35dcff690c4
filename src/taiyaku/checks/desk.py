"""Notes of the desk in an article: which finding each of them answers, and which answer nothing any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.article.directives import desk_notes
from taiyaku.checks.finding import Finding
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from taiyaku.article.directives import DeskNote
    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.check import Check

UNUSED = "unused-waiver"
"""A note that answers nothing is told as a waiver is."""


def answer_to(bitext: Bitext, check: Check, finding: Finding) -> str:
    """Return the note of the desk that answers a finding about the source, with its date; "" if none does.

    It stands before one of the texts that the finding concerns. Slips are put right, and not answered.
    """
    if check.scope != "source" or check.slip:
        return ""
    notes = [note for number in (finding.pair, *finding.also) for note in _notes(bitext, number)]
    return notes[0].line if notes else ""


def unused_notes(bitext: Bitext, running: Sequence[Check], used: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each note that answers nothing; none where checks that it may answer do not run.

    Of several notes before one text that answer the same, the first counts, and the others are not told.
    """
    from taiyaku.checks.registry import all_checks

    answered = {
        number for number in range(len(bitext.pairs)) if any(note.line in used for note in _notes(bitext, number))
    }
    lines: dict[str, list[int]] = {}
    for number in range(len(bitext.pairs)):
        for note in _notes(bitext, number):
            lines.setdefault(note.line, []).append(number)
    if not lines or not bitext.settings.is_on(UNUSED, "process", default=True):
        return
    if any(check.scope == "source" and check.default and check not in running for check in all_checks()):
        return
    severity = bitext.settings.severity_of(UNUSED, "process", "note")
    for line, numbers in lines.items():
        if line not in used and answered.isdisjoint(numbers):
            what = Phrase("the note of the desk answers nothing any more; take it out, or make it a note")
            yield Finding(UNUSED, severity, what, numbers[0], evidence=(line,))


def _notes(bitext: Bitext, number: int) -> list[DeskNote]:
    segment = bitext.pairs[number].segment
    return desk_notes(segment.note) if segment is not None else []
