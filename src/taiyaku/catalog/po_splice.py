"""Putting a changed catalog into the bytes that it was read from: what did not change keeps its bytes."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.catalog.header import header_message, in_utf8
from taiyaku.catalog.po_file import MSGSTR
from taiyaku.catalog.po_writer import dump, entry_text, tail_text, translation_text
from taiyaku.errors import CatalogError, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Message
    from taiyaku.catalog.po_file import PoFile


def updated(po_file: PoFile, catalog: Catalog) -> bytes:
    """Return the file's bytes with the entries that differ in `catalog` written anew.

    Every other entry keeps its bytes, whatever tool laid them out, and so do the blank lines before it, and all but the
    translation of an entry that differs in nothing else; the same catalog gives the same bytes. New entries get the
    file's kind of line ends. A changed file is UTF-8 from then on.

    Raises CatalogError for text that UTF-8 cannot write, and as `dump` does.
    """
    if same_content(po_file.catalog, catalog):
        return po_file.data
    if any(message.domain for message in (*po_file.catalog.messages, *catalog.messages)):
        # An entry's domain is said by a line far above it, so that no entry's text can stand for itself.
        return encode(dump(catalog), catalog, po_file.path, po_file)
    mark = codecs.BOM_UTF8 if po_file.bom else b""
    return mark + encode("".join(_Splice(po_file, catalog).pieces()), catalog, po_file.path, po_file)


def updated_text(po_file: PoFile, catalog: Catalog) -> str:
    """Return as text, without a byte order mark, what `updated` returns. Raises as it does."""
    data = updated(po_file, catalog)
    return po_file.text if data == po_file.data else data.decode("utf-8-sig")


def same_content(one: Catalog, other: Catalog) -> bool:
    """Whether two catalogs are written alike. The locale is written as the header's `Language`, if at all."""
    return (
        one.messages == other.messages
        and header_message(one) == header_message(other)
        and one.trailing_comments == other.trailing_comments
    )


def encode(text: str, catalog: Catalog, path: Path, base: PoFile | None) -> bytes:
    """Encode a file's text; raises CatalogError for an unpaired surrogate, naming its message and its place."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        guilty = next((message for message in catalog.messages if chr(code) in entry_text(message)), None)
        raise CatalogError(
            Phrase(
                "half a character (U+{code}) in the message {msgid}",
                code=f"{code:04X}",
                msgid=ascii(guilty.msgid if guilty else ""),
            ),
            path=path,
            position=base.position(guilty.key) if base and guilty else None,
            hint=Phrase("type the character anew; nothing was written"),
        ) from None


class _Splice:
    """The pieces of the new text: old entries where they are unchanged, new ones elsewhere."""

    def __init__(self, po_file: PoFile, catalog: Catalog) -> None:
        self._old = po_file
        self._text = po_file.text
        self._catalog = catalog
        self._newline = "\r\n" if "\r\n" in self._text else "\n"
        header = header_message(po_file.catalog)
        first = [] if header is None or po_file.header_span is None else [(header, po_file.header_span)]
        self._entries = [*first, *zip(po_file.catalog.messages, po_file.spans, strict=True)]

    def pieces(self) -> Iterator[str]:
        """Yield the new text: for each entry the blank lines before it, then the entry; last, what follows all."""
        header = header_message(self._catalog)
        messages = self._catalog.messages if header is None else (header, *self._catalog.messages)
        places = self._places(messages)
        previous = -1
        unfinished = False
        for number, (message, (slot, unchanged)) in enumerate(zip(messages, places, strict=True)):
            if unfinished:
                yield self._newline
            yield self._gap(slot, previous, first=number == 0)
            piece = self._kept(slot) if unchanged else self._written(slot, message)
            yield piece
            unfinished = not piece.endswith("\n")
            previous = slot
        yield from self._tail(unfinished=unfinished, same_last=previous == len(self._entries) - 1)

    def _places(self, messages: tuple[Message, ...]) -> list[tuple[int, bool]]:
        """Return for each message the old entry whose place it takes, or -2, and whether it is unchanged."""
        slots = {message.key: slot for slot, (message, _) in enumerate(self._entries)}
        places = []
        for message in messages:
            slot = slots.get(message.key, -2)
            places.append((slot, slot >= 0 and self._entries[slot][0] == message))
        return places

    def _gap(self, slot: int, previous: int, *, first: bool) -> str:
        """Return what stands before an entry: as it was, or one blank line for an entry with a new neighbour."""
        if first:
            return self._old_gap(0) if self._entries else ""
        if slot < 0:
            return self._newline
        gap = self._old_gap(slot)
        return gap if slot == previous + 1 or ("\n" in gap and slot > 0) else self._newline

    def _old_gap(self, slot: int) -> str:
        end = self._entries[slot - 1][1].end if slot else 0
        return self._text[end : self._entries[slot][1].start]

    def _kept(self, slot: int) -> str:
        message, span = self._entries[slot]
        text = span.text_of(self._text)
        if self._old.encoding != "utf-8" and _heads(message):
            return in_utf8(text)
        return text

    def _written(self, slot: int, message: Message) -> str:
        start = self._start_of_translation(slot, message)
        if start is None:
            return entry_text(message).replace("\n", self._newline)
        before = self._text[self._entries[slot][1].start : start]
        return before + translation_text(message).replace("\n", self._newline)

    def _start_of_translation(self, slot: int, message: Message) -> int | None:
        """Return where the line starts in which the old translation begins; None if more differs than that."""
        if slot < 0 or _heads(message):
            return None
        old, span = self._entries[slot]
        if replace(old, msgstr=message.msgstr, plural_forms=message.plural_forms) != message:
            return None
        found = MSGSTR.search(self._text, span.body, span.end)
        return found.start() if found else None

    def _tail(self, *, unfinished: bool, same_last: bool) -> Iterator[str]:
        """Yield what follows the last entry: its old blank lines and comments, or the new comments."""
        end = self._entries[-1][1].end if self._entries else 0
        comments = self._catalog.trailing_comments
        if comments == self._old.catalog.trailing_comments:
            tail = self._text[end:]
            if unfinished and (tail.strip() or not same_last):
                yield self._newline
            yield tail
        elif comments:
            yield self._newline * (2 if unfinished else 1)
            yield tail_text(self._catalog).replace("\n", self._newline)


def _heads(message: Message) -> bool:
    return not message.msgid and message.msgctxt is None
