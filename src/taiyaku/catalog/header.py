"""gettext's header: the translation of the empty msgid, read as fields."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from taiyaku.catalog.message import Message

if TYPE_CHECKING:
    from taiyaku.catalog.catalog import Catalog

Fields = tuple[tuple[str, str], ...]

CREATION_DATE = "POT-Creation-Date"
REVISION_DATE = "PO-Revision-Date"
_TIME = "%Y-%m-%d %H:%M%z"

_FIELD = re.compile(r"([^:\s][^:\n]*): ([^\n]*)\n")
# gettext looks for this anywhere in the header, and ends the name at a blank.
_CHARSET = re.compile(r'(charset=)([^ \t\n\\"]*)')


def parse_header(text: str) -> Fields:
    """Return the fields of a header, such that `header_text` gives back every character of `text`."""
    fields = []
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        match = _FIELD.fullmatch(line)
        fields.append((match[1], match[2]) if match else ("", line))
    return tuple(fields)


def header_text(fields: Fields) -> str:
    """Return the header's msgstr."""
    return "".join(f"{name}: {value}\n" if name else value for name, value in fields)


def in_utf8(text: str) -> str:
    """Return a header, as text or as it stands in a file, with its charset said to be UTF-8 if it declares one."""
    match = _CHARSET.search(text)
    if match is None or match[2].lower() in {"utf-8", "utf8"}:
        return text
    return f"{text[: match.start()]}charset=UTF-8{text[match.end() :]}"


def with_field(header: Fields, name: str, value: str) -> Fields:
    """Return `header` with the field set: in its place, or at the end."""
    fields = [(key, value if key.lower() == name.lower() else old) for key, old in header]
    if not any(key.lower() == name.lower() for key, _ in header):
        fields.append((name, value))
    return tuple(fields)


def timestamp(time: datetime) -> str:
    """Return an aware time as a header has it, `2026-11-22 09:30+0900`."""
    return time.strftime(_TIME)


def time_of(value: str | None) -> datetime | None:
    """Return the time that a field says; None for nothing, gettext's placeholder, or whatever else is none."""
    try:
        time = datetime.strptime(value or "", _TIME)  # noqa: DTZ007 (it has the zone)
    except ValueError:
        return None
    return time


def is_header(message: Message) -> bool:
    """Whether this message, if it is the first of its file, is the header."""
    return (
        not message.msgid
        and message.msgctxt is None
        and not message.obsolete
        and message.msgid_plural is None
        and message.domain is None
    )


def header_message(catalog: Catalog) -> Message | None:
    """Return the catalog's header as the message that it is in a file, or None where there is none."""
    extra = catalog.header_extra
    if extra is None and not (catalog.header or catalog.header_comments or catalog.header_flags):
        return None
    text, comments, flags = in_utf8(header_text(catalog.header)), catalog.header_comments, catalog.header_flags
    if extra is None:
        return Message("", text, flags=flags, translator_comments=comments)
    return replace(extra, msgstr=text, flags=flags, translator_comments=comments)


def header_extra(message: Message) -> Message | None:
    """Return what the header entry `message` holds beyond fields, comments and flags.

    The bare message stands for "there is a header, and it is empty", None for nothing.
    """
    extra = replace(message, msgstr="", translator_comments=(), flags=())
    empty = not (message.msgstr or message.translator_comments or message.flags)
    return extra if empty or extra != Message("") else None
