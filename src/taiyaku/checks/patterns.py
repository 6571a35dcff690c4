"""Patterns of the house, which may be anything: the only door to `regex`, which can be told when to stop."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

LIMIT = 0.2
"""So many seconds a pattern may take for one text. Honest ones need microseconds; `(a+)+b` would never end."""


class TooSlow(Exception):  # noqa: N818 (it says what the pattern is)
    """A pattern did not come to an end in one text."""


def fault_of(pattern: str) -> str:
    """Return what is wrong with a pattern, "" if nothing."""
    import regex

    try:
        regex.compile(pattern)
    except regex.error as error:
        return str(error)
    return ""


def occurrences(pattern: str, text: str) -> Iterator[Span]:
    """Yield where a pattern matches, without empty matches. Raises TooSlow."""
    try:
        for match in _compiled(pattern).finditer(text, timeout=LIMIT):
            if match.end() > match.start():
                yield Span(*match.span())
    except TimeoutError as error:
        raise TooSlow(pattern) from error


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    import regex

    return regex.compile(pattern)
