"""DEMETR: faults made by its authors in machine translations, JA→EN, and the translations before that."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.quality.corpora import HALVES, Half, Texts, find, half_of, rows
from tests.quality.expected import DEMETR
from tests.quality.judging import findings, house_of

if TYPE_CHECKING:
    from taiyaku.checks.report import Found

Direction = tuple[str, str]
DIRECTIONS: tuple[Direction, Direction] = (("ja", "en"), ("en", "ja"))


class Outcome(NamedTuple):
    """What was found. `rates` says of each kind and half how many were found, of how many."""

    rates: dict[tuple[str, Half], tuple[int, int]]
    missed: list[tuple[str, str, str]]


def faults(locales: Direction) -> Outcome:
    """Judge the rows in which a fault was made; sentences with an even number are those to be tuned on."""
    path = find("demetr_flores.jsonl")
    found, total = Counter[tuple[str, Half]](), Counter[tuple[str, Half]]()
    missed = []
    for row in rows(path) if path else ():
        kind = DEMETR.get(row["category"])
        if kind is None or not row["applied"] or not (kind.swapped or locales == DIRECTIONS[0]):
            continue
        key = (kind.name, _half(row))
        total[key] += 1
        is_found = any(one.family in kind.families for one in _judged(row["src"], row["tgt"], locales))
        found[key] += is_found
        if not is_found and key[1] == "tuned":
            missed.append((kind.name, row["src"], row["tgt"]))
    return Outcome({key: (found[key], total[key]) for key in total}, missed)


def unfaulted(locales: Direction) -> dict[Half, Counter[str]]:
    """Count the sound translations that are flagged, by family; "all" are those flagged, "" how many there are."""
    path = find("demetr_flores.jsonl")
    pairs: defaultdict[Half, set[tuple[str, str]]] = defaultdict(set)
    for row in rows(path) if path else ():
        pairs[_half(row)] |= {(row["src"], row["mt"]), (row["src"], row["ref"])}
    counts: dict[Half, Counter[str]] = {half: Counter() for half in HALVES}
    for half, sound in pairs.items():
        counts[half][""] = len(sound)
        for source, target in sound:
            families = {one.family for one in _judged(source, target, locales)}
            counts[half].update(families)
            counts[half]["all"] += bool(families)
    return counts


def _half(row: dict[str, Any]) -> Half:
    return half_of(int(row["id"].rpartition("-")[2]))


def _judged(source: str, target: str, locales: Direction) -> list[Found]:
    texts = Texts(source, target) if locales == DIRECTIONS[0] else Texts(target, source)
    return findings([texts], locales, house_of("catalog"), "catalog")
