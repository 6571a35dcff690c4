"""The labelled pairs: each fault by its kind, and clean pairs that should stay silent."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.quality.corpora import HALVES, Half, Texts, find, rows
from tests.quality.expected import BEYOND, right_families
from tests.quality.judging import findings, house_of

from taiyaku.termbase.file import read_termbase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.report import Found


class Judged(NamedTuple):
    """A labelled pair with what was said of it. `fault` is empty for a clean pair."""

    name: str
    fault: str
    families: frozenset[str]
    found: tuple[Found, ...]
    half: Half = HALVES[0]

    @property
    def is_found(self) -> bool:
        """Whether a right family spoke."""
        return any(found.family in self.families for found in self.found)

    @property
    def is_beyond(self) -> bool:
        """Whether no rule could see it."""
        return BEYOND in self.families


def labelled() -> list[Judged]:
    """Judge the labelled pairs; nothing where they are not here. Those of a group are one article."""
    path, terms = find("pairs.jsonl"), find("pairs_termbase.toml")
    return [] if path is None or terms is None else _judged(path, terms)


def own() -> list[Judged]:
    """Judge the pairs written for this project, held-out ones without a look at the checks. They say their half."""
    folder = Path(__file__).parent / "pairs"
    return [one for path in sorted(folder.glob("*.jsonl")) for one in _judged(path, path.with_suffix(".toml"))]


def _judged(path: Path, terms: Path) -> list[Judged]:
    house = house_of("article", read_termbase(terms))
    judged = []
    for article in _articles(list(rows(path))):
        texts = [Texts(row["src"], row["tgt"]) for row in article]
        told = findings(texts, (article[0]["src_lang"], article[0]["tgt_lang"]), house, "article")
        for number, row in enumerate(article):
            fault = row["fault"] or ""
            families = right_families(fault) if fault else frozenset()
            found = tuple(one for one in told if one.index == number)
            judged.append(Judged(row["id"], fault, families, found, row.get("half", HALVES[0])))
    return sorted(judged)


def _articles(pairs: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield the pairs of each group together, and those of none alone."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for pair in pairs:
        groups[pair.get("group") or pair["id"]].append(pair)
    yield from groups.values()
