"""Long lists of words and sayings as a pattern: of hundreds, a text has one or two, and a pattern of these is made."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class _Saying(NamedTuple):
    """A pattern by its place among all: a text has `telling`, or it does not match, and `others` as well."""

    place: int
    pattern: str
    telling: str
    others: tuple[str, ...]


class Sayings:
    """What can be searched for like a pattern for any of the sayings, the first that match before later ones.

    Each is a pattern, and told by `parts`, texts in lower case without which it has no match. All stand in `frame`.
    """

    def __init__(self, parts: Mapping[str, Sequence[str]], frame: str = "{}") -> None:
        self._frame = frame
        self._by_first: dict[str, list[_Saying]] = {}
        for place, (pattern, texts) in enumerate(parts.items()):
            telling, *others = sorted(texts, key=len, reverse=True)  # the longest is the rarest
            self._by_first.setdefault(telling[0], []).append(_Saying(place, pattern, telling, tuple(others)))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text."""
        folded = text.lower()
        present = [
            (place, pattern)
            for first in self._by_first.keys() & set(folded)
            for place, pattern, telling, others in self._by_first[first]
            if telling in folded and all(part in folded for part in others)
        ]
        if not present:
            return iter(())
        return _any_of(self._frame, tuple(pattern for _, pattern in sorted(present))).finditer(text)


@lru_cache(maxsize=1024)
def _any_of(frame: str, patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(frame.format(f"(?:{'|'.join(patterns)})"))
