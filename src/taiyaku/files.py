"""Writing a file so that at every moment either the old or the new one stands there, whole."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, SaveError

if TYPE_CHECKING:
    from io import FileIO


def present_bytes(path: Path) -> bytes | None:
    """Return what stands at `path` before it is replaced, None where there is no file. Raises SaveError."""
    try:
        with path.open("rb", buffering=0) as file:
            return file.readall()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SaveError(
            Phrase("the file cannot be read before it is replaced ({reason})", reason=error.strerror or error),
            path=path,
            hint=Phrase("see that you may read it; nothing was changed"),
        ) from error


def safe_write(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace the file at `path`, or create it and its folders.

    The bytes go to a temporary file in the same folder, which then takes the old one's place in one step; the mode of
    the old file is kept, and a symbolic link stays one. `durable` also waits until the disk has them, so that a power
    failure cannot leave an empty file behind; derived files, which can be built again, need not wait.

    Raises SaveError with the reason; whatever stood at `path` then stands there still, and nothing else is left.
    """
    try:
        target, mode = _target(path)
        temporary = target.with_name(f".{target.name[:80]}.{os.urandom(4).hex()}.tmp")
        try:
            _write_new(temporary, data, mode, durable=durable)
            os.replace(temporary, target)  # noqa: PTH105 (the tests make exactly this call fail)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise SaveError(
            Phrase("the file cannot be written ({reason})", reason=error.strerror or error),
            path=path,
            hint=Phrase("see that its folder may be written to and that the disk has room; nothing was changed"),
        ) from error
    if durable:
        _sync_folder(target.parent)


def _target(path: Path) -> tuple[Path, int | None]:
    """Return the file to replace, which is what a symbolic link leads to, and its permissions if it is there."""
    try:
        there = path.lstat().st_mode
        if not stat.S_ISLNK(there):
            return path, stat.S_IMODE(there)
        path = Path(os.path.realpath(path))
        return path, stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return path, None


def _write_new(path: Path, data: bytes, mode: int | None, *, durable: bool) -> None:
    with _created(path) as file:
        if mode is not None:
            path.chmod(mode)
        while data:  # unbuffered, a write may take a part only
            data = data[file.write(data) :]
        if durable:
            os.fsync(file.fileno())


def _created(path: Path) -> FileIO:
    """Open a new file; its folder is made if need be, which is seldom."""
    try:
        return path.open("xb", buffering=0)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb", buffering=0)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable as well. Some systems cannot; the file itself is safe by then."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
