"""Japanese names by their English spelling alone: whether the right ones are accepted, and no wrong ones."""

from __future__ import annotations

from typing import NamedTuple

from tests.quality.corpora import find, rows

from taiyaku.japanese.readings import person_reads_as, place_reads_as
from taiyaku.japanese.romaji import folded

UNFAIR = frozenset({"Jonathan Kaji", "Yu Darvish", "Daniel Inouye"})
"""Persons whose English name says something else than their Japanese one: a name left out, or a foreign one."""


class Names(NamedTuple):
    """How many right names were accepted, of how many; and of pairs that do not belong together."""

    persons: tuple[int, int]
    places: tuple[int, int]
    crossed: tuple[int, int]


def names() -> Names | None:
    """Ask about all names; None where they are not here."""
    path = find("names_jp.jsonl")
    if path is None:
        return None
    found = list(rows(path))
    persons = [(row["en"], row["ja"]) for row in found if row["kind"] == "person"]
    places = [(row["en"], row["ja"]) for row in found if row["kind"] == "place"]
    fair = [person_reads_as(japanese, english.split()) for english, japanese in persons if english not in UNFAIR]
    near = [place_reads_as(japanese, english) for english, japanese in places]
    crossed = [
        person_reads_as(japanese, english.split())
        for english, own in persons
        for other, japanese in persons
        if own != japanese and folded(english) != folded(other)
    ]
    return Names((sum(fair), len(fair)), (sum(near), len(near)), (sum(crossed), len(crossed)))
