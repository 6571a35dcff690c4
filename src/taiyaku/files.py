"""Writing a file so that at every moment either the old or the new one stands there, whole.

Of all programs that write through this module, one at a time does so in a folder: it holds a lock of the folder
itself (flock), of which no file remains, and which the system gives back when the program ends, however it ends.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, SaveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import FileIO

PATIENCE = 10.0
"""So many seconds are spent waiting for another program that writes in the same folder."""

_AGAIN = 0.002  # seconds until the next look whether the folder is free


def open_regular(path: Path) -> FileIO:
    """Open a file to be read, unbuffered. Raises OSError, also for a pipe or a device, which might never answer."""
    return open(path, "rb", buffering=0, opener=_regular)


MB = 1 << 20


def read_regular(path: Path, limit: int | None = None) -> bytes:
    """Return the bytes of a file. Raises OSError as `open_regular` does, and where there are more than `limit`."""
    with open_regular(path) as file:
        if limit is not None and os.fstat(file.fileno()).st_size > limit:
            raise OSError(errno.EFBIG, f"it has more than {limit // MB} MB", path)
        return file.readall()


def _regular(path: str, flags: int) -> int:
    """Open a path, and let go of it again if it is no file; a folder is left to the caller to complain of."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "it is a pipe or a device, and not a file", path)


def present_bytes(path: Path) -> bytes | None:
    """Return what stands at `path` before it is replaced, None where there is no file. Raises SaveError."""
    try:
        return read_regular(path)
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
    the old file is kept, its owner and group where the system lets us, and a symbolic link stays one. `durable` also
    waits until the disk has them, so that a power failure cannot leave an empty file behind; derived files, which can
    be built again, need not wait.

    Raises SaveError with the reason; whatever stood at `path` then stands there still, and nothing else is left. A
    killed process may leave its temporary file, `.<name>.taiyaku-tmp`; the next one to write the same file takes it
    away.
    """
    with _system_errors(path):
        _write(path, data, Path.replace, durable=durable)


def exchange(path: Path, old: bytes | None, new: bytes) -> bool:
    """Replace the file at `path` as `safe_write` does, if it still holds `old`; None: if there is no file.

    Return whether it did. Between that look and the change, no other program that uses this function comes in.
    """
    with _system_errors(path):
        if old is None:
            return _write(path, new, _link, durable=True, expected=lambda target: not target.exists())
        return _write(path, new, Path.replace, durable=True, expected=lambda target: present_bytes(target) == old)


def _write(
    path: Path,
    data: bytes,
    put: Callable[[Path, Path], object],
    *,
    durable: bool,
    expected: Callable[[Path], bool] = lambda _: True,
) -> bool:
    """Write a temporary file and `put` it in the place of `path`, if what stands there is `expected`."""
    target, old = _target(path)
    with _locked(target.parent) as folder:
        if not expected(target):
            return False
        temporary = _temporary(target, folder)
        try:
            _write_new(temporary, data, old, durable=durable)
            put(temporary, target)
        except BaseException as error:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            if isinstance(error, FileExistsError):  # somebody else was first to create it
                return False
            raise
        if durable and folder.descriptor is not None:
            # Some systems cannot make the new name durable as well; the file itself is safe by then.
            with contextlib.suppress(OSError):
                os.fsync(folder.descriptor)
    return True


@contextlib.contextmanager
def _system_errors(path: Path) -> Iterator[None]:
    """Say in our way what the system refuses."""
    try:
        yield
    except OSError as error:
        raise SaveError(
            Phrase("the file cannot be written ({reason})", reason=error.strerror or error),
            path=path,
            hint=Phrase("see that its folder may be written to and that the disk has room; nothing was changed"),
        ) from error


def _target(path: Path) -> tuple[Path, os.stat_result | None]:
    """Return the file to replace, which is what a symbolic link leads to, and what is known of it if it is there.

    A new file could take the place of one that may not be written, since only its folder has to allow it; whoever
    made it read-only did not mean that.
    """
    try:
        old = path.lstat()
        if stat.S_ISLNK(old.st_mode):
            path = Path(os.path.realpath(path))
            old = path.stat()
        if not stat.S_ISREG(old.st_mode):
            raise SaveError(
                Phrase("what stands there is not a file"),
                path=path,
                hint=Phrase("move it away; nothing was changed"),
            )
        if not old.st_mode & 0o222 or not os.access(path, os.W_OK):
            path.stat()  # it may not be written because it is gone by now
            raise SaveError(
                Phrase("the file is read-only"),
                path=path,
                hint=Phrase("allow it to be written if it is to change; nothing was changed"),
            )
    except FileNotFoundError:
        return path, None
    return path, old


class _Folder(NamedTuple):
    """An open folder: its descriptor, None where the system opens none, and whether it is locked for us."""

    descriptor: int | None
    locked: bool


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[_Folder]:
    """Open a folder, made if need be, and keep other programs from writing in it, where the system can do that."""
    descriptor = _opened(path)
    if descriptor is None:
        yield _Folder(None, locked=False)
        return
    try:
        yield _Folder(descriptor, locked=_lock(descriptor, path))
    finally:
        with contextlib.suppress(OSError):  # whatever it complains about, what was written is written
            os.close(descriptor)  # which gives the lock back


def _opened(folder: Path) -> int | None:
    try:
        return os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        return _opened(folder)
    except PermissionError:  # so does Windows answer, and a folder that may be written but not listed
        return None


def _lock(descriptor: int, folder: Path) -> bool:
    """Wait until the folder is ours; return False where there are no such locks."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return False
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            flock(descriptor, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise SaveError(
                    Phrase("another program keeps the folder locked"),
                    path=folder,
                    hint=Phrase("wait until it has ended, and run the command again; nothing was changed"),
                ) from None
            time.sleep(_AGAIN)
        except OSError:
            return False
        else:
            return True


def _temporary(target: Path, folder: _Folder) -> Path:
    """Return the temporary file: under the lock always the same one, so that killed processes leave no pile."""
    own = "" if folder.locked else f".{os.urandom(4).hex()}"
    return target.with_name(f".{target.name[:50]}{own}.taiyaku-tmp")  # 50 characters are 200 bytes at most


def _write_new(path: Path, data: bytes, old: os.stat_result | None, *, durable: bool) -> None:
    with _created(path) as file:
        if old is not None:
            _keep_owner(path, old)
            path.chmod(stat.S_IMODE(old.st_mode))
        while data:  # unbuffered, a write may take a part only
            data = data[file.write(data) :]
        if durable:
            os.fsync(file.fileno())


def _created(path: Path) -> FileIO:
    """Open a new file, in the place of one that a killed process left."""
    try:
        return path.open("xb", buffering=0)
    except FileExistsError:
        path.unlink()
        return path.open("xb", buffering=0)


def _keep_owner(path: Path, old: os.stat_result) -> None:
    """Give the new file the owner and the group of the old one; few may give files away, and they need not."""
    if not hasattr(os, "chown") or (old.st_uid, old.st_gid) == (os.geteuid(), os.getegid()):
        return
    for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):
        with contextlib.suppress(OSError):
            os.chown(path, owner, group)


def _link(temporary: Path, target: Path) -> None:
    """Put a new file in its place, where nobody else's may be. Raises FileExistsError."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links; the folder was looked at a moment ago
        temporary.replace(target)
    else:
        temporary.unlink()
