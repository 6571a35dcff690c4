"""A bitext -> its findings: every check asked, one cause told once, the house's severities."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from taiyaku.checks.check import Family
from taiyaku.checks.report import RANK
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from taiyaku.checks.bitext import Bitext, Pair, PairState
    from taiyaku.checks.check import Check
    from taiyaku.checks.finding import Finding, Mark

MOST = 20
"""So many findings of one check in one text are enough to see that all of it is wrong."""

_SPEAKS_OF: dict[PairState, frozenset[str]] = {
    "fuzzy": frozenset({"completeness", "process", "source"}),
    "untranslated": frozenset({"completeness", "process", "source"}),
    "omitted": frozenset({"process", "source"}),
    "joined": frozenset(get_args(Family)) - {"completeness"},
}
"""The families that speak of texts without a present translation. What else is wrong there has one cause, the state."""


def run_checks(bitext: Bitext, checks: Sequence[Check]) -> list[Finding]:
    """Return what the checks find, in the order of the text, the worst first in each pair."""
    return [finding for _, finding in run(bitext, checks)]


def run(bitext: Bitext, checks: Sequence[Check]) -> list[tuple[Check, Finding]]:
    """Return the same, each finding with its check."""
    found: list[tuple[Check, Finding]] = []
    for check in checks:
        if applies(check, bitext):
            found.extend((check, finding) for finding in check.find(bitext) if _concerns(bitext, check, finding))
    settings = bitext.settings
    weighed = [
        (check, replace(finding, severity=settings.severity_of(check.name, check.family, finding.severity)))
        for check, finding in found
    ]
    weighed.sort(key=_place)
    return sorted(_not_too_many(_one_a_cause(weighed)), key=_place)


def _place(item: tuple[Check, Finding]) -> tuple[int, int]:
    """Return where a finding is told; what has the same place keeps the order of the checks."""
    return item[1].pair, RANK[item[1].severity]


def applies(check: Check, bitext: Bitext) -> bool:
    """Whether a check has to do with a bitext of these languages.

    What the author's text alone shows is for who has the article; the translator of a foreign catalog cannot mend it.
    """
    if check.scope == "source":
        language = bitext.languages[0]
        return (not check.languages or language in check.languages) and any(pair.segment for pair in bitext.pairs)
    return not check.languages or bitext.languages[1] in check.languages


def _concerns(bitext: Bitext, check: Check, finding: Finding) -> bool:
    families = _SPEAKS_OF.get(bitext.pairs[finding.pair].state)
    return families is None or check.family in families


def _one_a_cause(found: Iterable[tuple[Check, Finding]]) -> Iterator[tuple[Check, Finding]]:
    """Leave out what says the same as a worse finding of its pair: the same characters are marked.

    Within a family, also what marks a part of them only: 13 in May 13.
    """
    told: dict[int, list[tuple[Check, Finding]]] = defaultdict(list)
    for check, finding in found:
        before = told[finding.pair]
        if finding.marks and any(_covers(other, its.family == check.family, finding) for its, other in before):
            continue
        before.append((check, finding))
        yield check, finding


def _not_too_many(found: Iterable[tuple[Check, Finding]]) -> Iterator[tuple[Check, Finding]]:
    """Leave out what a check says of one text again and again: its last word there is how much more there would be."""
    told: Counter[tuple[int, str]] = Counter()
    last: dict[tuple[int, str], tuple[Check, Finding]] = {}
    for check, finding in found:
        place = (finding.pair, finding.check)
        told[place] += 1
        if told[place] < MOST:
            yield check, finding
        elif place not in last:
            last[place] = (check, finding)
    for place, (check, finding) in last.items():
        more = told[place] - MOST
        what = Phrase("{what}; and more of this kind in this text: {count}", what=finding.message, count=more)
        yield check, replace(finding, message=what) if more else finding


def _covers(worse: Finding, is_family: bool, finding: Finding) -> bool:
    if finding.replacement is not None and worse.replacement is None:
        return False
    if worse.check == finding.check:
        return worse.marks == finding.marks and worse.evidence == finding.evidence
    return all(
        any(_within(mark, other) if is_family else mark == other for other in worse.marks) for mark in finding.marks
    )


def _within(mark: Mark, other: Mark) -> bool:
    return mark.side == other.side and other.start <= mark.start and mark.end <= other.end


def marked_texts(pair: Pair, finding: Finding) -> tuple[str, ...]:
    """Return the characters that a finding marks, in the order of its marks."""
    sides = {"source": pair.source.text, "target": pair.target.text}
    return tuple(sides[mark.side][mark.start : mark.end] for mark in finding.marks)
