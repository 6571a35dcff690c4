"""Measurements -> tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.quality.corpora import HALVES
from tests.quality.table import Table, percent, share

from taiyaku.checks.registry import FAMILIES, all_checks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.quality.alarms import Alarms
    from tests.quality.demetr import Outcome
    from tests.quality.labelled import Judged
    from tests.quality.measure import Judgement, Measured

SPLIT = "Where two figures stand, the first is of the half that checks are tuned on, the second of the half held out."


def tables(measured: Measured) -> Iterator[Table]:
    """Yield the tables of a run."""
    yield _aims(measured)
    yield _labelled(measured)
    yield _own(measured)
    yield _alarms(measured)
    yield _families(measured)
    yield _injected(measured)
    yield _demetr(measured)
    yield _rest(measured)
    yield _checks(measured)


def alarm_tables(measured: Measured) -> Iterator[Table]:
    """Yield the tables of a run in which only published translations were judged."""
    yield _alarms(measured)
    yield _families(measured)
    yield _checks(measured)


def _aims(measured: Measured) -> Table:
    faults = [one for one in measured.labelled if one.fault and not one.is_beyond]
    clean = [one for one in measured.labelled if not one.fault]
    flagged = sum(bool(found) for _, found in measured.variants)
    rows = [
        ["labelled pairs: faults found by the right family", "≥ 92 %", _share(one.is_found for one in faults)],
        ["labelled pairs: clean ones flagged", "0", _share(bool(one.found) for one in clean)],
    ]
    for direction, facts, digits in (("EN→JA", "≤ 2 %", "≥ 97 %"), ("JA→EN", "≤ 3 %", "≥ 95 %")):
        for judgement in measured.alarms:
            if judgement.corpus.is_news and judgement.corpus.direction == direction and judgement.house == "catalog":
                rows.append([f"news {direction}: texts flagged by facts", facts, _both(judgement, "facts")])
                rows.append([f"news {direction}: texts flagged by any check", "≤ 6 %", _both(judgement)])
        for kind, way, recall in measured.injected:
            if way == direction and kind.name == "digit changed" and kind.on_news:
                found = " / ".join(percent(recall.found[half], recall.made[half]) for half in HALVES)
                rows.append([f"news {direction}: changed digits found", digits, found])
    rows += [
        [
            f"DEMETR {way[0].upper()}→{way[1].upper()}: numbers replaced, found",
            "17 of 18",
            _total(outcome, "number replaced"),
        ]
        for way, (outcome, _) in measured.demetr.items()
    ]
    if measured.names is not None:
        rows.append(["persons accepted by their English names", "≥ 24 of 27", share(*measured.names.persons)])
        rows.append(["persons accepted by somebody else’s name", "0", share(*measured.names.crossed)])
    rows.append(["written variants of numerals flagged", "0", share(flagged, len(measured.variants))])
    return Table("Aims", f"What the checks are to reach. {SPLIT}", ["Measure", "Aim", "Reached"], rows)


def _share(answers: Iterable[bool]) -> str:
    given = list(answers)
    return share(sum(given), len(given))


def _total(outcome: Outcome, kind: str) -> str:
    rates = [outcome.rates.get((kind, half), (0, 0)) for half in HALVES]
    return share(sum(found for found, _ in rates), sum(made for _, made in rates))


def _labelled(measured: Measured) -> Table:
    faults = [one for one in measured.labelled if one.fault]
    total, found = Counter(one.fault for one in faults), Counter(one.fault for one in faults if one.is_found)
    rows = [[fault, share(found[fault], total[fault])] for fault in sorted(total)]
    return Table(
        "Labelled pairs", "Faults found by the right family, as an error or a warning.", ["Fault", "Found"], rows
    )


def _own(measured: Measured) -> Table:
    faults = [one for one in measured.own if one.fault]
    kinds = {fault: [one for one in faults if one.fault == fault] for fault in sorted({one.fault for one in faults})}
    rows = [[kind, *_halves(those, lambda one: one.is_found)] for kind, those in kinds.items()]
    rows.append(["all faults", *_halves(faults, lambda one: one.is_found)])
    clean = [one for one in measured.own if not one.fault]
    rows.append(["clean pairs flagged", *_halves(clean, lambda one: bool(one.found))])
    note = "Pairs of this project, held-out ones written without a look at checks: faults found by the right family."
    return Table("Our own pairs", note, ["Fault", "Tuned", "Held out"], rows)


def _halves(judged: list[Judged], answer: Callable[[Judged], bool]) -> list[str]:
    return [_share(answer(one) for one in judged if one.half == half) for half in HALVES]


def _both(judgement: Judgement, family: str = "", check: str = "") -> str:
    halves = [judgement.halves[half] for half in HALVES]
    return " / ".join(percent(half.flagged(family, check), half.segments) for half in halves)


def _alarms(measured: Measured) -> Table:
    rows = [
        [
            judgement.corpus.name,
            judgement.corpus.direction,
            judgement.house,
            " / ".join(str(judgement.halves[half].segments) for half in HALVES),
            _both(judgement, "facts"),
            _both(judgement),
        ]
        for judgement in measured.alarms
    ]
    note = f"Texts of published translations with an error or a warning. {SPLIT}"
    return Table("False alarms by set", note, ["Set", "Direction", "As", "Texts", "By facts", "By any check"], rows)


def _families(measured: Measured) -> Table:
    rows = [
        [f"{one.corpus.name} {one.corpus.direction}, {one.house}", *(_both(one, family) for family in FAMILIES)]
        for one in measured.alarms
    ]
    return Table("False alarms by family", "The same, told by families.", ["Set", *FAMILIES], rows)


def _injected(measured: Measured) -> Table:
    rows = [
        [
            kind.name,
            "news" if kind.on_news else "technical",
            direction,
            *(share(recall.found[half], recall.made[half]) for half in HALVES),
        ]
        for kind, direction, recall in measured.injected
    ]
    note = "Faults put into published translations at random places, and found by the right family."
    return Table("Injected faults", note, ["Fault", "Texts", "Direction", *map(str.capitalize, HALVES)], rows)


def _demetr(measured: Measured) -> Table:
    rows = []
    for (source, target), (outcome, sound) in measured.demetr.items():
        direction = f"{source.upper()}→{target.upper()}"
        for category in dict.fromkeys(category for category, _ in outcome.rates):
            rates = [outcome.rates.get((category, half), (0, 0)) for half in HALVES]
            rows.append([category, direction, *(share(*rate) for rate in rates)])
        rows.append(
            ["sound translations flagged", direction, *(share(sound[half]["all"], sound[half][""]) for half in HALVES)]
        )
    note = "Faults by DEMETR’s authors, found by the right family; of the sound translations, those with any finding."
    return Table("DEMETR", note, ["Fault", "Direction", *map(str.capitalize, HALVES)], rows)


def _rest(measured: Measured) -> Table:
    flagged = sum(bool(found) for _, found in measured.variants)
    rows = [
        ["written variants flagged, either direction", share(flagged, len(measured.variants))],
        ["those that the checks are tested by flagged", str(measured.known_variants)],
    ]
    if measured.names is not None:
        rows.append(["places accepted by their English names", share(*measured.names.places)])
    return Table("Variants and names", "", ["Measure", "Result"], rows)


def _checks(measured: Measured) -> Table:
    columns = {
        "News EN→JA": [one for one in measured.alarms if one.house == "article" and one.corpus.direction == "EN→JA"],
        "News JA→EN": [one for one in measured.alarms if one.house == "article" and one.corpus.direction == "JA→EN"],
        "Other sets": [one for one in measured.alarms if not one.corpus.is_news],
    }
    rows = []
    for check in all_checks():
        if check.default:
            cells = [_summed(judgements, check.family, check.name) for judgements in columns.values()]
            rows.append([check.family, check.name, *cells])
    note = f"Each check’s own rate: texts with an error or a warning by it. {SPLIT}"
    return Table("False alarms by check", note, ["Family", "Check", *columns], rows)


def _summed(judgements: list[Judgement], family: str, check: str) -> str:
    figures = []
    for half in HALVES:
        counts: list[Alarms] = [one.halves[half] for one in judgements]
        figures.append(percent(sum(one.flagged(family, check) for one in counts), sum(one.segments for one in counts)))
    return " / ".join(figures)
