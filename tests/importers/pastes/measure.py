"""How many paragraphs and roles of pastes come out right, and whether a letter was lost."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tests.importers.pastes.articles import Piece, sources
from tests.importers.pastes.press import press

from taiyaku.importers.paste import read_blocks
from taiyaku.importers.paste.body import crosshead_text
from taiyaku.importers.paste.running import without_bullet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.importers.pastes.press import Paste

    from taiyaku.importers.paste.block import Block

_IGNORED = re.compile(r"\s+")


class Score(NamedTuple):
    """The result for one paste: pieces that are right of how many, those that are wrong, what was found instead."""

    paste: Paste
    right: int
    wrong: tuple[Piece, ...]
    instead: tuple[Piece, ...]
    lost: Counter[str]


def score(paste: Paste) -> Score:
    """Import a paste and hold the result against what it was made of."""
    blocks, remarks = read_blocks(paste.text, paste.language)
    found = Counter()  # type: ignore[var-annotated]
    pieces = []
    for block in blocks:
        pieces.append(shown(block, paste.language))
        found[_key(pieces[-1])] += 1
    wrong = []
    for piece in paste.truth:
        key = _key(piece)
        if found[key]:
            found[key] -= 1
        else:
            wrong.append(piece)
    instead = tuple(piece for piece in pieces if found[_key(piece)] > 0)
    out = letters(block.text for block in blocks) + letters(str(r.what.parameters.get("removed", "")) for r in remarks)
    into = letters([paste.text])
    lost = (into - out) + (out - into)
    return Score(paste, len(paste.truth) - len(wrong), tuple(wrong), instead, lost)


def shown(block: Block, language: str) -> Piece:
    """Return a block as the article shows it: without the sign of an item or a cross-head."""
    text = crosshead_text(block.text, language) if block.role == "heading" else block.text
    return Piece(block.role or "paragraph", without_bullet(text) if block.role == "item" else text)


def _key(piece: Piece) -> tuple[str, str]:
    return (piece.role, _IGNORED.sub("", piece.text))


def letters(texts: Iterable[str]) -> Counter[str]:
    """Count the letters and digits of texts."""
    return Counter(char for text in texts for char in text if char.isalnum())


def half(number: int, *, held_out: bool) -> Iterator[Paste]:
    """Yield `number` pastes of one half of the articles, both languages of each: every second is for tuning only."""
    chosen = [source for index, source in enumerate(sources()) if index // 2 % 2 == held_out]
    for seed in range(number):
        rng = random.Random(f"{'held' if held_out else 'tune'} {seed}")  # noqa: S311 (no secret)
        yield press(chosen[seed % len(chosen)], rng)
