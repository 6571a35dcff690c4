"""Which tags belong together: what one opens, the other closes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.formats.markdown.dialects.token import Token


def paired(tokens: Iterable[Token]) -> list[Token]:
    """Return the tags, those marked as paired that have their counterpart; a closing one takes the nearest before."""
    found = list(tokens)
    opened: dict[tuple[str, str, int], list[int]] = {}
    for index, token in enumerate(found):
        key = (token.dialect, "" if token.rank else token.name, token.rank)
        if token.form == "tag":
            opened.setdefault(key, []).append(index)
        elif token.form == "close" and opened.get(key):
            partner = opened[key].pop()
            found[partner] = replace(found[partner], paired=True)
            found[index] = replace(token, paired=True, name=found[partner].name)
    return found


def unbalanced(tokens: Iterable[Token]) -> list[str]:
    """Return the names of the tags that are opened more often than closed, or the other way round."""
    depth: dict[str, int] = {}
    for token in tokens:
        if token.paired:
            depth[token.name] = depth.get(token.name, 0) + (-1 if token.form == "close" else 1)
    return [name for name, count in depth.items() if count]
