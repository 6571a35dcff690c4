"""What most checks begin with: the pairs that have a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage


def translated(bitext: Bitext) -> Iterator[tuple[int, Pair]]:
    """Yield each pair that has a translation, with its index. One left out on purpose or joined to another has none."""
    for index, pair in enumerate(bitext.pairs):
        if pair.target.text and not pair.target.text.isspace():
            yield index, pair


def targets(bitext: Bitext, language: str) -> Iterator[tuple[int, Passage]]:
    """Yield each translation in a language, with the index of its pair; nothing if the article goes the other way."""
    if bitext.pairs and bitext.pairs[0].target.language == language:
        for index, pair in translated(bitext):
            yield index, pair.target
