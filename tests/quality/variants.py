"""Correct ways to write one fact in Japanese: none of them may be flagged, by any check."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from tests.quality.corpora import Texts
from tests.quality.judging import findings, house_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.report import Found

_FRESH = Path(__file__).parent / "variants.toml"
_OF_THE_CHECKS = Path(__file__).parents[1] / "checks/facts/variants.txt"


def variants() -> Iterator[Texts]:
    """Yield English texts with their Japanese translations."""
    for row in tomllib.loads(_FRESH.read_text(encoding="utf-8"))["statement"]:
        for japanese in row["ja"]:
            yield Texts(row["en"], japanese)


def known_variants() -> Iterator[Texts]:
    """Yield those that the checks of facts are tested by."""
    for line in _OF_THE_CHECKS.read_text(encoding="utf-8").splitlines():
        if " | " in line and not line.startswith("#"):
            english, _, japanese = line.partition(" | ")
            yield Texts(english, japanese)


def flagged(texts: Texts) -> list[Found]:
    """Return what is said of an English text and its translation, and of the two the other way round."""
    house = house_of("catalog")
    back = Texts(texts.target, texts.source)
    return [*findings([texts], ("en", "ja"), house, "catalog"), *findings([back], ("ja", "en"), house, "catalog")]
