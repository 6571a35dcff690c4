"""Reading articles from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import ArticleError, Phrase
from taiyaku.span import Position

if TYPE_CHECKING:
    from pathlib import Path

_OTHER_ENCODINGS = (
    ("utf_16", "UTF-16"),
    ("shift_jis", "Shift_JIS"),
    ("cp932", "Shift_JIS (CP932)"),
    ("euc_jp", "EUC-JP"),
)


def read_source(path: Path) -> str:
    """Return an article's text to the last byte: byte order mark and line ends stay.

    Raises ArticleError for a file that cannot be read or is not UTF-8, naming the encoding that fits.
    """
    try:
        with path.open("rb", buffering=0) as file:  # read whole: a buffer would cost four system calls more
            data = file.readall()
    except OSError as error:
        raise ArticleError(Phrase("cannot be read: {why}", why=error.strerror or error), path=path) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        fitting = next((name for codec, name in _OTHER_ENCODINGS if _decodes(data, codec)), None)
        hint = (
            Phrase("it reads as {encoding}; save it as UTF-8", encoding=fitting)
            if fitting
            else Phrase("save it as UTF-8")
        )
        raise ArticleError(Phrase("not UTF-8"), path=path, position=Position(line, column), hint=hint) from error


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return codec != "utf_16" or data[:2] in {b"\xff\xfe", b"\xfe\xff"}
