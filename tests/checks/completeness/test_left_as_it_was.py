"""What was left in the language of the source: rows of texts, clauses, and what may stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taiyaku.catalog.message import Message
from taiyaku.checks.bitext import Bitext, Pair
from taiyaku.checks.completeness.leftover_source_text import CHECK as LEFTOVER
from taiyaku.checks.completeness.length_outlier import CHECK as LENGTH
from taiyaku.checks.completeness.list_shortened import CHECK as LIST
from taiyaku.checks.completeness.same_as_source import CHECK as SAME
from taiyaku.checks.passage import Passage

if TYPE_CHECKING:
    from taiyaku.checks.check import Check


def _bitext(*pairs: tuple[str, str]) -> Bitext:
    return Bitext(
        tuple(Pair(Passage(one, "en"), Passage(other, "ja"), Message(one, other)) for one, other in pairs), ("en", "ja")
    )


def test_a_row_of_copies_is_one_finding() -> None:
    """A list of changes that was left as it is is told once, a copy elsewhere once more."""
    copies = [f"Mend the broken {thing} of the shed." for thing in ("door", "roof", "gate")]
    pairs = [(copy, copy) for copy in copies]
    findings = list(SAME.find(_bitext(*pairs, ("It rains.", "雨だ。"), pairs[0])))
    assert [(finding.pair, finding.message.parameters.get("count")) for finding in findings] == [(0, 3), (4, None)]


@pytest.mark.parametrize(
    "kept", ['"got {n} of them"', 'b"no such file"', "// let x = shed::open();", "`open the shed`"]
)
def test_a_program_is_no_copy(kept: str) -> None:
    """Code, and the strings of a program, may stay."""
    assert not list(SAME.find(_bitext((kept, kept))))


def test_all_of_a_clause_is_marked() -> None:
    """A sentence that was left is marked from its first word to its last, over line ends and code."""
    left = "Nobody was at home, so\nthey left `a note` under the door"
    (finding,) = LEFTOVER.find(_bitext((f"They rang. {left}.", f"呼び鈴を鳴らした。{left}.")))
    assert finding.evidence == (left,)


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "a-" * 100_000, "the ( “a" * 30_000, "A, b and " * 20_000, "“”、" * 60_000]
)
@pytest.mark.parametrize("check", [LEFTOVER, SAME, LENGTH, LIST])
def test_long_texts_end(check: Check, text: str) -> None:
    """No text is long to look at, whatever it is made of."""
    assert isinstance(list(check.find(_bitext((text, f"{text}あ")))), list)
