"""Bytes -> text in each of the encodings that articles come in, as those who wrote them had them.

Python's codecs for EUC-JP and ISO-2022-JP know the standards only. What was written on Windows also has the rows that
NEC and IBM added (①, ㈱, 髙), at the same places as in CP932; they are read from there.

Six characters of JIS X 0208 have two Unicode characters each: one by JIS (〜), one by Windows (～). Shift_JIS is read
as Windows does, as browsers do; EUC-JP and ISO-2022-JP by JIS, unless there are letters that only Windows has.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOST = "\ufffd"
"""Stands in a reading where bytes are no character of the encoding."""

_JIS = "\u301c\u2016\u2212\u00a2\u00a3\u00ac"
_WINDOWS = "\uff5e\u2225\uff0d\uffe0\uffe1\uffe2"
TO_WINDOWS = str.maketrans(_JIS, _WINDOWS)
TO_JIS = str.maketrans(_WINDOWS, _JIS)
TWO_WAYS = re.compile(f"[{_JIS}{_WINDOWS}]")
"""The characters that JIS and Windows map differently: 〜 ‖ − ¢ £ ¬."""


class Reading(NamedTuple):
    """Bytes read in an encoding. `faithful` is False where some are no characters of it: `LOST` stands there.

    `by_windows` says for the Japanese encodings whose mapping was taken for `TWO_WAYS`; None elsewhere.
    """

    encoding: str
    text: str
    faithful: bool = True
    by_windows: bool | None = None


def read_as(content: bytes, encoding: str) -> Reading:
    """Read bytes in an encoding, by any of its names. Raises LookupError for one that nobody knows."""
    name = encoding.casefold().replace("_", "-")
    known = _READERS.get(_ALIASES.get(name, name))
    if known is not None:
        return known(content)
    codec = codecs.lookup(encoding)
    if not getattr(codec, "_is_text_encoding", True):  # rot13, base64 ...: LookupError in bytes.decode, too
        raise LookupError(encoding)
    return _plain(content, codec.name)


def _plain(content: bytes, codec: str, name: str = "") -> Reading:
    text, faithful = _decoded(content, codec)
    return Reading(name or codec, text, faithful)


def _decoded(content: bytes, codec: str, errors: str = "strict", losing: str = "replace") -> tuple[str, bool]:
    """Return the text, and whether all of the bytes are characters."""
    try:
        return content.decode(codec, errors), True
    except UnicodeDecodeError:
        return content.decode(codec, losing), False


# Shift_JIS


def _shift_jis(content: bytes, *, by_windows: bool = True) -> Reading:
    text, faithful = _decoded(content, "cp932")
    if by_windows:
        return Reading("cp932", text, faithful, by_windows=True)
    return Reading("shift_jis", text.translate(TO_JIS), faithful, by_windows=False)


# EUC-JP


def _euc_jp(content: bytes, *, by_windows: bool | None = None) -> Reading:
    """Read EUC-JP, with JIS X 0212 and the rows of Windows (CP51932). `by_windows` None: as those rows suggest."""
    text, faithful, has_rows = _extended(content)
    if by_windows is None:
        by_windows = has_rows
    return Reading("euc-jp", text.translate(TO_WINDOWS) if by_windows else text, faithful, by_windows)


def _extended(content: bytes) -> tuple[str, bool, bool]:
    """Return the text, whether all of the bytes are characters, and whether some are in the rows of Windows."""
    text, faithful = _decoded(content, "euc_jp")
    if faithful:
        return text, True, False
    text, faithful = _decoded(content, "euc_jp", _EXTENDED, _EXTENDED_LOSING)
    return text, faithful, faithful


_EXTENDED, _EXTENDED_LOSING = "taiyaku-cp51932", "taiyaku-cp51932-replace"
_HIGH_PAIR = re.compile(rb"[\xa1-\xfe]{2}")
_HIGH, _FIRST, _FIRST_ROWS, _GAP = 0x80, 0x21, 62, 0x3F


def _from_windows_rows(error: UnicodeError) -> tuple[str, int]:
    """Read a pair that JIS X 0208 leaves free as CP932 does. Raises the error where it is free there, too."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = _HIGH_PAIR.match(error.object, error.start)
    if pair is None:
        raise error
    try:
        text = _shifted(*(byte & ~_HIGH for byte in pair[0])).decode("cp932")
    except UnicodeDecodeError:
        raise error from None
    return text, pair.end()


def _from_windows_rows_losing(error: UnicodeError) -> tuple[str, int]:
    try:
        return _from_windows_rows(error)
    except UnicodeDecodeError as lost:
        return LOST, lost.end


def _shifted(row: int, cell: int) -> bytes:
    """Return the Shift_JIS bytes of a character given by its two bytes of JIS (JIS X 0208, annex 1)."""
    row, cell = row - _FIRST, cell - _FIRST
    lead = row // 2 + (0x81 if row < _FIRST_ROWS else 0xC1)
    trail = cell + 0x9F if row % 2 else cell + 0x40 + (cell >= _GAP)
    return bytes((lead, trail))


codecs.register_error(_EXTENDED, _from_windows_rows)
codecs.register_error(_EXTENDED_LOSING, _from_windows_rows_losing)


# ISO-2022-JP

