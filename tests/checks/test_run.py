"""Running checks over a bitext."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.checks.made import bitext, finding, saying

from taiyaku.catalog.message import Message
from taiyaku.checks.assemble import PART, House, bitexts, catalog_pairs
from taiyaku.checks.run import MOST, run_checks
from taiyaku.checks.settings import CheckSettings

if TYPE_CHECKING:
    from taiyaku.checks.check import Family

TEXT = ("There are 250 students.", "生徒は200人いる。")


def test_one_cause_gives_one_finding() -> None:
    """Two checks that mark the same characters speak once, the worse one."""
    loud = saying("one", "names", finding("one", ("target", 3, 6), severity="error"))
    meek = saying("two", "typography", finding("two", ("target", 3, 6)))
    assert [found.check for found in run_checks(bitext(TEXT), [meek, loud])] == ["one"]


def test_a_part_is_the_same_cause_within_a_family_only() -> None:
    """The 13 of May 13 is told with the date, but a space in it is something else."""
    date = saying("date", "facts", finding("date", ("source", 0, 10), severity="error"))
    number = saying("number", "facts", finding("number", ("source", 4, 6)))
    space = saying("space", "typography", finding("space", ("source", 4, 6)))
    assert [found.check for found in run_checks(bitext(TEXT), [number, date, space])] == ["date", "space"]


def test_the_same_fault_twice_is_told_twice() -> None:
    """Two places are two causes."""
    check = saying("a", "facts", finding("a", ("target", 0, 1)), finding("a", ("target", 2, 3)))
    assert len(run_checks(bitext(TEXT), [check])) == 2


def test_a_flood_is_told_as_one() -> None:
    """A text that is all wrong gives some findings, the last of which says how many more there are."""
    marks = [finding("a", ("target", number, number + 1)) for number in range(MOST + 30)]
    many = run_checks(bitext(("a", "あ" * 99)), [saying("a", "facts", *marks)])
    assert len(many) == MOST
    assert str(many[-1].message) == "found; and more of this kind in this text: 30"
    few = run_checks(bitext(("a", "あ" * 99)), [saying("a", "facts", *marks[:MOST])])
    assert [str(one.message) for one in few] == ["found"] * MOST


def test_what_can_be_put_right_is_not_hidden() -> None:
    """A worse finding that only complains does not take the place of one with a replacement."""
    from dataclasses import replace

    loud = saying("one", "typography", finding("one", ("target", 0, 1), severity="error"))
    mends = saying("two", "typography", replace(finding("two", ("target", 0, 1)), replacement="生"))
    assert [found.check for found in run_checks(bitext(TEXT), [loud, mends])] == ["one", "two"]


def test_findings_come_in_the_order_of_the_text_the_worst_first() -> None:
    """The order of the checks decides among equals."""
    check = saying(
        "a",
        "facts",
        finding("late", pair=1),
        finding("mild", ("target", 0, 1), severity="note"),
        finding("bad", ("target", 2, 3), severity="error"),
    )
    assert [found.check for found in run_checks(bitext(TEXT, ("b", "い")), [check])] == ["bad", "mild", "late"]


@pytest.mark.parametrize(
    ("message", "families"),
    [
        (Message("a", "あ"), {"facts", "completeness", "process"}),
        (Message("a", "あ", flags=("fuzzy",)), {"completeness", "process"}),
        (Message("a"), {"completeness", "process"}),
        (Message("a", "<!-- taiyaku: omit: no space -->"), {"process"}),
        (Message("a", "<!-- taiyaku: joined -->"), {"facts", "process"}),
    ],
    ids=["translated", "fuzzy", "untranslated", "omitted", "joined"],
)
def test_a_state_is_one_cause(message: Message, families: set[str]) -> None:
    """Of an old translation only its age is told; of a text left out on purpose not that it is missing."""
    names: tuple[Family, ...] = ("facts", "completeness", "process")
    checks = [saying(family, family, finding(family)) for family in names]
    assert {found.check for found in run_checks(bitext(message), checks)} == families


def test_the_house_says_how_bad_it_is() -> None:
    """A check's own name goes before its family's."""
    settings = CheckSettings(profile=(), severity={"facts": "note", "one": "error"})
    checks = [
        saying("one", "facts", finding("one", ("target", 0, 1))),
        saying("two", "facts", finding("two", ("target", 2, 3))),
    ]
    found = run_checks(bitext(TEXT, settings=settings), checks)
    assert [(one.check, one.severity) for one in found] == [("one", "error"), ("two", "note")]


def test_a_foreign_catalogs_original_is_not_judged() -> None:
    """What is wrong in the source alone is told to who can change it."""
    from dataclasses import replace

    check = replace(saying("s", "source", finding("s")), scope="source")
    assert run_checks(bitext(TEXT), [check])
    assert not run_checks(bitext(TEXT, article=False), [check])


def test_a_check_of_one_language_leaves_the_other_alone() -> None:
    """A check of Japanese style says nothing about English."""
    from dataclasses import replace

    check = replace(saying("e", "style-en", finding("e")), languages=("en",))
    assert not run_checks(bitext(TEXT), [check])


def test_a_huge_catalog_comes_in_parts() -> None:
    """The words of 100,000 entries are never in memory at once."""
    messages = [Message(f"text {number}", f"文{number}") for number in range(2 * PART + 1)]
    parts = list(bitexts(catalog_pairs(messages, ("en", "ja"), House()), ("en", "ja"), House()))
    assert [len(part.pairs) for part in parts] == [PART, PART, 1]


def test_of_a_plural_the_last_form_counts() -> None:
    """Japanese has one form, which is for any number."""
    message = Message("One file", msgid_plural="{n} files", plural_forms=("{n} 個",))
    (pair,) = catalog_pairs([message], ("en", "ja"), House())
    assert (pair.source.text, pair.target.text, pair.state) == ("{n} files", "{n} 個", "translated")
