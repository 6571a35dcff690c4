"""Which sentences of a translation belong to which of its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.casefile import Case, cases

from taiyaku.catalog.sentence_pairs import sentence_pairs


@pytest.mark.parametrize(
    "case", cases(str(Path(__file__).parent / "cases" / "sentence_pairs.txt")), ids=lambda case: case.name
)
def test_every_case(case: Case) -> None:
    """As the file of cases tells: nothing that the translator wrote belongs to nothing."""
    english, japanese = (line.split(" | ") for line in case.texts[0].split("\n"))
    msgid, msgstr = " ".join(english), "".join(japanese)
    pairs = sentence_pairs(msgid, msgstr, "en", "ja")
    assert [msgid[pair.sources[0].start : pair.sources[-1].end] for pair in pairs] == english
    assert [pair.target and pair.target.of(msgstr) for pair in pairs] == japanese
