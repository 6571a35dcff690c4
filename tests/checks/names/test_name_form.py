"""Names that are written otherwise than the termbase says."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.bitexts import article

from taiyaku.checks.names.name_form import CHECK
from taiyaku.termbase.file import parse_termbase

TERMS = parse_termbase("""
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }

[[entry]]
kind = "place"
en = "Israel"
ja = "イスラエル"
""")


def told(source: str, target: str) -> list[tuple[str, ...]]:
    """Return the evidence of what is found in a pair from Japanese."""
    bitext = replace(article([(source, target)], ("ja", "en")), termbase=TERMS)
    return [found.evidence for found in CHECK.find(bitext)]


def test_a_given_name_is_no_adjective() -> None:
    """Takashi ends like Israeli, and is a misspelled Takeshi all the same, whoever "we" are."""
    spoken = "Mayor Takashi Yoshimura said, “We want to go on.”"
    assert told("吉村武司市長は「続けたい」と述べた。", spoken) == [("吉村武司", "Takashi")]


def test_an_adjective_is_no_misspelled_place() -> None:
    """A place has one."""
    assert told("イスラエルの選手が勝った。", "An Israeli player won.") == []
