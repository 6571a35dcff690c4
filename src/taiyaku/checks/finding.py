"""What a check says: one fault, where it is, and how to put it right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from taiyaku.checks.bitext import Pair
    from taiyaku.errors import Phrase, Severity
    from taiyaku.span import Span

Side = Literal["source", "target"]


class Mark(NamedTuple):
    """Characters to look at: a half-open range of code points of the message's msgid or msgstr."""

    side: Side
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in a pair. `pair` is its index in the bitext, where a reader looks first.

    `evidence` is what the fault consists of, in the texts' own words and independent of the language of the message:
    with check and entry it makes the fingerprint by which a waiver knows it again. `replacement`, where there is one,
    is the whole new msgstr; it is certain, and removes the finding. `also` are further pairs that it concerns.
    """

    check: str
    severity: Severity
    message: Phrase
    pair: int
    marks: tuple[Mark, ...] = ()
    evidence: tuple[str, ...] = ()
    replacement: str | None = None
    also: tuple[int, ...] = ()


class BothSides(NamedTuple):
    """Words of the source and of the target, and marks for them: what became what."""

    source: str
    target: str
    marks: tuple[Mark, Mark]

    @property
    def words(self) -> tuple[str, str]:
        """What the fault consists of, for the evidence."""
        return self.source, self.target


def on_both_sides(pair: Pair, english: Span, japanese: Span) -> BothSides:
    """Return the words at two spans of a pair, whichever of its languages is the source."""
    source, target = (english, japanese) if pair.source is pair.english else (japanese, english)
    marks = Mark("source", *source), Mark("target", *target)
    return BothSides(source.of(pair.source.text), target.of(pair.target.text), marks)
