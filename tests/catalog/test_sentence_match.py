"""What the sentences of a new text were among the old ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.formats.casefile import Case, cases

from taiyaku.catalog.sentence_match import Found, match_sentences


def told(found: Found) -> str:
    """Return what the file of cases says of a sentence."""
    return ",".join(str(number + 1) for number in found.units) + ("=" if found.whole else "~") if found.units else "+"


@pytest.mark.parametrize(
    "case", cases(str(Path(__file__).parent / "cases" / "sentence_match.txt")), ids=lambda case: case.name
)
def test_every_case(case: Case) -> None:
    """As the file of cases tells."""
    first, *rows = case.texts[0].split("\n")
    units = [re.split(r"(?<=\.) ", unit) for unit in first.split(" | ")]
    new = [row.partition(" ")[2] for row in rows]
    found = match_sentences(new, units, "en")
    assert [f"{told(one)} {text}" for one, text in zip(found, new, strict=True)] == rows