_ESCAPE = re.compile(rb"\x1b(?:&@\x1b)?(\([BJI]|\$[@B]|\$\([DOPQ])")
_STRIPPED = re.compile(rb"(?<!\x1b)(?=\$[@B](?:[!-~]{2})+\([BJ])|(?<=[!-~])(?<!\x1b)(?=\([BJ])")


def _iso_2022_jp(content: bytes, *, by_windows: bool | None = None) -> Reading:
    """Read ISO-2022-JP with all that was added to it: -1, -3 and -2004, half-width katakana, the rows of Windows."""
    pieces = _ESCAPE.split(content)
    escapes = [b"(B", *pieces[1::2]]
    runs = [_in_set(escape, run) for escape, run in zip(escapes, pieces[::2], strict=True)]
    text = "".join(run for run, _, _ in runs)
    if by_windows is None:
        by_windows = any(has_rows for _, _, has_rows in runs)
    mapped = text.translate(TO_WINDOWS) if by_windows else text
    return Reading("iso-2022-jp", mapped, all(faithful for _, faithful, _ in runs), by_windows)


def _in_set(escape: bytes, content: bytes) -> tuple[str, bool, bool]:
    """Read a run of bytes in the character set that was escaped to; the result is that of `_extended`."""
    if escape == b"(B" or not content.isascii():
        return content.decode("ascii", "replace"), content.isascii(), False
    if escape == b"(J":
        return content.decode("ascii").replace("\\", "¥").replace("~", "‾"), True, False
    if escape == b"(I":
        return *_decoded(bytes(byte | _HIGH if byte >= _FIRST else byte for byte in content), "cp932"), False
    lead = _LEADS[escape]
    high = _PAIR.sub(lambda pair: lead + bytes(byte | _HIGH for byte in pair[0]), content)
    whole = re.search(rb"[!-~]", high) is None
    text, faithful, has_rows = (*_decoded(high, "euc_jis_2004"), False) if escape in _JIS_X_0213 else _extended(high)
    return text if whole else re.sub("[!-~]", LOST, text), faithful and whole, has_rows


_LEADS = {b"$@": b"", b"$B": b"", b"$(D": b"\x8f", b"$(O": b"", b"$(Q": b"", b"$(P": b"\x8f"}
_JIS_X_0213 = frozenset({b"$(O", b"$(Q", b"$(P"})
_PAIR = re.compile(rb"[!-~]{2}")


def without_escapes(content: bytes) -> Reading | None:
    """Read ISO-2022-JP of which a mailer took the escape characters (`$B4A;z(B`); None if it is nothing such."""
    restored = _STRIPPED.sub(b"\x1b", content)
    return None if restored == content else _iso_2022_jp(restored)


def ungarbled(text: str) -> Iterator[Reading]:
    """Read a text that was UTF-8, taken for an encoding of Windows and saved (â€™, 縺ゅ), as it was before."""
    for encode in (_as_windows_1252, lambda text: text.encode("cp932")):
        with suppress(UnicodeError):
            before = encode(text).decode("utf-8")
            if before != text:
                yield Reading("utf-8", before)


def _as_windows_1252(text: str) -> bytes:
    """Return the bytes of a text as Windows has them: those that stand for nothing become control characters there."""
    parts = _UNDEFINED.split(text)
    return b"".join(part.encode("latin-1" if index % 2 else "cp1252") for index, part in enumerate(parts))


_UNDEFINED = re.compile("([\x81\x8d\x8f\x90\x9d])")


# By name

_READERS: dict[str, Callable[[bytes], Reading]] = {
    "utf-8": lambda content: _plain(content.removeprefix(codecs.BOM_UTF8), "utf-8"),
    "cp932": _shift_jis,
    "shift-jis": lambda content: _shift_jis(content, by_windows=False),
    "euc-jp": _euc_jp,
    "cp51932": lambda content: _euc_jp(content, by_windows=True),
    "iso-2022-jp": _iso_2022_jp,
    "cp50220": lambda content: _iso_2022_jp(content, by_windows=True),
    "cp1252": lambda content: _plain(content, "cp1252"),
    "utf-16-le": lambda content: _plain(content.removeprefix(codecs.BOM_UTF16_LE), "utf-16-le"),
    "utf-16-be": lambda content: _plain(content.removeprefix(codecs.BOM_UTF16_BE), "utf-16-be"),
}
_ALIASES = {
    **dict.fromkeys(["utf8", "utf-8-sig", "u8"], "utf-8"),
    **dict.fromkeys(["windows-31j", "ms932", "mskanji", "ms-kanji", "sjis-win", "x-sjis", "932"], "cp932"),
    **dict.fromkeys(["sjis", "shiftjis", "s-jis", "csshiftjis"], "shift-jis"),
    **dict.fromkeys(["eucjp", "ujis", "u-jis", "x-euc-jp"], "euc-jp"),
    **dict.fromkeys(["eucjp-ms", "euc-jp-ms", "eucjp-win", "windows-51932"], "cp51932"),
    **dict.fromkeys(
        ["iso2022-jp", "iso2022jp", "jis", *(f"iso-2022-jp-{suffix}" for suffix in ("1", "3", "2004", "ext"))],
        "iso-2022-jp",
    ),
    **dict.fromkeys(["iso-2022-jp-ms", "cp50221", "cp50222", "windows-50220", "windows-50221"], "cp50220"),
    **dict.fromkeys(["windows-1252", "latin-1", "latin1", "iso-8859-1", "1252"], "cp1252"),
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
