"""How much an import takes in, whoever sent it: a file of any size must end in an article or an error, and soon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from taiyaku.errors import Phrase, UnreadableError
from taiyaku.files import open_regular

if TYPE_CHECKING:
    from typing import Protocol

    class Stream(Protocol):
        """What bytes are read from: a file, standard input."""

        def read(self, size: int, /) -> bytes | None:
            """Return at most `size` bytes, none at the end."""


_MB: Final = 1 << 20

TEXT_LIMIT: Final = 8 * _MB
"""No text (a paste, HTML) may have more bytes: a long novel has two million."""

FILE_LIMIT: Final = 100 * _MB
"""No file may have more bytes: Word documents are large by their photographs."""

_CHUNK: Final = _MB


def read_bounded(source: Path | Stream, limit: int = FILE_LIMIT) -> bytes:
    """Return all bytes of a file or a stream. Never holds more than `limit` of them and one chunk.

    Raises UnreadableError where there are more, and where the file cannot be read.
    """
    if not isinstance(source, Path):
        return _bounded(source, limit, None)
    try:
        with open_regular(source) as file:
            return _bounded(file, limit, source)
    except OSError as error:
        raise UnreadableError(
            Phrase("the file cannot be read ({reason})", reason=error.strerror or error),
            path=source,
            hint=Phrase("see that the name is right and that you may read it"),
        ) from error


def _bounded(stream: Stream, limit: int, path: Path | None) -> bytes:
    content = bytearray()
    while chunk := stream.read(_CHUNK):
        content += chunk
        if len(content) > limit:
            raise too_large(limit, path)
    return bytes(content)


def refuse_long_text(content: bytes, path: Path | None = None) -> None:
    """Raise UnreadableError for a text that is longer than any article."""
    if len(content) > TEXT_LIMIT:
        raise too_large(TEXT_LIMIT, path)


def too_large(limit: int, path: Path | None) -> UnreadableError:
    """Return the error for an input of more than `limit` bytes."""
    return UnreadableError(
        Phrase("more than {limit} MB, which no article has", limit=limit // _MB),
        path=path,
        hint=Phrase("give the article alone; nothing was written"),
    )
