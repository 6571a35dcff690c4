"""Where the phrases of a Japanese text begin; the only door to BudouX, and to what it is wrong about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budoux import Parser

_NEVER_FIRST = frozenset("、。，．・：；？！）」』】〕〉》”’ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻％%‰℃")
_NEVER_LAST = frozenset("（「『【〔〈《“‘$＄¥￥€£第約")


@cache
def _parser() -> Parser:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()


def phrase_starts(text: str) -> Iterator[int]:
    """Yield the offsets (code points) at which a phrase begins, but for the first one."""
    offset = 0
    for phrase in _parser().parse(text):
        if offset and text[offset] not in _NEVER_FIRST and text[offset - 1] not in _NEVER_LAST:
            yield offset
        offset += len(phrase)
