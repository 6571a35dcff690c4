"""Known places by the English names that texts have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.names.known_places import english_place

if TYPE_CHECKING:
    from taiyaku.checks.names.known_places import Place


def known_place(english: str) -> Place | None:
    """Return the known place that an English name is, whole; an abbreviation with its last stop or without: U.S."""
    return english_place(english) or english_place(english.removesuffix("."))
