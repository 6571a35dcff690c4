"""An article as a value: its source text and the segments that are to be translated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from taiyaku.article.directives import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from taiyaku.errors import Problem
    from taiyaku.span import Span

Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value]"
"""A value of the front matter. Scalars are texts as written: `no` is "no", never False."""

BODY_ROLES = frozenset({"paragraph", "item", "quote", "definition", "footnote"})
"""Roles of running text. A message of one of these has no msgctxt; every other role is its segment's msgctxt."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an article that is translated as one.

    `text` is what a translator sees: lines joined, the marks of continuation lines taken off, and what only this
    place needs (a backslash before a pipe in a table cell) decoded. A line break inside it is a hard one.
    `span` is where it stands in the document's source. `prefix` starts each of its further lines there (`> `).
    `note` lines tell the translator what this is. `name` is the context that the author gave in a directive.
    """

    text: str
    span: Span
    role: str
    prefix: str = ""
    note: tuple[str, ...] = ()
    name: str | None = None

    @property
    def context(self) -> str | None:
        """The msgctxt: None for running text, else the role, with the author's name for it if there is one."""
        if self.name is not None:
            return f"{self.role}:{self.name}"
        return None if self.role in BODY_ROLES else self.role

    @property
    def given_role(self) -> str | None:
        """The role that a directive gave it, if one did; the caption of an image has its role without."""
        return self.role if self.role in ROLES and self.note[:1] == (self.role,) else None

    @property
    def key(self) -> tuple[str | None, str]:
        """The key of the message that translates this segment: `(msgctxt, msgid)`."""
        return (self.context, self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """An article in one locale. `source` is its text to the last byte, byte order mark and line ends included.

    `metadata` is the front matter as texts; `body` is the offset (code points) at which the article itself begins.
    """

    path: Path
    locale: str
    source: str
    metadata: Mapping[str, Value]
    segments: tuple[Segment, ...]
    body: int = 0
    problems: tuple[Problem, ...] = field(default=())

    @property
    def headline(self) -> Segment | None:
        """The segment of the headline: the front matter's title, else the first heading of the first rank."""
        return next((segment for segment in self.segments if segment.role == "headline"), None)
