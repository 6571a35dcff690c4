"""`taiyaku explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taiyaku.checks.registry import FAMILIES, all_checks

if TYPE_CHECKING:
    from tests.conftest import Newsroom


def test_all_checks_are_listed(newsroom: Newsroom) -> None:
    """By family; a family's name lists its own."""
    listed = newsroom.run("explain").stdout
    assert all(f"  {check.name} " in listed for check in all_checks())
    facts = newsroom.run("explain", "facts").stdout
    assert "  number-changed " in facts
    assert "house-pattern" not in facts


@pytest.mark.parametrize("check", [pytest.param(check, id=f"{check.family}/{check.name}") for check in all_checks()])
def test_every_check_is_explained(newsroom: Newsroom, check: object) -> None:
    """With its examples, and what is said of them."""
    name = getattr(check, "name", "")
    result = newsroom.run("explain", name)
    assert result.exit_code == 0
    assert "Found: " in result.stdout
    assert "Not found: " in result.stdout


def test_what_is_no_check_is_said(newsroom: Newsroom) -> None:
    """With the nearest one that is."""
    result = newsroom.run("explain", "number-change")
    assert (result.exit_code, "did you mean “number-changed”?" in result.stderr) == (2, True)
    assert "process" in FAMILIES


def test_a_shared_termbase_is_shown_once(newsroom: Newsroom) -> None:
    """The examples after the first one only say that it is theirs, too."""
    shown = newsroom.run("explain", "name-form").stdout
    assert shown.count('en = "George Chen"') == 1
    assert shown.count("    | …") > 1
