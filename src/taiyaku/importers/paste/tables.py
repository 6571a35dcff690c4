"""Tables as they come in a paste: lines whose cells tabs or runs of spaces divide, most of them numbers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.importers.paste.block import Block

_FEWEST = 3  # columns; two are words that stand apart
_BETWEEN = lazy_pattern(r" *\t[\t ]*|(?<![.!?:”\"’)]) {2,}")
_WORD = lazy_pattern(r"[^\W\d_]{2,}")


def columns(text: str) -> list[str]:
    """Return the cells of a line; running text is one, also where two spaces follow a full stop."""
    return _BETWEEN.split(text)


def is_row(text: str) -> bool:
    """Whether a line is a row of a table: at least three cells, and behind the first more numbers than words."""
    cells = columns(text)
    numbers = sum(_WORD.search(cell) is None for cell in cells[1:])
    return len(cells) >= _FEWEST and numbers > len(cells[1:]) / 2


def with_rows(blocks: Sequence[Block]) -> list[Block]:
    """Give the rows of tables their role: neighbours with as many cells, the first of which may be words alone."""
    rows: set[int] = set()
    for index, (block, after) in enumerate(pairwise(blocks)):
        if goes_on(block, after) and is_row(after.text):
            rows |= {index, index + 1}
    return [block.taken_for("row") if index in rows else block for index, block in enumerate(blocks)]


def goes_on(block: Block, after: Block) -> bool:
    """Whether two lines may be rows of one table."""
    count = len(columns(block.text))
    return not after.gap and count >= _FEWEST and count == len(columns(after.text))
