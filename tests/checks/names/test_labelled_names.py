"""Names and terms that are wrong, and sound pairs like them, with a termbase and without one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from taiyaku.catalog.message import Message
from taiyaku.checks.assemble import House, catalog_pairs
from taiyaku.checks.bitext import Bitext
from taiyaku.checks.registry import all_checks
from taiyaku.checks.run import run_checks
from taiyaku.checks.settings import CheckSettings
from taiyaku.checks.style import Style
from taiyaku.termbase.file import read_termbase

if TYPE_CHECKING:
    from taiyaku.termbase.termbase import Termbase

HERE = Path(__file__).parent
FAMILIES = frozenset({"names", "terms"})


def rows(name: str) -> list[Any]:
    """Return the pairs of a data file, each with its source as its name."""
    pairs = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["pair"]
    return [pytest.param(pair, id=pair["source"]) for pair in pairs]


@pytest.fixture(scope="module")
def termbase() -> Termbase:
    """The names and terms of the labelled pairs."""
    return read_termbase(HERE / "termbase.toml")


def said(pair: dict[str, Any], termbase: Termbase | None) -> list[str]:
    """Return what the checks of names and terms say of a pair, notes left out."""
    source, _, target = pair["way"].partition(">")
    house = House(CheckSettings(profile=()), Style(), termbase)
    pairs = tuple(catalog_pairs([Message(pair["source"], pair["target"])], (source, target), house))
    bitext = Bitext(pairs, (source, target), None, termbase, house.settings, house.style)
    checks = [check for check in all_checks() if check.family in FAMILIES]
    return [f"{one.check}: {one.message}" for one in run_checks(bitext, checks) if one.severity != "note"]


@pytest.mark.parametrize("pair", rows("labelled.toml"))
def test_a_fault_is_found_and_a_sound_pair_is_not(pair: dict[str, Any], termbase: Termbase) -> None:
    """With the termbase, each fault is seen by a check of names or terms, and nothing is said of sound pairs."""
    assert bool(said(pair, termbase)) == ("fault" in pair), said(pair, termbase)


@pytest.mark.parametrize("pair", rows("unregistered.toml"))
def test_a_changed_name_is_found_without_a_termbase(pair: dict[str, Any]) -> None:
    """By sound, by reading and by what everybody knows of places; a sound pair is left alone."""
    assert bool(said(pair, None)) == pair["fault"], said(pair, None)


def test_one_wrong_name_gives_one_finding(termbase: Termbase) -> None:
    """What the termbase judges is not judged by sound as well."""
    pair = {"way": "ja>en", "source": "リスボンの夏は長い。", "target": "Summers in Lyon are long."}
    assert [line.partition(":")[0] for line in said(pair, termbase)] == ["name-form"]
