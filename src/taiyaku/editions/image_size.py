"""How wide a picture is, read from the first bytes of its file: PNG, GIF, JPEG and WebP."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_READ = 1 << 20
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG's frame headers; the others are tables
_ALONE = frozenset([0x01, *range(0xD0, 0xD9)])  # JPEG's markers without a length


def image_width(path: Path) -> int:
    """Return the width in pixels, 0 where it cannot be told."""
    try:
        with path.open("rb") as file:
            data = file.read(_READ)
    except OSError:
        return 0
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return int.from_bytes(data[16:20], "big")
    if data.startswith((b"GIF87a", b"GIF89a")):
        return int.from_bytes(data[6:8], "little")
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return _webp(data) if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else 0


def _jpeg(data: bytes) -> int:
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:  # noqa: PLR2004 (begins a marker)
        marker = data[position + 1]
        if marker in _FRAMES:
            return int.from_bytes(data[position + 7 : position + 9], "big")
        length = 0 if marker in _ALONE else int.from_bytes(data[position + 2 : position + 4], "big")
        position += 2 + length
    return 0


def _webp(data: bytes) -> int:
    kind = data[12:16]
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1
    if kind == b"VP8L":
        return (int.from_bytes(data[21:23], "little") & 0x3FFF) + 1
    return int.from_bytes(data[26:28], "little") & 0x3FFF if kind == b"VP8 " else 0
