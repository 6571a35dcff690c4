"""The width of a picture, from the first bytes of its file."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from taiyaku.editions.image_size import image_width

if TYPE_CHECKING:
    from pathlib import Path

_EXIF = b"\xff\xe1\x00\x08EXIF\x00\x00"
_FRAME = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 200, 300) + b"\x03"
_WEBP = b"RIFF\x00\x00\x00\x00WEBP"
PICTURES = {
    "PNG": b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + struct.pack(">II", 300, 200),
    "GIF": b"GIF89a" + struct.pack("<HH", 300, 200),
    "JPEG": b"\xff\xd8" + _EXIF + _FRAME,
    "WebP, extended": _WEBP + b"VP8X" + bytes(8) + (299).to_bytes(3, "little") + bytes(3),
    "WebP, lossless": _WEBP + b"VP8L" + bytes(4) + b"\x2f" + (299 | 199 << 14).to_bytes(4, "little"),
    "WebP, lossy": _WEBP + b"VP8 " + bytes(4) + b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 300, 200),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_widths(tmp_path: Path, kind: str) -> None:
    """As their formats have it."""
    (tmp_path / "a").write_bytes(PICTURES[kind])
    assert image_width(tmp_path / "a") == 300


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\xff\xd8\xff\xda\x00\x02", b"\xff\xd8" + _EXIF, _WEBP + b"ABCD"])
def test_what_cannot_be_told(tmp_path: Path, data: bytes) -> None:
    """No width is no error: a mail takes that of its column; nor is a file that is gone."""
    (tmp_path / "a").write_bytes(data)
    assert image_width(tmp_path / "a") == 0
    assert image_width(tmp_path / "b") == 0
