"""From the bytes of a PO file to its text, in the charset that its header declares; nothing is guessed."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import CatalogError, Phrase
from taiyaku.span import Position

if TYPE_CHECKING:
    from pathlib import Path

# The header entry: the strings after an empty msgid and its msgstr. Bytes, since the charset is not known yet.
_HEADER = re.compile(rb'^[ \t]*msgid[ \t]*""[ \t\r\n]*msgstr[ \t]*((?:[ \t]*"[^\n]*\n?)+)', re.MULTILINE)
_CHARSET = re.compile(rb'charset=([^ \t\\"\r\n]+)')
_PYTHON_ONLY = {"unicode-escape", "raw-unicode-escape"}
_ASCII = bytes(range(0x20, 0x7F)) + b"\n"


class Decoded(NamedTuple):
    """A file's text, without its byte order mark, and the Python codec that it was decoded with."""

    text: str
    encoding: str
    bom: bool


def decode(data: bytes, path: Path) -> Decoded:
    """Decode a PO file. Raises CatalogError for an unknown charset and for bytes that are not valid in it.

    Without a declaration, and with the `charset=CHARSET` of templates, it must be UTF-8 (which includes ASCII).
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise CatalogError(
            Phrase("the file is in UTF-16, which PO files cannot be"),
            path=path,
            position=Position(1, 1),
            hint=Phrase("save it as UTF-8 in a text editor; nothing was changed"),
        )
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    name, place = _declared(body)
    encoding = _codec(name, path, Position(body.count(b"\n", 0, place) + 1, 1))
    try:
        if bom and encoding != "utf-8":
            body.decode()
            raise _contradiction(name, path)
        return Decoded(body.decode(encoding), encoding, bom)
    except UnicodeDecodeError as error:
        raise _bad_bytes(body, error, name, encoding, path) from None


def _declared(data: bytes) -> tuple[str, int]:
    """Return the charset that the header declares, "" if none, and the offset of that declaration."""
    for header in _HEADER.finditer(data):
        if found := _CHARSET.search(data, header.start(1), header.end(1)):
            return found[1].decode("latin-1"), found.start()
    return "", 0


def _codec(name: str, path: Path, position: Position) -> str:
    """Return the Python codec of a declared charset, which must leave ASCII, the grammar, as it is."""
    if name in {"", "CHARSET"}:
        return "utf-8"
    try:
        codec = codecs.lookup(name).name
        if codec not in _PYTHON_ONLY and _ASCII.decode(codec) == _ASCII.decode("ascii"):
            return codec
    except (LookupError, ValueError):
        pass
    raise CatalogError(
        Phrase("the charset {name} is not known", name=name),
        path=path,
        position=position,
        hint=Phrase("correct the charset in the header's Content-Type; nothing was changed"),
    )


def _contradiction(name: str, path: Path) -> CatalogError:
    return CatalogError(
        Phrase("the file starts with the byte order mark of UTF-8, but its header declares {name}", name=name),
        path=path,
        position=Position(1, 1),
        hint=Phrase("write charset=UTF-8 in the header's Content-Type; nothing was changed"),
    )


def _bad_bytes(data: bytes, error: UnicodeDecodeError, name: str, encoding: str, path: Path) -> CatalogError:
    line_start = data.rfind(b"\n", 0, error.start) + 1
    column = len(data[line_start : error.start].decode(encoding, "replace")) + 1
    return CatalogError(
        Phrase("the byte 0x{byte} is not valid {name}", byte=f"{data[error.start]:02X}", name=name or "UTF-8"),
        path=path,
        position=Position(data.count(b"\n", 0, error.start) + 1, column),
        hint=Phrase(
            "the file may have been cut or mixed from two encodings; declare its charset in the header, "
            "or save it as UTF-8; nothing was changed"
        ),
    )
