"""What `--fix` may write: it is done once, touches only what is marked and no mark-up, and leaves nothing to find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.bitexts import article

from taiyaku.checks.markup import ruby_broken
from taiyaku.checks.style import Style
from taiyaku.checks.style_en import titles
from taiyaku.checks.style_ja import ra_dropping
from taiyaku.checks.typography import (
    control_characters,
    dash_ellipsis,
    end_punctuation,
    nakaguro,
    punctuation_style,
    quotation_style,
    spacing,
    width,
)
from taiyaku.text.inline_markup import inline_markup

if TYPE_CHECKING:
    from taiyaku.checks.check import Check
    from taiyaku.checks.finding import Finding


class Repairing(NamedTuple):
    """A check that repairs, in a house of some style, and the language it is for."""

    check: Check
    style: Style = Style()
    target: str = "ja"

    def found(self, text: str) -> list[Finding]:
        """Return what the check would repair in a translation."""
        source = "A text." if self.target == "ja" else "文章。"
        locales = ("en", "ja") if self.target == "ja" else ("ja", "en")
        findings = self.check.find(article([(source, text)], locales, self.style))
        return [one for one in findings if one.replacement is not None]


CHECKS = [
    Repairing(control_characters.CHECK),
    Repairing(control_characters.CHECK, target="en"),
    Repairing(dash_ellipsis.CHECK),
    Repairing(dash_ellipsis.CHECK, Style(ellipsis="……")),
    Repairing(dash_ellipsis.CHECK, Style(ellipsis="…")),
    Repairing(dash_ellipsis.CHECK, target="en"),
    Repairing(end_punctuation.CHECK),
    Repairing(end_punctuation.CHECK, target="en"),
    Repairing(nakaguro.CHECK),
    Repairing(punctuation_style.CHECK),
    Repairing(punctuation_style.CHECK, Style(punctuation="，．")),
    Repairing(quotation_style.CHECK),
    Repairing(quotation_style.CHECK, target="en"),
    Repairing(ra_dropping.CHECK),
    Repairing(ruby_broken.CHECK),
    Repairing(spacing.CHECK),
    Repairing(spacing.CHECK, target="en"),
    Repairing(spacing.CHECK, Style(latin_space=True)),
    Repairing(spacing.CHECK, Style(latin_space=False)),
    Repairing(titles.CHECK, Style(titles="capital"), target="en"),
    Repairing(width.CHECK),
    Repairing(width.CHECK, Style(digits="half", letters="half")),
    Repairing(width.CHECK, Style(digits="full", letters="full")),
    Repairing(width.CHECK, target="en"),
]
PIECES = st.lists(
    st.sampled_from(
        [
            *'あア漢aA1１Ａｱﾞ,.，．、。「」“”"（）()・･•…-—*`[]| \u200b\u202e\ufffd',
            *["...", "・・・", "。。。", "--", "  ", "か\u3099", "`a`", "[漢](x)", "[a](x)", "*a*", "**漢**", "$"],
            *["{漢|か}", "｛漢｜か｝", "見れる", "mayor ", "George", " came"],
        ]
    ),
    min_size=1,
    max_size=14,
)


def every(test: object) -> object:
    """Ask for each check that repairs."""
    return pytest.mark.parametrize(
        "one",
        [pytest.param(one, id=f"{one.check.name}-{one.target}-{number}") for number, one in enumerate(CHECKS)],
    )(test)


def kept(text: str, finding: Finding) -> re.Pattern[str]:
    """Return a pattern for texts that differ at the marks only."""
    position, pieces = 0, []
    for mark in sorted(finding.marks):
        pieces.append(re.escape(text[position : mark.start]) if mark.start >= position else None)
        position = max(position, mark.end)
    pieces.append(re.escape(text[position:]))
    return re.compile(".*".join(piece for piece in pieces if piece is not None), re.DOTALL)


@every
@given(pieces=PIECES)
def test_a_repair_leaves_nothing_to_find(one: Repairing, pieces: list[str]) -> None:
    """After a round for each fault and some more, as one may lay bare another, there is nothing left to repair."""
    target = "".join(pieces)
    for _ in range(len(pieces) + 4):
        found = one.found(target)
        if not found:
            return
        assert found[0].replacement != target
        target = found[0].replacement or ""
    assert one.found(target) == []


@every
@given(pieces=PIECES)
def test_a_repair_changes_what_is_marked_and_nothing_else(one: Repairing, pieces: list[str]) -> None:
    """What is around the marks stays to the letter."""
    target = "".join(pieces)
    for finding in one.found(target):
        assert kept(target, finding).fullmatch(finding.replacement or "")


@every
@given(pieces=PIECES)
def test_mark_up_stays_as_it_is(one: Repairing, pieces: list[str]) -> None:
    """Links, code, tags and placeholders are the same after a repair, but for a reading that becomes one."""
    if one.check is control_characters.CHECK:
        return  # what nobody sees is as harmful in code
    kinds = {"link", "code", "tag", "url", "placeholder", "role"}
    target = "".join(pieces)
    for finding in one.found(target):
        before, after = (
            [(item.kind, item.text) for item in inline_markup(text) if item.kind in kinds]
            for text in (target, finding.replacement or "")
        )
        assert before == after


@every
def test_code_and_addresses_are_never_touched(one: Repairing) -> None:
    """What is written in code or an address stays to the letter, whatever else is repaired."""
    kept_code = "`a  b,c...--．ｱ`"
    target = f"市長は,笑った.. {kept_code} さて...ｱ https://example.org/a--b 。"
    for finding in one.found(target):
        assert kept_code in (finding.replacement or "")
        assert "https://example.org/a--b" in (finding.replacement or "")


@pytest.mark.parametrize("space", [True, False])
def test_the_bracket_of_a_link_is_no_space(space: bool) -> None:
    """Where the house wants spaces beside Latin letters, or none, links and emphasis are left alone."""
    one = Repairing(spacing.CHECK, Style(latin_space=space))
    assert one.found("その[PTA](a.md)が*NPO*と**NGO**に会った。") == []
