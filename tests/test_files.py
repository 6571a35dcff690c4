"""Writing files: the old one or the new one, whole."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from taiyaku import files
from taiyaku.errors import SaveError
from taiyaku.files import exchange, present_bytes, read_regular, safe_write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCKED = """\
import fcntl, os, sys
folder = os.open(sys.argv[1], os.O_RDONLY)
fcntl.flock(folder, fcntl.LOCK_EX)
print("locked", flush=True)
sys.stdin.read()
"""
KILLED = """\
import os, signal, sys
from pathlib import Path
from taiyaku.files import safe_write
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
safe_write(Path(sys.argv[1]), b"never there")
"""


def run_python(script: str, path: Path) -> subprocess.Popen[str]:
    """Start a script in an interpreter of its own, with `path` as its argument."""
    environment = {**os.environ, "PYTHONPATH": str(Path(files.__file__).parents[1])}
    command = [sys.executable, "-c", script, str(path)]
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def other_program(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Return a process that keeps the folder locked until its input ends."""
    process = run_python(LOCKED, tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "locked\n"
    yield process
    process.kill()
    process.communicate()


def test_folders_are_made_and_the_default_mode_is_the_users(tmp_path: Path) -> None:
    """A new file looks like any other that the user makes."""
    path = tmp_path / "a" / "b.txt"
    safe_write(path, b"x")
    plain = tmp_path / "plain.txt"
    plain.write_bytes(b"x")
    assert path.read_bytes() == b"x"
    assert path.stat().st_mode == plain.stat().st_mode


def test_derived_files_do_not_wait_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others wait twice: for the file and for its name."""
    waited: list[int] = []
    monkeypatch.setattr("os.fsync", waited.append)
    safe_write(tmp_path / "derived", b"x", durable=False)
    assert waited == []
    safe_write(tmp_path / "durable", b"x")
    assert len(waited) == 2


@pytest.mark.parametrize("name", ["表" * 84 + ".po", "𠮷" * 63 + ".po", "x" * 252 + ".po"])
def test_a_long_name(tmp_path: Path, name: str) -> None:
    """The temporary file's name fits wherever the name itself fits."""
    path = tmp_path / name
    safe_write(path, b"x")
    safe_write(path, b"y")
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"y"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    """The system's reason is told."""
    with pytest.raises(SaveError, match="File name too long"):
        safe_write(tmp_path / ("x" * 256), b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [lambda path: safe_write(path, b"x"), lambda path: exchange(path, None, b"x")])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, write: Callable[[Path], object]) -> None:
    """Neither a folder nor, through a link, a device."""
    device = tmp_path / "null"
    device.symlink_to("/dev/null")
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in (device, folder):
        with pytest.raises(SaveError, match=r": what stands there is not a file"):
            write(path)
    assert sorted(tmp_path.iterdir()) == [folder, device]
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file, or a link to nowhere, stands where the folder would be."""
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("file", "link"):
        with pytest.raises(SaveError, match="the file cannot be written"):
            safe_write(tmp_path / name / "x.po", b"x")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_link_to_nowhere_leads_to_the_new_file(tmp_path: Path) -> None:
    """As it would for any other program."""
    (tmp_path / "link").symlink_to("new")
    safe_write(tmp_path / "link", b"x")
    assert (tmp_path / "new").read_bytes() == b"x"
    assert (tmp_path / "link").is_symlink()


def test_a_read_only_file_stays(tmp_path: Path) -> None:
    """Even root is told, who may write everywhere: somebody did this on purpose."""
    path = tmp_path / "x"
    path.write_bytes(b"x")
    path.chmod(0o444)
    with pytest.raises(SaveError, match="the file is read-only"):
        safe_write(path, b"y")
    assert path.read_bytes() == b"x"


def test_a_file_that_goes_away_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Removed at the worst moment, it is not taken for a read-only one."""
    path = tmp_path / "x"
    path.write_bytes(b"x")

    def removed(*_: object) -> bool:
        path.unlink()
        return False

    monkeypatch.setattr("os.access", removed)
    assert exchange(path, None, b"y")
    assert path.read_bytes() == b"y"


def test_owner_and_group_are_kept(tmp_path: Path) -> None:
    """An update by an administrator does not take the translator's file away from her."""
    if os.geteuid():
        pytest.skip("only root can make a file that is somebody else's")
    path = tmp_path / "x"
    path.write_bytes(b"x")
    path.chmod(0o2640)
    os.chown(path, 65534, 65534)
    path.chmod(0o2640)
    safe_write(path, b"y")
    there = path.stat()
    assert (there.st_uid, there.st_gid, stat.S_IMODE(there.st_mode)) == (65534, 65534, 0o2640)


