"""How much text an element holds, and how much of it is links."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.importers.html.tree import Element


def letters(element: Element) -> int:
    """Return how many characters an element holds, white space left out."""
    return _count(element, links=True)


def link_density(element: Element) -> float:
    """Return which part of an element's characters is in links, 0 if it has none."""
    whole = letters(element)
    return 1 - _count(element, links=False) / whole if whole else 0


def _count(element: Element, *, links: bool) -> int:
    pieces = element.without(lambda part: not links and part.tag == "a" and bool(part.get("href")))
    return sum(len("".join(piece.split())) for piece in pieces)
