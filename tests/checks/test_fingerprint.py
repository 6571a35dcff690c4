"""Fingerprints: the same finding, known again."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.made import bitext, finding

from taiyaku.checks.fingerprint import LENGTH, fingerprints
from taiyaku.errors import Phrase

ONE = ("There are 250 students.", "生徒は200人いる。")
OTHER = ("The harbor opened.", "港が開いた。")


def test_place_and_wording_do_not_matter() -> None:
    """A new paragraph above, another language of the message, another severity: the same fingerprint."""
    found = finding("a", ("target", 3, 6))
    before = fingerprints(bitext(ONE), [found])
    moved = replace(found, pair=1, severity="error", message=Phrase("told otherwise"))
    assert fingerprints(bitext(OTHER, ONE), [moved]) == before
    assert len(before[0]) == LENGTH


def test_check_entry_and_evidence_do() -> None:
    """Each of them makes another finding."""
    found = finding("a", ("target", 3, 6))
    others = [
        fingerprints(bitext(ONE), [replace(found, check="b")]),
        fingerprints(bitext(OTHER), [found]),
        fingerprints(bitext(ONE), [replace(found, evidence=("300",))]),
    ]
    assert len({one for (one,) in [*others, fingerprints(bitext(ONE), [found])]}) == 4


def test_the_marked_text_is_evidence_where_a_check_gives_none() -> None:
    """Else a waiver would hold whatever the entry says later."""
    found = replace(finding("a", ("target", 3, 6)), evidence=())
    changed = (ONE[0], "生徒は300人いる。")
    assert fingerprints(bitext(ONE), [found]) != fingerprints(bitext(changed), [found])


def test_the_same_twice_is_two() -> None:
    """A fault that an entry has twice can be answered once."""
    found = finding("a", ("target", 3, 6))
    first, second = fingerprints(bitext(ONE), [found, found])
    assert first != second
