"""Which names are proposed as pairs, as the cases of pairs.toml say, whichever language is the original."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.register.pairs import pair_of

from taiyaku.register.article import names_of
from taiyaku.termbase.termbase import EMPTY

CASES = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("japanese_first", [False, True])
@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_proposed_pairs(case: dict[str, Any], japanese_first: bool) -> None:
    """The sure pairs of an article are those of its case."""
    pairs = [pair_of(english, japanese) for english, japanese in case["texts"]]
    if japanese_first:
        pairs = [replace(pair, source=pair.target, target=pair.source) for pair in pairs]
    found = [pair for pair in names_of(pairs, EMPTY).pairs if pair.sure]
    told = [f"{pair.kind} | {pair.by.english} | {pair.by.japanese} | {pair.by.sort}" for pair in found]
    assert sorted(told) == sorted(case["proposed"])


def test_titles_of_a_pair() -> None:
    """Titles that are one office in both languages are told as such."""
    (pair,) = names_of([pair_of("Mayor George Chen spoke.", "ジョージ・チェン市長が話した。")], EMPTY).pairs
    assert pair.titles == ("Mayor", "市長")
