"""What `--fix` may write: it is done once, touches no mark-up, and leaves nothing to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.bitexts import article

from taiyaku.checks.typography import (
    control_characters,
    dash_ellipsis,
    end_punctuation,
    nakaguro,
    punctuation_style,
    spacing,
    width,
)

if TYPE_CHECKING:
    from taiyaku.checks.check import Check

CHECKS = [
    module.CHECK
    for module in (control_characters, dash_ellipsis, end_punctuation, nakaguro, punctuation_style, spacing, width)
]
PIECES = st.lists(
    st.sampled_from(
        [
            *"あア漢aA1１Ａｱﾞ,.，．、。「」（）()・･•…-*` \u200b\u202e\ufffd",
            "...",
            "・・・",
            "--",
            "  ",
            "か\u3099",
            "`a`",
            "[漢](x)",
        ]
    ),
    min_size=1,
    max_size=14,
)


@pytest.mark.parametrize("check", [pytest.param(check, id=check.name) for check in CHECKS])
@given(pieces=PIECES)
def test_a_repair_leaves_nothing_to_find(check: Check, pieces: list[str]) -> None:
    """After at most three rounds of repairs, as one may lay bare another, there is nothing left to repair."""
    target = "".join(pieces)
    if not target.strip():
        return
    for _ in range(3):
        found = [one for one in check.find(article([("A text.", target)])) if one.replacement is not None]
        if not found:
            return
        assert found[0].replacement != target
        target = found[0].replacement or ""
    assert not [one for one in check.find(article([("A text.", target)])) if one.replacement is not None]


@pytest.mark.parametrize("check", [pytest.param(check, id=check.name) for check in CHECKS])
def test_code_and_addresses_are_never_touched(check: Check) -> None:
    """What is written in code or an address stays to the letter, whatever else is repaired."""
    kept = "`a  b,c...--．ｱ`"
    target = f"市長は,笑った.. {kept} さて...ｱ https://example.org/a--b 。"
    for finding in check.find(article([("A text.", target)])):
        if finding.replacement is not None:
            assert kept in finding.replacement
            assert "https://example.org/a--b" in finding.replacement
