"""The files that people write for the program: their text, and what it says as TOML, with the place of any fault."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from taiyaku.errors import Phrase
from taiyaku.files import MB, read_regular
from taiyaku.span import LineIndex, Position

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.errors import TaiyakuError

LIMIT = 16 * MB
"""A file of settings or terms may have so many bytes."""

_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_text(path: Path, error: type[TaiyakuError], *, missing: str | None = None) -> str:
    """Return the text of a file in UTF-8, without its byte order mark; `missing` where there is none, if given.

    Raises `error` for a file that cannot be read, and with the place for a byte that is not UTF-8.
    """
    try:
        data = read_regular(path, LIMIT)
    except OSError as reason:
        if missing is not None and isinstance(reason, FileNotFoundError):
            return missing
        raise error(
            Phrase("the file cannot be read ({reason})", reason=reason.strerror or reason),
            path=path,
            hint=Phrase("see that it is there and that you may read it"),
        ) from reason
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        before = bad.object[: bad.start].decode("utf-8")  # without the mark, which `bad` does not count
        raise error(
            Phrase("the byte 0x{byte} is not valid {name}", byte=f"{bad.object[bad.start]:02X}", name="UTF-8"),
            path=path,
            position=LineIndex(before).position(len(before)),
            hint=Phrase("save it as UTF-8"),
        ) from bad


def parse_toml(
    text: str, error: type[TaiyakuError], path: Path | None = None, hint: Phrase | None = None
) -> dict[str, Any]:
    """Return what a text says as TOML. Raises `error` with the place of what is not, and `hint`."""
    text = text.replace("\r\n", "\n")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as bad:
        why = str(bad)
        found = _PLACE.search(why)
        place = Position(int(found[1]), int(found[2])) if found and found[1] else LineIndex(text).position(len(text))
        what = Phrase("not TOML: {why}", why=_PLACE.sub("", why).strip())
        raise error(what, path=path, position=place, hint=hint) from bad
    except RecursionError as bad:
        raise error(Phrase("not TOML: {why}", why="nested too deeply"), path=path, hint=hint) from bad
