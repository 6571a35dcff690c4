"""Slugs are proposed of titles in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.importers.slug import propose_slug
from taiyaku.project.slugs import SLUG


@pytest.mark.parametrize(
    ("title", "date", "stem", "slug"),
    [
        ("Torrance, Bizen sign the friendship city agreement today", "2024-08-09", "x",
         "2024-08-torrance-bizen-sign-friendship-city-agreement"),
        ("Harbor’s café opens", "", "x", "harbors-cafe-opens"),
        ("The Who", "", "x", "who"),
        ("Of the", "", "x", "of-the"),
        ("備前焼の里", "2026-04-17", "x", "2026-04-bizen-yaki-sato"),
        ("", "", "my paste (1)", "my-paste-1"),
        ("", "2024-08-09", "2024-notes", "2024-notes"),
        ("", "", "", "untitled"),
    ],
)  # fmt: skip
def test_proposals(title: str, date: str, stem: str, slug: str) -> None:
    """The first words of the title, romanized, the month before them; else the file's name."""
    assert propose_slug(title, date, stem) == slug


@given(st.text(), st.sampled_from(["", "2024-08-09", "no date"]), st.text())
def test_always_a_slug(title: str, date: str, stem: str) -> None:
    """Whatever the title is, what is proposed can be a slug."""
    slug = propose_slug(title, date, stem)
    assert SLUG.fullmatch(slug)
    assert ".." not in slug
