"""Recall: how many of the faults put into sound translations are found by the right family."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.quality import injection
from tests.quality.injection import Setting
from tests.quality.judging import findings, house_of

from taiyaku.termbase.file import read_termbase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.quality.corpora import Corpus, Half, Paper, Texts
    from tests.quality.injection import Name

    from taiyaku.checks.report import Found
    from taiyaku.termbase.termbase import Termbase

SEED = 4


class Kind(NamedTuple):
    """A kind of fault. `names`: the termbase it is made from; `registered`: whether the checks know it.

    `rounds`: how often faults are put into each document, at other places each time.
    """

    name: str
    make: Callable[[Setting, random.Random], str | None]
    families: frozenset[str]
    on_news: bool
    names: str = ""
    registered: bool = True
    rounds: int = 1


def _kind(name: str, make: Callable[[Setting, random.Random], str | None], family: str, *, news: bool = False) -> Kind:
    return Kind(name, make, frozenset({family}), news)


KINDS = (
    _kind("digit changed", injection.digit_changed, "facts", news=True)._replace(rounds=3),
    _kind("digit dropped", injection.digit_dropped, "facts", news=True),
    _kind("digits exchanged", injection.digits_exchanged, "facts", news=True),
    _kind("magnitude changed (万/億, million/billion)", injection.magnitude, "facts", news=True),
    _kind("numeral in kanji or words changed", injection.number_word, "facts", news=True),
    _kind("weekday or month changed", injection.calendar_word, "facts", news=True),
    _kind("person swapped, no termbase", injection.person, "names", news=True),
    Kind("place swapped, registered", injection.registered, frozenset({"names"}), on_news=True, names="places"),
    Kind(
        "place swapped, no termbase",
        injection.registered,
        frozenset({"names"}),
        on_news=True,
        names="places",
        registered=False,
    ),
    Kind("term swapped, registered", injection.registered, frozenset({"terms"}), on_news=True, names="glossary"),
    _kind("left untranslated", injection.untranslated, "completeness", news=True),
    Kind("term swapped, registered", injection.registered, frozenset({"terms"}), on_news=False, names="glossary"),
    _kind("digit changed", injection.digit_changed, "facts"),
    _kind("digit of a version changed", injection.version_changed, "facts"),
    _kind("emphasis lost", injection.emphasis_lost, "markup"),
    _kind("emphasis opened and not closed", injection.emphasis_opened, "markup"),
    _kind("link lost", injection.link_lost, "markup"),
    _kind("address changed", injection.address_changed, "markup"),
    _kind("code without its marks", injection.code_lost, "markup"),
    _kind("code changed", injection.code_changed, "markup"),
    _kind("placeholder changed", injection.placeholder_changed, "markup"),
    _kind("closing tag lost", injection.tag_lost, "markup"),
    _kind("one sentence left", injection.sentence_left, "completeness"),
)


@dataclass(slots=True)
class Recall:
    """How many faults of one kind were made and found, by halves; `missed` are of the tuned half."""

    made: Counter[Half] = field(default_factory=Counter)
    found: Counter[Half] = field(default_factory=Counter)
    missed: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Recall) -> None:
        """Take another corpus's figures in."""
        self.made += other.made
        self.found += other.found
        self.missed += other.missed


@cache
def termbase_of(names: str) -> Termbase | None:
    """Return the termbase, named like its file, that a kind of fault is made from."""
    return read_termbase(Path(__file__).parent / f"{names}.toml") if names else None


def recall(corpus: Corpus, kind: Kind) -> Recall:
    """Make faults of one kind all over a corpus, and look for them."""
    termbase = termbase_of(kind.names)
    names = _names(termbase, corpus.locales) if termbase else ()
    result = Recall()
    for paper in corpus.papers:
        for number in range(kind.rounds):
            made = _faulty(paper, corpus, (kind, names), number)
            if made:
                _look(paper, corpus.locales, kind, made, result)
    return result


def _names(termbase: Termbase, locales: tuple[str, str]) -> tuple[Name, ...]:
    source, target = (
        [[term.text for term in entry.allowed(locale)] for entry in termbase.entries] for locale in locales
    )
    return tuple(zip(source, target, strict=True))


def _faulty(paper: Paper, corpus: Corpus, how: tuple[Kind, tuple[Name, ...]], again: int) -> dict[int, Texts]:
    """Return the texts that are made wrong, no two of them neighbours: a fact may move to the text beside."""
    kind, names = how
    seed = f"{SEED} {kind.name} {paper.name} {corpus.direction} {again}"
    chance = random.Random(seed)  # noqa: S311 (to be repeated, not secret)
    made: dict[int, Texts] = {}
    for number in chance.sample(range(len(paper.texts)), len(paper.texts)):
        if made.keys() & {number - 1, number + 1}:
            continue
        texts = paper.texts[number]
        faulty = kind.make(Setting(texts, paper.texts, corpus.locales[1], names), chance)
        if faulty is not None and faulty != texts.target:
            made[number] = texts._replace(target=faulty)
    return made


def _look(paper: Paper, locales: tuple[str, str], kind: Kind, made: dict[int, Texts], result: Recall) -> None:
    names = kind.names if kind.registered else ""
    before = {(one.index, _words(one)) for one in _sound(paper, locales, names)}
    around = _around(made, len(paper.texts), kind)
    texts = [made.get(number, paper.texts[number]) for number in around]
    after = findings(texts, locales, house_of("catalog", termbase_of(names)), "catalog")
    said = [(around[one.index], one) for one in after if one.family in kind.families]
    told = {number for number, one in said if (number, _words(one)) not in before}
    for number, one in made.items():
        result.made[paper.half] += 1
        result.found[paper.half] += number in told
        if number not in told and paper.half == "tuned":
            result.missed.append((one.source, one.target))


def _around(made: Iterable[int], count: int, kind: Kind) -> list[int]:
    """Return the texts that bear on what is said of those made wrong: the neighbours; for names, the document."""
    if "names" in kind.families:
        return list(range(count))
    return sorted({near for number in made for near in range(max(number - 1, 0), min(number + 2, count))})


@lru_cache(maxsize=1000)
def _sound(paper: Paper, locales: tuple[str, str], names: str) -> list[Found]:
    """Return what is said of a document without faults; many kinds of fault ask for the same."""
    return findings(paper.texts, locales, house_of("catalog", termbase_of(names)), "catalog")


def _words(found: Found) -> str:
    return f"{found.finding.check} {found.finding.message}"
