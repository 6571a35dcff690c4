"""The file of approvals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.errors import AnswersError
from taiyaku.project.approvals import Approval, read_approvals, written_approvals

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
[[approval]]
slug = "a"
locale = "ja"
by = "A"
on = "2026-04-01"
source = "1"
translation = "2"
findings = "3"
"""
WRONG = {
    "no TOML": ("[[approval]", "1:"),
    "another table": ("[[waiver]]\n", "holds [[approval]] tables"),
    "a number": (GOOD.replace('"1"', "1"), "1:1: an approval's fields are texts"),
    "an unknown field": (GOOD + 'colour = "red"\n', "unknown field “colour”"),
    "a missing field": (GOOD.replace('by = "A"\n', ""), "needs a field “by”"),
    "twice, as a merge leaves it": (GOOD + "\n" + GOOD, "10:1: “a” is approved twice in ja"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said(name: str, tmp_path: Path) -> None:
    """With its place and what to do; nothing is taken for an approval that is none."""
    text, said = WRONG[name]
    path = tmp_path / "approvals.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(AnswersError) as caught:
        read_approvals(path)
    assert said in str(caught.value)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(st.lists(st.builds(Approval, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, st.just("") | TEXT)))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, approvals: list[Approval]) -> None:
    """Whatever names and notes hold; in one order, so that the same approvals are the same file."""
    by_key = {(approval.slug, approval.locale): approval for approval in approvals}
    path = tmp_path_factory.mktemp("project") / "approvals.toml"
    path.write_text(written_approvals(by_key.values()), "utf-8", newline="")
    assert read_approvals(path) == by_key
    assert written_approvals(reversed(by_key.values())) == path.read_text("utf-8")


def test_no_file_is_no_approval(tmp_path: Path) -> None:
    """A project in which nobody approves has no such file."""
    assert read_approvals(tmp_path / "approvals.toml") == {}
    assert written_approvals([]) == ""