def test_a_disk_that_cannot_be_read(tmp_path: Path) -> None:
    """What stands there now may be the only copy of something."""
    unreadable = Path("/proc/self/mem")
    if not unreadable.exists():
        pytest.skip("no file here that fails when it is read")
    with pytest.raises(SaveError, match=r"cannot be read before it is replaced \(Input/output error\)"):
        present_bytes(unreadable)
    with pytest.raises(SaveError, match="cannot be read before it is replaced"):
        present_bytes(tmp_path)


def test_only_the_expected_file_is_exchanged(tmp_path: Path) -> None:
    """And a new one is made only where there is none."""
    path = tmp_path / "x"
    assert not exchange(path, b"", b"new")
    assert exchange(path, None, b"old")
    assert not exchange(path, None, b"new")
    assert not exchange(path, b"older", b"new")
    assert path.read_bytes() == b"old"
    assert exchange(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_of_many_creators_one_wins(tmp_path: Path) -> None:
    """Each other one is told."""
    path = tmp_path / "x"
    won: list[int] = []

    def create(number: int) -> None:
        if exchange(path, None, bytes([number])):
            won.append(number)

    threads = [threading.Thread(target=create, args=[number]) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.read_bytes()] == [bytes(won)]


def test_a_creator_who_was_not_seen_wins_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that knows nothing of the lock creates the file at the last moment."""
    path = tmp_path / "x"

    def late(source: str, target: str) -> None:
        path.write_bytes(b"theirs")
        link(source, target)

    link = os.link
    monkeypatch.setattr("os.link", late)
    assert not exchange(path, None, b"ours")
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FAT has none; the folder was looked at a moment ago."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("os.link", refuse)
    path = tmp_path / "x"
    assert exchange(path, None, b"new")
    assert [(file, file.read_bytes()) for file in tmp_path.iterdir()] == [(path, b"new")]


def test_another_program_is_waited_for(tmp_path: Path, other_program: subprocess.Popen[str]) -> None:
    """Until it ends, and be it by a kill."""
    threading.Timer(0.2, other_program.kill).start()
    start = time.monotonic()
    safe_write(tmp_path / "x", b"x")
    assert time.monotonic() - start > 0.1
    assert (tmp_path / "x").read_bytes() == b"x"


@pytest.mark.usefixtures("other_program")
def test_patience_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs us under a lock of the same folder would else wait for ever."""
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    with pytest.raises(SaveError, match=f"^{tmp_path}: another program keeps the folder locked"):
        safe_write(tmp_path / "x", b"x")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_taken_away(tmp_path: Path) -> None:
    """Killed in the middle of a save, it leaves its temporary file; the next save of that file removes it."""
    path = tmp_path / "x"
    safe_write(path, b"old")
    for _ in range(2):
        run_python(KILLED, path).communicate()
        assert sorted(file.name for file in tmp_path.iterdir()) == [".x.taiyaku-tmp", "x"]
    assert path.read_bytes() == b"old"
    safe_write(path, b"new")
    assert [(file, file.read_bytes()) for file in tmp_path.iterdir()] == [(path, b"new")]


def unlockable(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Take folder locks away: the module (Windows), their support (some network disks), the folder's descriptor."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    def closed(path: Path, flags: int, *more: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, flags, *more)

    opened = os.open
    if kind == "module":
        monkeypatch.setitem(sys.modules, "fcntl", None)
    elif kind == "support":
        monkeypatch.setattr("fcntl.flock", refuse)
    else:
        monkeypatch.setattr("os.open", closed)


@pytest.mark.parametrize("kind", ["module", "support", "descriptor"])
def test_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Everything works but the waiting; temporary files then have names of their own, so that none meets another."""
    unlockable(monkeypatch, kind)
    path = tmp_path / "folder" / "x"
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / ".x.taiyaku-tmp").write_bytes(b"somebody's")
    safe_write(path, b"old")
    assert exchange(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert sorted(file.name for file in path.parent.iterdir()) == [".x.taiyaku-tmp", "x"]
    assert (path.parent / ".x.taiyaku-tmp").read_bytes() == b"somebody's"


def test_a_system_without_owners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows knows none that Python could set."""
    monkeypatch.delattr("os.chown")
    path = tmp_path / "x"
    safe_write(path, b"old")
    safe_write(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Neither where somebody writes into it nor where nobody does; a device is no file, and a folder is none."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(OSError, match="a pipe or a device") as info:
            read_regular(path)
        assert info.value.filename == str(path)
    with pytest.raises(IsADirectoryError):
        read_regular(tmp_path)
    with pytest.raises(SaveError):
        present_bytes(tmp_path / "pipe")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """Through a link as well."""
    (tmp_path / "file").write_bytes(b"x" * 300_000)
    (tmp_path / "link").symlink_to("file")
    assert read_regular(tmp_path / "link") == b"x" * 300_000
