"""Small articles in two languages for the tests of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.catalog.message import Message
from taiyaku.checks.bitext import Bitext, Pair
from taiyaku.checks.passage import Passage
from taiyaku.checks.style import Style

if TYPE_CHECKING:
    from collections.abc import Sequence


def article(
    texts: Sequence[tuple[str, str]], locales: tuple[str, str] = ("en", "ja"), style: Style | None = None
) -> Bitext:
    """Return an article of these sources and translations."""
    pairs = tuple(
        Pair(Passage(source, locales[0]), Passage(target, locales[1]), Message(source, target))
        for source, target in texts
    )
    return Bitext(pairs, locales, style=style or Style())


def japanese(*texts: str) -> Bitext:
    """Return an article of which only the Japanese side matters."""
    return article([("An English text.", text) for text in texts])


def english(*texts: str) -> Bitext:
    """Return an article of which only the English side matters."""
    return article([("日本語の文章。", text) for text in texts], ("ja", "en"))
