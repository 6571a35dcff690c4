"""The words in which the checks of facts report."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.checks.facts.additions import may_be_changed
from taiyaku.checks.facts.differences import differences
from taiyaku.checks.facts.matching import is_power
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.facts.differences import Difference
    from taiyaku.errors import Severity
    from taiyaku.text.facts import Fact


def find(check: str) -> Callable[[Bitext], Iterator[Finding]]:
    """Return what finds the faults of one check among those of the whole comparison."""

    def findings(bitext: Bitext) -> Iterator[Finding]:
        for difference in differences(bitext):
            if difference.check == check:
                yield _finding(difference, bitext.pairs[difference.pair])

    return findings


def _finding(difference: Difference, pair: Pair) -> Finding:
    check, source, target = difference.check, difference.source, difference.target
    marks, evidence = [], []
    if source is not None:
        marks.append(Mark("source", *source.span))
        evidence.append(source.span.of(pair.source.text))
    if target is not None:
        marks.append(Mark("target", *target.span))
        evidence.append(target.span.of(pair.target.text))
    words = tuple(evidence)
    message = _words(source, target, words)
    severity = severity_of(source, target)
    if _is_worded(source, pair.source.text) and target is None:
        severity = "note"
    if (
        source is None
        and target is not None
        and (_is_gloss(pair.target.text, target) or not may_be_changed(target, pair.source, pair.target))
    ):
        severity = "note"
    return Finding(check, severity, message, difference.pair, tuple(marks), words)


_NUMERAL = re.compile("[0-9０-９]")
_FEW = 10


def _is_worded(fact: Fact | None, text: str) -> bool:
    """Whether a fact is a small number in words, which a translator often words away: a table for two."""
    if fact is None or fact.base or fact.kind not in {"number", "ordinal"} or fact.value > _FEW:
        return False
    return _NUMERAL.search(fact.span.of(text)) is None


_OPENED = re.compile(r"[（(][^（()）]*$")
_CLOSED = re.compile(r"^[^（()）]*[)）]")


def _is_gloss(text: str, fact: Fact) -> bool:
    """Whether a fact stands in brackets, where a translator explains: (1868年), (about 89 F)."""
    start, end = fact.span
    return _OPENED.search(text, 0, start) is not None and _CLOSED.search(text[end:]) is not None


def severity_of(source: Fact | None, target: Fact | None) -> Severity:
    """Return how bad it is: what changed is an error, unless one side is hardly a number; the rest may be wording."""
    if source is not None and target is not None:
        return "warning" if source.soft or target.soft else "error"
    if target is not None and source is None:
        worded = target.value == _WORDED and target.kind in _WORDED_KINDS
        return "note" if worded or target.kind == "weekday" else "warning"
    return "warning"


_WORDED = 1
_WORDED_KINDS = frozenset({"number", "ordinal", "day", "multiple", "percent", "fraction", "measure", "century"})
"""A translator may say one where the source says it without a number, and add a weekday to a date."""


def _words(source: Fact | None, target: Fact | None, words: tuple[str, ...]) -> Phrase:
    if source is None:
        return Phrase("“{target}” is in the translation only", target=words[0])
    if target is None:
        return Phrase("“{source}” has no counterpart in the translation", source=words[0])
    if is_power(source, target) and source.kind != "code":
        return _power(source, target, words)
    return Phrase("“{source}” became “{target}”", source=words[0], target=words[1])


def _power(source: Fact, target: Fact, words: tuple[str, ...]) -> Phrase:
    """A slip of digits, 万 for 千, a zero too many: say what both are worth."""
    parameters = {"source": words[0], "target": words[1], "one": _written(source), "other": _written(target)}
    if target.value > source.value:
        factor = f"{int(Fraction(target.value) / source.value):,}"
        return Phrase(
            "“{source}” became “{target}”: {one}, {other}, {factor} times as much", factor=factor, **parameters
        )
    factor = f"{int(Fraction(source.value) / target.value):,}"
    return Phrase("“{source}” became “{target}”: {one}, {other}, 1/{factor} of it", factor=factor, **parameters)


def _written(fact: Fact) -> str:
    """Return a value in digits that every reader knows."""
    value = Fraction(fact.value)
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,.10g}"
