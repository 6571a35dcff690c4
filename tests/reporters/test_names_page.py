"""The page of the name register."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from taiyaku.errors import Phrase
from taiyaku.register.listed import Listed, Register, Use
from taiyaku.reporters.names_page import names_page

_NOW = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)


def _page(*names: Listed) -> str:
    return names_page(Register(names, 1), "en", now=_NOW)


def test_what_texts_say_is_escaped() -> None:
    """Nothing of a name becomes mark-up, and invisible characters that reorder a line are written out."""
    page = _page(Listed("proposed", "person", ("<b>Chen",), ("チェン\u202e",), (1, 1), Use(Path("a<b.md"), 3)))
    assert "&lt;b&gt;Chen" in page
    assert "a&lt;b.md:3" in page
    assert "\\u202e" in page


def test_a_draft_is_called_so() -> None:
    """A reading that only the dictionary has is marked, and stands with its romanization; a verified one is not."""
    draft = Listed("unpaired", "place", (), ("岡山",), (0, 1), None, "おかやま", "Okayama", draft=True)
    sure = Listed("verified", "place", ("Bizen",), ("備前",), (1, 1), None, "びぜん", verified="the desk")
    assert "draft" in _page(draft).split("<main", 1)[1]
    assert '<span class="also romanization" lang="ja-Latn">Okayama</span>' in _page(draft)
    assert "draft" not in _page(sure).split("<main", 1)[1]
    assert "the desk" in _page(sure)


def test_groups_lead_to_their_names() -> None:
    """Only groups that have names are linked; where there are none at all, it says so."""
    page = _page(Listed("proposed", None, ("Brighton",), (), (1, 0), None, evidence=(Phrase("is read so"),)))
    assert 'href="#proposed"' in page
    assert 'href="#verified"' not in page
    assert "is read so" in page
    assert "no names found" in _page()
