"""Saving under fire: real processes killed, starved and set against each other.

The default run is a sample; with TAIYAKU_MORE set, the numbers are whole: 1,000 kills, 1,000 limits, 10,000 edits.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.catalog.saving_process import catalog_of
from tests.judges import judge

from taiyaku.catalog.po import read, save

if TYPE_CHECKING:
    from collections.abc import Iterator

MORE = bool(os.environ.get("TAIYAKU_MORE"))
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "tests.catalog.saving_process"]


def started(*arguments: object, under: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """Start one of the saving programs, under another one if need be."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*under, *PROGRAM, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def outcome(process: subprocess.Popen[str]) -> Any:
    """Return what a saving program says at its end."""
    text, _ = process.communicate()
    assert process.returncode == 0
    return json.loads(text)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a catalog in a folder of its own."""
    path = tmp_path / "catalogs" / "x.po"
    save(path, catalog_of(20), None)
    return path


def names(path: Path) -> list[str]:
    """Return the names of all that lies in the folder of `path`."""
    return sorted(file.name for file in path.parent.iterdir())


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """The file is the old or the new one, whole; what a killed process leaves does not pile up, and goes."""
    path = tmp_path / "catalogs" / "x.po"
    found = outcome(started("killed", path, 1000 if MORE else 25, 1))
    sys.stdout.write(f"{found}\n")  # shown by `pytest -s`
    assert found["damaged"] == found["left"] == 0
    assert found["piled"] <= 1


def test_no_room_for_the_file(tmp_path: Path) -> None:
    """Wherever the limit on a file's size falls, the old file stays, alone, and the error is told."""
    limits = 1000 if MORE else 40
    found = outcome(started("starved", tmp_path / "catalogs" / "x.po", limits))
    assert found == {"tried": limits, "damaged": 0, "silent": 0, "then": 1}


def test_eight_at_once(path: Path, tmp_path: Path) -> None:
    """Each edit is in the file, or its process was told that it was not, and where it lies instead."""
    count = 1250 if MORE else 6
    told = tmp_path / "told"
    told.mkdir()
    processes = [started("edits", path, name, count, told) for name in "abcdefgh"]
    found = [outcome(process) for process in processes]
    in_file = {comment for message in read(path).catalog.messages for comment in message.translator_comments}
    aside = {file.name for file in told.iterdir() if f"# {file.name}\n" in file.read_text(encoding="utf-8")}
    sys.stdout.write(f"kept: {len(in_file)}, refused and saved aside: {len(aside)}\n")
    assert in_file | aside == {f"{name}-{number}" for name in "abcdefgh" for number in range(count)}
    assert not in_file & aside
    assert len(in_file) == sum(one["kept"] for one in found)
    assert names(path) == ["x.po"]


def system_calls(path: Path, tmp_path: Path) -> list[tuple[str, int]]:
    """Return the system calls of a save that concern the file or its folder, each with its number among its kind."""
    log = tmp_path / "log"
    assert outcome(started("one", path, under=traced(path, log, ()))) == {"error": ""}
    counted: dict[str, int] = {}
    calls = []
    for name in re.findall(r"^\d+ +(\w+)\(", log.read_text(encoding="utf-8", errors="replace"), re.MULTILINE):
        counted[name] = counted.get(name, 0) + 1
        calls.append((name, counted[name]))
    return calls


def traced(path: Path, log: Path, inject: tuple[str, ...]) -> tuple[str, ...]:
    """Return the command that runs another one and spoils its system calls."""
    strace = judge("strace")
    if subprocess.run([strace, "-qq", "-o", os.devnull, "true"], check=False, stderr=subprocess.DEVNULL).returncode:
        pytest.skip("this system allows no tracing")
    places = (path, path.parent, path.with_name(f".{path.name}.taiyaku-tmp"))
    return (strace, "-f", "-qq", "-o", str(log), *(f"--trace-path={place}" for place in places), *inject)


def spoiled(path: Path, tmp_path: Path, how: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yield each system call of a save, and the process for which just that one was spoiled."""
    old = path.read_bytes()
    calls = system_calls(path, tmp_path)
    assert ("rename", 1) in calls
    after_reading = calls[calls.index(("close", 1)) + 1 :]
    chosen = after_reading if MORE else after_reading[4::4]
    for name, number in chosen:
        path.write_bytes(old)
        inject = ("-e", f"inject={name}:{how}:when={number}")
        yield f"{name} {number}", started("one", path, under=traced(path, tmp_path / "log", inject))


def test_an_error_in_any_system_call(path: Path, tmp_path: Path) -> None:
    """A disk that fails: whatever the system refuses, the file is old where an error is told, and new where none is.

    The reason is told, too; only `access` gives none.
    """
    old = path.read_bytes()
    for call, process in spoiled(path, tmp_path, "error=EIO"):
        found = outcome(process)
        present = path.read_bytes()
        assert (present == old) == bool(found["error"]), call
        assert present == old or present.startswith(old), call
        assert "Input/output error" in found["error"] or not found["error"] or call == "access 1"
        assert names(path) == ["x.po"], call


def test_killed_in_any_system_call(path: Path, tmp_path: Path) -> None:
    """The same, deliberately: no moment is left to chance. The next save takes away what was left."""
    old = path.read_bytes()
    for call, process in spoiled(path, tmp_path, "signal=KILL"):
        process.communicate()
        present = path.read_bytes()
        assert present == old or (present.startswith(old) and present.endswith('msgstr "新しい"\n'.encode())), call
        assert len(names(path)) <= 2
        path.write_bytes(old)
        assert outcome(started("one", path)) == {"error": ""}
        assert names(path) == ["x.po"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False, stderr=subprocess.DEVNULL).returncode:
        pytest.skip("this system lets us mount nothing")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(tiny_disk: Path) -> None:
    """The old file stays; with room again, the same save succeeds."""
    path = tiny_disk / "x.po"
    save(path, catalog_of(200), None)
    old = path.read_bytes()
    filler = tiny_disk / "filler"
    with filler.open("wb") as file, pytest.raises(OSError, match="No space left"):
        file.write(b"x" * 100_000)
    assert "No space left on device" in outcome(started("one", path))["error"]
    assert path.read_bytes() == old
    assert names(path) == ["filler", "x.po"]
    filler.unlink()
    assert outcome(started("one", path)) == {"error": ""}


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_read_only(path: Path, closed: str) -> None:
    """Neither a read-only file nor one in a read-only folder is replaced, and the reason is told."""
    old = path.read_bytes()
    path.parent.chmod(0o777)
    path.chmod(0o666)
    (path if closed == "file" else path.parent).chmod(0o444 if closed == "file" else 0o555)
    try:
        error = outcome(started("one_as_nobody", path))["error"]
    finally:
        path.parent.chmod(0o755)
    assert ("the file is read-only" if closed == "file" else "Permission denied") in error
    assert path.read_bytes() == old
    assert names(path) == ["x.po"]


def test_somebody_elses_file_in_a_folder_for_all(path: Path) -> None:
    """That the folder lets us replace a file does not mean that its owner does."""
    if os.geteuid():
        pytest.skip("only root can make a file that is somebody else's")
    path.parent.chmod(0o777)
    assert "the file is read-only" in outcome(started("one_as_nobody", path))["error"]
    path.chmod(0o666)
    assert outcome(started("one_as_nobody", path)) == {"error": ""}
