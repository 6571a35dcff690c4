"""Pairs of texts as the register reads them."""

from __future__ import annotations

from taiyaku.catalog.message import Message
from taiyaku.checks.bitext import Pair
from taiyaku.checks.passage import Passage


def pair_of(english: str, japanese: str) -> Pair:
    """Return a text and its translation; one that is empty is the translation that is not there yet."""
    source, target = Passage(english, "en"), Passage(japanese, "ja")
    return Pair(source, target, Message(english)) if english else Pair(target, source, Message(japanese))
