"""A PO file as a value: what it says, and the bytes that say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from taiyaku.span import LineIndex, Position

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Key
    from taiyaku.catalog.po_grammar import EntrySpan
    from taiyaku.errors import Problem

MSGSTR = re.compile(r"^[ \t]*(?:#~[ \t]*)?(?=msgstr\b)", re.MULTILINE)
"""The beginning of a line in which a translation begins."""


@dataclass(frozen=True, eq=False)
class PoFile:
    """A PO file as it was read: its bytes, what they say, and where each entry stands.

    `encoding` is the Python codec of the bytes. `spans` says of each of the catalog's messages where it stands in
    `text`, `header_span` the same of the header. `problems` are signs that the file may have been cut; they are
    not proof, and their absence is none either: cut between two messages, a file is a good one with fewer.
    """

    path: Path
    data: bytes
    catalog: Catalog
    encoding: str
    bom: bool
    header_span: EntrySpan | None
    spans: tuple[EntrySpan, ...]
    problems: tuple[Problem, ...] = ()

    @cached_property
    def text(self) -> str:
        """The file's text, without its byte order mark."""
        return self.data[3 if self.bom else 0 :].decode(self.encoding)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    @cached_property
    def _by_key(self) -> dict[Key, EntrySpan]:
        pairs = list(zip(self.catalog.messages, self.spans, strict=True))
        obsolete = {message.key: span for message, span in pairs if message.obsolete}
        return obsolete | {message.key: span for message, span in pairs if not message.obsolete}

    def position(self, key: Key) -> Position | None:
        """Return where the message of `key` starts, at its first keyword; None if it is not in this file."""
        span = self._by_key.get(key)
        return None if span is None else self._lines.position(span.body)

    def msgstr_position(self, key: Key) -> Position | None:
        """Return where the translation of the message of `key` starts, at `msgstr`; None as above."""
        span = self._by_key.get(key)
        if span is None:
            return None
        found = MSGSTR.search(self.text, span.body, span.end)
        return self._lines.position(found.end() if found else span.body)
