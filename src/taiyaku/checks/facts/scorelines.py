"""Scores that the other language tells by their margin, and odds that it tells as a share: 2-0 and 2点差."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.checks.facts.sides import Side, drop, stands_after, stands_before
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact

_MARGIN = lazy_pattern(
    "点(?:差|の?リード|を?リード|の?ビハインド|を追|の差|先行|のアドバンテージ)"
    r"|(?i:[\s-]+(?:goal|run|point|set|game|try|touchdown)s?[\s-]+(?:\w+[\s-]+)?"
    r"(?:lead|deficit|advantage|hole|margin|cushion|gap)\b)"
)
_BY = lazy_pattern(r"(?i)\b(?:down|up|ahead|behind|trail\w*|led|leads?|leading)\s+by\s+$")
_SCORED = lazy_pattern(r"点|ゴール|(?i:[\s-]+(?:unanswered\s+)?(?:goal|run|point|set)s?\b)")
_TO_ONE = lazy_pattern(r"(?i)\s*(?:to|[-:–])\s*$")


def without_scorelines(english: Side, japanese: Side) -> None:
    """Take out the two sides of a score and the margin of it that the other language tells; odds and a share."""
    for side, other in ((english, japanese), (japanese, english)):
        for ours, theirs in _scores(side):
            margin = next((fact for fact in other.left if _is_margin(fact, other, ours, theirs)), None)
            margin = margin or next((fact for fact in other.all if _is_margin(fact, other, ours, theirs)), None)
            if margin is not None:
                drop(side, [fact for fact in (ours, theirs) if fact in side.left])
                drop(other, [margin] if margin in other.left else [])
    _odds(english, japanese)


def _scores(side: Side) -> list[tuple[Fact, Fact]]:
    """Return the scores of which something is left over."""
    scores = [fact for fact in side.all if fact.unit == "score"]
    pairs = zip(scores[::2], scores[1::2], strict=False)
    return [pair for pair in pairs if pair[0].value != pair[1].value and any(fact in side.left for fact in pair)]


def _is_margin(fact: Fact, side: Side, ours: Fact, theirs: Fact) -> bool:
    """Whether a number is by how much a score is won; against nothing, what was scored at all."""
    if fact.kind != "number" or fact.unit == "score" or fact.value != abs(Fraction(ours.value) - theirs.value):
        return False
    if stands_before(_MARGIN, side, fact) or stands_after(_BY, side, fact, 20):
        return True
    return 0 in {ours.value, theirs.value} and stands_before(_SCORED, side, fact)


def _odds(english: Side, japanese: Side) -> None:
    """Take out odds of 3 to 1 and 4分の1, or 4倍."""
    for share in [fact for fact in japanese.left if fact.kind in {"fraction", "multiple"} and fact.value]:
        lower = 1 / Fraction(share.value) if share.kind == "fraction" else Fraction(share.value)
        for many, one in zip(english.left, english.left[1:], strict=False):
            told = one.value == 1 and many.value in {lower, lower - 1}
            if told and _TO_ONE.fullmatch(english.text, many.span.end, one.span.start):
                drop(english, [many, one])
                japanese.left.remove(share)
                break
