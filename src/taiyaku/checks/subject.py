"""What the checks judge: an article in one target locale, or a catalog alone, with where its texts stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taiyaku.article.equivalents import equivalents
from taiyaku.checks.assemble import House, article_pairs, date_of
from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from taiyaku.article.document import Document
    from taiyaku.catalog.message import Key, Message
    from taiyaku.checks.bitext import Pair
    from taiyaku.errors import Problem
    from taiyaku.span import Position


@dataclass(frozen=True, slots=True)
class Subject:
    """An article in one target locale, or a catalog. Paths are relative to the project's root.

    `position` tells where a message stands in the file at `path`, `article_position` where a pair is in the original.
    With `keys`, only those messages are spoken of; all are read. `links` are addresses that the author gave the
    target's readers in the place of others.
    """

    slug: str
    title: str
    locales: tuple[str, str]
    path: Path
    pairs: tuple[Pair, ...]
    position: Callable[[Key], Position | None]
    article_path: Path | None = None
    article_position: Callable[[Pair], Position | None] = lambda _: None
    day: date | None = None
    keys: frozenset[Key] | None = None
    problems: tuple[Problem, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)


def article_subject(
    document: Document, slug: str, messages: Mapping[Key, Message], locale: str, house: House
) -> Subject:
    """Return an article in a target locale. Its findings are told of the original, until `replace` names a catalog."""
    headline = document.headline
    return Subject(
        slug,
        headline.text if headline else slug,
        (document.locale, locale),
        document.path,
        tuple(article_pairs(document, messages, locale, house)),
        nowhere,
        document.path,
        place_in(document),
        date_of(document.metadata),
        problems=document.problems,
        links=equivalents(document.metadata, locale),
    )


def place_in(document: Document) -> Callable[[Pair], Position | None]:
    """Return what tells where in a document the source of a pair stands."""
    lines = LineIndex(document.source)

    def place(pair: Pair) -> Position | None:
        return lines.position(pair.segment.span.start) if pair.segment else None

    return place


def nowhere(_key: Key) -> None:
    """Tell of no message where it stands, as there is no file."""
    return
