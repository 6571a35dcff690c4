"""Finding the tags of dialects in a text: not in code, not in comments, not in readings."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.dialects import DIALECTS, dialect
from taiyaku.formats.markdown.ruby import RUBY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from taiyaku.formats.markdown.dialects.token import Dialect, Token

_PASSED_OVER = rf"""(?P<over>
    (?<!`)(?P<run>`+)(?!`)(?:(?!\n[ \t\r]*\n).){{1,5000}}?(?<!`)(?P=run)(?!`)   # code
  | `+ | \\[`\\<{{\[]
  | <!--.*?-->
  | {RUBY.pattern} )"""
_LINE_START = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?")

Range = tuple[int, int]


def begins_line(text: str, at: int) -> bool:
    """Whether nothing but marks of quotations and items stands before a place in its line."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return _LINE_START.fullmatch(text, start, at) is not None


def tokens(text: str, names: Sequence[str], without: Iterable[Range] = ()) -> Iterator[Token]:
    """Yield the tags of some dialects in the order of the text, those that begin in the ranges `without` left out."""
    pattern, dialects = _pattern(tuple(names))
    position = 0
    for start, end in (*without, (len(text), len(text))):
        while position < start:
            found = pattern.search(text, position, start)
            if found is None:
                break
            position = found.end() if found["over"] else found.start() + 1
            for one in () if found["over"] else dialects:
                token = one.read(text, found.start()) if one.starts(text, found.start()) else None
                if token is not None:
                    yield token
                    position = token.end
                    break
        position = max(position, end)


class _Reader:
    """A dialect with its cue compiled."""

    __slots__ = ("cue", "read")

    def __init__(self, one: Dialect) -> None:
        self.cue = re.compile(one.cue)
        self.read = one.read

    def starts(self, text: str, at: int) -> bool:
        return self.cue.match(text, at) is not None


@cache
def _pattern(names: tuple[str, ...]) -> tuple[re.Pattern[str], list[_Reader]]:
    found = [dialect(name) for name in DIALECTS if name in names]
    cues = "|".join(f"(?:{one.cue})" for one in found)
    return re.compile(rf"{_PASSED_OVER}|(?:{cues})", re.VERBOSE | re.DOTALL), [_Reader(one) for one in found]
