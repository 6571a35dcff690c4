"""What most checks begin with: the pairs that have a translation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from taiyaku.checks.bitext import Identity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage


def translated(bitext: Bitext) -> Iterator[tuple[int, Pair]]:
    """Return each pair that has a translation, with its index. One left out on purpose or joined has none."""
    return iter(_translated(Identity(bitext)))


@lru_cache(maxsize=1)
def _translated(key: Identity) -> tuple[tuple[int, Pair], ...]:
    """Return them all; the last bitext's are kept, since all checks ask for the same."""
    return tuple(
        (index, pair)
        for index, pair in enumerate(key.bitext.pairs)
        if pair.target.text and not pair.target.text.isspace()
    )


def targets(bitext: Bitext, language: str) -> Iterator[tuple[int, Passage]]:
    """Yield each translation in a language, with the index of its pair; nothing if the article goes the other way."""
    if bitext.pairs and bitext.pairs[0].target.language == language:
        for index, pair in translated(bitext):
            yield index, pair.target
