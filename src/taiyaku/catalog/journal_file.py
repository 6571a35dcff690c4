"""The journal on disk: a file per catalog, of one JSON object a line, to which lines are added.

A line is written at once and begins with its line break, so that what a killed program left half written spoils no
later line; it is passed over, as is any line that says nothing sensible. Several programs may write at once.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_args

from taiyaku.catalog.journal import Journal, Kind, Loss, Record, compacted
from taiyaku.catalog.message import Message
from taiyaku.files import open_regular, read_regular, safe_write

try:
    from fcntl import LOCK_EX, flock
except ImportError:  # a system without it: nothing is ever compacted there
    flock = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO
    from pathlib import Path

COMPACT_FROM = 256 * 1024
"""From so many bytes on, a journal is written anew where that makes it smaller than a quarter."""

_DEFAULTS = {field.name: field.default for field in fields(Message)}
_TUPLES = {name for name, value in _DEFAULTS.items() if isinstance(value, tuple)}


def is_settled(path: Path, digest: str) -> bool:
    """Whether the last line was written for the catalog of this digest, and nothing was open."""
    tail = _tail(0, digest)
    try:
        with open_regular(path) as file:
            file.seek(-len(tail), os.SEEK_END)
            return file.read() == tail
    except OSError:
        return False


def read_journal(path: Path) -> Journal:
    """Read a journal; an empty one where there is none. Raises OSError if the file is there and cannot be read."""
    try:
        return _parsed(read_regular(path))
    except FileNotFoundError:
        return Journal()


def append(path: Path, record: Record) -> bool:
    """Add a record to a journal; the file and its folders are made if need be. Raises OSError.

    Return whether it grew beyond a power of two: then it is worth while to see what `compact` can do, which reads all.
    """
    line = _line(record)
    with _locked(path) as file:
        size = os.fstat(file.fileno()).st_size
        file.write(line)
    return size.bit_length() < (size + len(line)).bit_length()


def compact(path: Path) -> bool:
    """Write a journal that repeats itself anew, with every version of every message; return whether it was."""
    if flock is None or path.stat().st_size < COMPACT_FROM:
        return False
    with _locked(path):
        data = path.read_bytes()
        new = b"".join(map(_line, compacted(_parsed(data))))
        if len(new) * 4 > len(data):
            return False
        safe_write(path, new)
        return True


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[FileIO]:
    """Open a journal to add to it, alone; it is the one that stands at `path`, not one that was just replaced."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:
            if flock is not None:
                flock(file, LOCK_EX)
            if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
                yield file
                return


def _parsed(data: bytes) -> Journal:
    journal = Journal()
    for line in data.split(b"\n"):
        with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
            journal.add(_record(json.loads(line)))
    return journal


def _line(record: Record) -> bytes:
    value = {
        "when": record.when,
        "head": record.head,
        "messages": [_from_message(message) for message in record.messages],
        "gone": record.gone,
        "settled": record.settled,
        "losses": [loss._asdict() | {"message": _from_message(loss.message)} for loss in record.losses],
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # half a character, which no catalog can hold, stays readable as an escape
    return b"\n" + text[:-1].encode("utf-8", "backslashreplace") + _tail(len(record.losses), record.digest)


def _tail(losses: int, digest: str) -> bytes:
    return f',"open":{losses},"digest":"{digest}"}}'.encode()


def _record(value: dict[str, Any]) -> Record:
    return Record(
        str(value["when"]),
        str(value["digest"]),
        str(value["head"]),
        tuple(_message(message) for message in value["messages"]),
        tuple(_key(key) for key in value["gone"]),
        tuple((_key(key), tuple(map(str, texts))) for key, texts in value["settled"]),
        tuple(_loss(loss) for loss in value["losses"]),
    )


def _loss(value: dict[str, Any]) -> Loss:
    if value["kind"] not in get_args(Kind):
        raise ValueError(value["kind"])
    return Loss(value["kind"], _message(value["message"]), tuple(map(str, value["instead"])), bool(value["certain"]))


def _key(value: list[str | None]) -> tuple[str | None, str]:
    msgctxt, msgid = value
    return (None if msgctxt is None else str(msgctxt), str(msgid))


def _from_message(message: Message) -> dict[str, Any]:
    """Return what differs from an empty message."""
    values = {name: getattr(message, name) for name in _DEFAULTS}
    return {name: value for name, value in values.items() if value != _DEFAULTS[name]}


def _message(value: dict[str, Any]) -> Message:
    values: dict[str, Any] = {name: tuple(map(str, part)) if name in _TUPLES else part for name, part in value.items()}
    message = Message(**values)
    texts = (message.msgid, message.msgstr, message.msgctxt or "", message.previous_msgid or "")
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(texts)
    return message
