"""Checking in several processes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from taiyaku.errors import UsageError
from taiyaku.workflow import pool
from taiyaku.workflow.check import check, prepare
from taiyaku.workflow.check_targets import CatalogTarget

if TYPE_CHECKING:
    from pathlib import Path

PO = 'msgid ""\nmsgstr "Language: ja\\n"\n\nmsgid "There were {count} guests."\nmsgstr "客は1680人だった。"\n'


@pytest.fixture
def targets(tmp_path: Path) -> list[CatalogTarget]:
    """Return three catalogs, the second broken."""
    found = []
    for number in range(3):
        path = tmp_path / f"{number}.po"
        path.write_text(PO.replace("{count}", str(1860 + number)) if number != 1 else 'msgid "a', encoding="utf-8")
        found.append(CatalogTarget(path))
    return found


def test_processes_find_what_one_finds(targets: list[CatalogTarget], monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same order, with the same problems, and progress told for each."""
    told: list[tuple[int, int]] = []
    here = check(prepare(None), targets)
    monkeypatch.setattr(pool, "PAYS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    there = check(prepare(None), targets, lambda done, total: told.append((done, total)))
    assert [article.slug for article in there.articles] == ["0", "2"]
    assert [found.fingerprint for found in there.findings] == [found.fingerprint for found in here.findings]
    assert there.problems == here.problems
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_killed_process_loses_nothing(targets: list[CatalogTarget], monkeypatch: pytest.MonkeyPatch) -> None:
    """What it left undone is done here."""
    monkeypatch.setattr(pool, "PAYS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(pool, "_in_processes", lambda run, left, _workers: iter([(0, pool.answer_of(run, left[0]))]))
    assert [article.slug for article in check(prepare(None), targets).articles] == ["0", "2"]


def test_an_error_of_usage_is_raised(targets: list[CatalogTarget]) -> None:
    """It concerns all of them: there is no repository to look back in."""
    pytest.importorskip("taiyaku.git")
    with pytest.raises(UsageError, match="git repository"):
        check(prepare(None, since="HEAD"), targets)
