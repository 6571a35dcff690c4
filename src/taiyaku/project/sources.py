"""Reading articles from disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.errors import ArticleError, Phrase
from taiyaku.files import MB, read_regular
from taiyaku.span import Position

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 8 * MB
"""An article may have so many bytes: a long novel has two million."""

_OTHER_ENCODINGS = (
    ("utf_16", "UTF-16"),
    ("shift_jis", "Shift_JIS"),
    ("cp932", "Shift_JIS (CP932)"),
    ("euc_jp", "EUC-JP"),
)

_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_source(path: Path) -> str:
    """Return an article's text to the last byte: byte order mark and line ends stay.

    Raises ArticleError for a file that cannot be read or is not UTF-8, naming the encoding that fits.
    """
    try:
        data = read_regular(path, LIMIT)
    except OSError as error:
        raise ArticleError(Phrase("cannot be read: {why}", why=error.strerror or error), path=path) from error
    return decoded(data, path)


def decoded(data: bytes, path: Path) -> str:
    """Return the text of an article's bytes. Raises ArticleError if they are not UTF-8, as `read_source` does."""
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError as error:
        fitting = next((name for codec, name in _OTHER_ENCODINGS if _decodes(data, codec)), None)
        hint = (
            Phrase("it reads as {encoding}; save it as UTF-8", encoding=fitting)
            if fitting
            else Phrase("save it as UTF-8")
        )
        raise ArticleError(Phrase("not UTF-8"), path=path, position=_position(data, error.start), hint=hint) from error
    if "\0" in source:
        raise ArticleError(
            Phrase("a null character, which no catalog can hold"),
            path=path,
            position=_position(data, data.index(b"\0")),
            hint=Phrase("take it out"),
        )
    return source


def _position(data: bytes, offset: int) -> Position:
    """The place of a byte; what stands before it need not be UTF-8 throughout."""
    before = data[:offset].decode("utf-8", "replace")
    return Position(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _decodes(data: bytes, codec: str) -> bool:
    """Whether bytes are text in an encoding: by its mark, or with kana, without which almost any bytes would fit."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    return data.startswith(_UTF_16_MARKS) if codec == "utf_16" else _KANA.search(text) is not None
