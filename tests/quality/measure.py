"""All measurements of a run, as values from which the tables are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tests.quality import demetr, readings
from tests.quality.alarms import Alarms, alarms
from tests.quality.corpora import Half, corpora, sample, swapped
from tests.quality.labelled import Judged, labelled, own
from tests.quality.recall import KINDS, Recall, recall, termbase_of
from tests.quality.variants import flagged, known_variants, variants

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator

    from tests.quality.corpora import Corpus, Texts
    from tests.quality.judging import Manner
    from tests.quality.recall import Kind

    from taiyaku.checks.report import Found

ONE_IN = 6
"""Faults are put into one in so many of the technical documents, of which there are many."""


class Judgement(NamedTuple):
    """What was flagged in a corpus, by halves. `house` says as what it was judged."""

    corpus: Corpus
    house: str
    halves: dict[Half, Alarms]


class Injected(NamedTuple):
    """How many faults of a kind were found."""

    kind: Kind
    direction: str
    recall: Recall


@dataclass(slots=True)
class Measured:
    """Everything measured; `missing` are the files that were not here."""

    missing: list[str] = field(default_factory=list)
    alarms: list[Judgement] = field(default_factory=list)
    labelled: list[Judged] = field(default_factory=list)
    own: list[Judged] = field(default_factory=list)
    injected: list[Injected] = field(default_factory=list)
    demetr: dict[demetr.Direction, tuple[demetr.Outcome, dict[Half, Counter[str]]]] = field(default_factory=dict)
    names: readings.Names | None = None
    variants: list[tuple[Texts, list[Found]]] = field(default_factory=list)
    known_variants: int = 0


def measure(tell: Callable[[str], None]) -> Measured:
    """Measure everything. `tell` hears what is being done."""
    found = list(corpora())
    measured = Measured([corpus.missing for corpus in found if corpus.missing])
    measured.alarms = list(judgements(found, tell))
    tell("labelled pairs, DEMETR, names, written variants")
    measured.labelled, measured.own = labelled(), own()
    measured.demetr = {way: (demetr.faults(way), demetr.unfaulted(way)) for way in demetr.DIRECTIONS}
    measured.names = readings.names()
    measured.variants = [(texts, flagged(texts)) for texts in variants()]
    measured.known_variants = sum(bool(flagged(texts)) for texts in known_variants())
    for kind in KINDS:
        tell(f"injected: {kind.name}")
        measured.injected.extend(_injected(kind, found))
    return measured


def judgements(found: list[Corpus], tell: Callable[[str], None]) -> Iterator[Judgement]:
    """Judge published translations."""
    for corpus in found:
        if corpus.papers:
            tell(corpus.name)
            yield from _judged(corpus)


def _judged(corpus: Corpus) -> Iterator[Judgement]:
    ways = [corpus, swapped(corpus)] if corpus.is_news else [corpus]
    manners: tuple[Manner, ...] = ("catalog", "article") if corpus.is_news else ("catalog",)
    for way in ways:
        for manner in manners:
            yield Judgement(way, manner, alarms(way, manner))
        termbase = termbase_of("places") if corpus.is_news else None
        if termbase:
            yield Judgement(way, "catalog, with termbase", alarms(way, "catalog", termbase))


def _injected(kind: Kind, found: list[Corpus]) -> Iterator[Injected]:
    used = [
        corpus if corpus.is_news else sample(corpus, ONE_IN)
        for corpus in found
        if corpus.papers and (corpus.is_news if kind.on_news else corpus.is_technical)
    ]
    for turn in (False, True):
        total = Recall()
        for corpus in used:
            total.add(recall(swapped(corpus) if turn else corpus, kind))
        yield Injected(kind, "JA→EN" if turn else "EN→JA", total)
