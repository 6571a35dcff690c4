"""Reading PO files, strictly: what GNU gettext refuses is refused, with its place and what to do."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.header import header_extra, in_utf8, is_header, parse_header
from taiyaku.catalog.po_canonical import canonical_entry
from taiyaku.catalog.po_charset import decode
from taiyaku.catalog.po_file import PoFile
from taiyaku.catalog.po_grammar import Entry, EntryParser, EntrySpan, Tail
from taiyaku.catalog.po_lexer import Source
from taiyaku.errors import CatalogError, Phrase, Problem
from taiyaku.files import MB, read_regular
from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from taiyaku.catalog.message import Message

LIMIT = 64 * MB
"""A catalog may have so many bytes: that of the longest article has two texts of each passage, and their history."""

_NPLURALS = re.compile(r"nplurals\s*=\s*([0-9]+)")


def read(path: Path) -> PoFile:
    """Read the PO file at `path`. Raises CatalogError as `parse` does, and where the file cannot be opened."""
    try:
        data = read_regular(path, LIMIT)
    except OSError as error:
        raise CatalogError(
            Phrase("the file cannot be read ({reason})", reason=error.strerror or error),
            path=path,
            hint=Phrase("see that it is there and that you may read it"),
        ) from error
    return parse(data, path)


def parse(data: bytes, path: Path) -> PoFile:
    """Read the bytes of a PO file; `path` is for error messages.

    Raises CatalogError, with the place, for anything that GNU gettext refuses, and also for an empty file and for
    one that ends inside a comment without a line break: so does a file look after a failed save or copy.
    """
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise CatalogError(
            Phrase("the file is empty"),
            path=path,
            hint=Phrase("restore it from a backup or from version control, or delete it; nothing was changed"),
        )
    decoded = decode(data, path)
    reader = _Reader(Source(decoded.text, path, decoded.encoding))
    reader.read()
    return reader.result(data, bom=decoded.bom)


class _Reader:
    """Reads the entries of one file one after the other."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._domain: str | None = None
        self._messages: list[Message] = []
        self._spans: list[EntrySpan] = []
        self._seen: dict[tuple[str | None, str | None, str], int] = {}
        self._trailing_comments: tuple[str, ...] = ()

    def read(self) -> None:
        """Read to the end."""
        offset = 0
        while True:
            entry = canonical_entry(self._text, offset, self._domain) or self._exact(offset)
            if isinstance(entry, Tail):
                self._trailing_comments = entry.comments
                return
            self._add(*entry)
            offset = entry.span.end

    def result(self, data: bytes, *, bom: bool) -> PoFile:
        """Return the file that was read."""
        messages, spans = self._messages, self._spans
        header = messages[0] if messages and is_header(messages[0]) else None
        catalog = _catalog(header, messages[1:] if header else messages, self._trailing_comments)
        return PoFile(
            path=self._source.path,
            data=data,
            catalog=catalog,
            encoding=self._source.encoding,
            bom=bom,
            header_span=spans[0] if header else None,
            spans=tuple(spans[1:] if header else spans),
            problems=tuple(_signs_of_a_cut(self._source, catalog, spans)),
        )

    def _add(self, message: Message, span: EntrySpan) -> None:
        first = self._seen.setdefault((message.domain, message.msgctxt, message.msgid), span.body)
        if first != span.body:
            self._source.fail(
                span.body,
                Phrase("the same message as in line {line}", line=LineIndex(self._text).position(first).line),
                Phrase("remove one of the two, or tell them apart by msgctxt; nothing was changed"),
            )
        if not message.msgid and message.msgctxt is None:
            message = replace(message, msgstr=in_utf8(message.msgstr))
        self._messages.append(message)
        self._spans.append(span)

    def _exact(self, offset: int) -> Entry | Tail:
        parser = EntryParser(self._source, offset, self._domain)
        entry = parser.parse()
        self._domain = parser.domain
        return entry


def _catalog(header: Message | None, messages: Sequence[Message], trailing: tuple[str, ...]) -> Catalog:
    """Put together what was read; the locale is the header's `Language`."""
    if header is None:
        return Catalog(None, messages=tuple(messages), trailing_comments=trailing)
    catalog = Catalog(
        locale=None,
        header=parse_header(header.msgstr),
        messages=tuple(messages),
        header_comments=header.translator_comments,
        header_flags=header.flags,
        header_extra=header_extra(header),
        trailing_comments=trailing,
    )
    return replace(catalog, locale=catalog.field("Language") or None)


def _signs_of_a_cut(source: Source, catalog: Catalog, spans: Sequence[EntrySpan]) -> Iterator[Problem]:
    """Yield what suggests, in a file of sound grammar, that its end is missing."""
    hint = Phrase("the file may have been cut: compare it with a backup or with version control")

    def sign(what: Phrase, offset: int) -> Problem:
        return Problem(what, source.path, LineIndex(source.text).position(offset), hint, "warning")

    if not source.text.rstrip(" \t\r\f\v").endswith("\n"):
        yield sign(Phrase("the last line has no line break"), len(source.text))
    if any(not line.startswith(("# ", "##")) and line != "#" for line in catalog.trailing_comments):
        yield sign(Phrase("the comments of a message without the message"), spans[-1].end if spans else 0)
    if not catalog.messages:
        return
    last = catalog.messages[-1]
    wanted = _NPLURALS.search(catalog.field("Plural-Forms") or "")
    if last.plural_forms and wanted and len(last.plural_forms) < int(wanted[1]):
        yield sign(Phrase("the last message has fewer plural forms than the header says"), spans[-1].body)
    if last.msgstr and last.msgid.endswith("\n") and not last.msgstr.endswith("\n"):
        yield sign(Phrase("the last message ends with a line break, but its translation does not"), spans[-1].body)
