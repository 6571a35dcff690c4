"""The lists of words beside the code, which anybody can read and add to."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def lines_of(name: str) -> list[str]:
    """Return the lines of a list in this folder, without empty ones and those that begin with #."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a list, separated by blanks."""
    return frozenset(word for line in lines_of(name) for word in line.split())
