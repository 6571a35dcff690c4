"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable


def test_it_answers_as_the_pattern_does() -> None:
    """All methods and attributes that are in use."""
    lazy, real = lazy_pattern(r"(?P<digit>\d)+", re.ASCII), re.compile(r"(?P<digit>\d)+", re.ASCII)
    text = "a12b3"
    asked: list[Callable[[re.Pattern[str]], object]] = [
        lambda pattern: pattern.findall(text),
        lambda pattern: [match.span() for match in pattern.finditer(text)],
        lambda pattern: pattern.sub("-", text),
        lambda pattern: pattern.split(text),
        lambda pattern: pattern.match(text),
        lambda pattern: pattern.groupindex,
        lambda pattern: (pattern.pattern, pattern.flags),
    ]
    for ask in asked:
        assert ask(lazy) == ask(real)


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is."""
    compiled: list[str] = []
    real = re.compile

    def counted(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    lazy = lazy_pattern("a+")
    assert compiled == []
    assert lazy.search("aa")
    assert lazy.search("aa")
    assert compiled == ["a+"]


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    """A test that uses each pattern finds it."""
    broken = lazy_pattern("(")
    with pytest.raises(re.error):
        broken.search("a")
