"""The memory's database under faults: damaged, foreign, older, not to be written, shared, killed."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.memory.units import Files, unit

from taiyaku.memory import schema
from taiyaku.memory.store import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

HARBOR = unit("The harbor opened on Wednesday.", "港は水曜日に開いた。")


@pytest.fixture
def files() -> Files:
    """Return a file with the harbor and enough besides for many pages of a database."""
    files = Files()
    files.save("a", HARBOR, *(unit(f"Boat number {n} came in at {n * 7} o'clock.", f"{n}番の船") for n in range(300)))
    return files


def finds_the_harbor(place: Path | None, files: Files) -> bool:
    """Whether a memory at this place answers as it should, in full and in part."""
    with closing(Memory(place, files.sources())) as memory:
        exact = memory.find(HARBOR.source, "en", "ja")[0]
        similar = memory.find("The harbor opened on Thursday.", "en", "ja")[0]
        units = [content.units for content in memory.contents()]
        return (exact.unit.target, exact.score, similar.unit.target, units) == (
            HARBOR.target,
            1.0,
            HARBOR.target,
            [301],
        )


def foreign(place: Path) -> None:
    """Put another program's database there."""
    place.unlink()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE text (id INTEGER)")


def older(place: Path) -> None:
    """Put a database of another version of ours there."""
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
        connection.execute("DROP TABLE unit")


def without_a_table(place: Path) -> None:
    """Take a table away that the next question needs."""
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("DROP TABLE posting")


def changed_word(place: Path) -> None:
    """Change one byte of a translation."""
    data = place.read_bytes()
    word = HARBOR.target.encode()
    assert word in data
    place.write_bytes(data.replace(word, "港は木曜日に開いた。".encode()))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no database": lambda place: place.write_bytes(b"not a database" * 100),
    "empty": lambda place: place.write_bytes(b""),
    "cut": lambda place: place.write_bytes(place.read_bytes()[:5000]),
    "header only": lambda place: place.write_bytes(place.read_bytes()[:100]),
    "pages overwritten": lambda place: place.write_bytes(place.read_bytes()[:4096] + os.urandom(100_000)),
    "foreign": foreign,
    "older": older,
    "a table is gone": without_a_table,
    "a word has changed": changed_word,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
@pytest.mark.parametrize("news", [False, True], ids=["same sources", "changed source"])
def test_a_damaged_database_is_built_anew(
    tmp_path: Path, files: Files, damage: Callable[[Path], object], news: bool
) -> None:
    """Whatever stands in the database's place, the answers are right, and the next time nothing is read."""
    place = tmp_path / "memory.sqlite"
    Memory(place, files.sources()).close()
    damage(place)
    if news:
        files.save("a", *files.held["a"])
    assert finds_the_harbor(place, files)
    files.read.clear()
    assert finds_the_harbor(place, files)
    assert files.read == []
    assert [path.name for path in tmp_path.iterdir()] == ["memory.sqlite"]


def test_without_a_place_it_lives_in_memory(files: Files) -> None:
    """A project that has no cache folder has a memory all the same."""
    assert finds_the_harbor(None, files)


def test_a_folder_that_cannot_be(tmp_path: Path, files: Files) -> None:
    """Where the folder is none, or a folder stands in the file's place, the memory does without a file."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inside").write_bytes(b"")
    for place in (tmp_path / "file" / "memory.sqlite", tmp_path / "missing" / "memory.sqlite", tmp_path / "folder"):
        assert finds_the_harbor(place, files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_another_process_was_faster(tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """If another process's database took the place of the one just written, the answers are still those asked for."""
    place = tmp_path / "memory.sqlite"
    others = Files()
    others.save("z", unit("Elsewhere", "別の所"))
    Memory(tmp_path / "other.sqlite", others.sources()).close()
    theirs = (tmp_path / "other.sqlite").read_bytes()
    replace = Path.replace

    def then_another(path: Path, target: Path) -> None:
        replace(path, target)
        target.write_bytes(theirs)

    monkeypatch.setattr(Path, "replace", then_another)
    assert finds_the_harbor(place, files)
    assert place.read_bytes() == theirs


def test_full_disk(tmp_path: Path, files: Files) -> None:
    """Where the file may not grow, the answers come from memory, and what stood there stands there still."""
    place = tmp_path / "memory.sqlite"
    Memory(place, files.sources()).close()
    before = place.read_bytes()
    files.save("b", *(unit(f"Ship {n} left.", f"{n}号") for n in range(300)))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        with closing(Memory(place, files.sources())) as memory:
            assert memory.find("Ship 7 left.", "en", "ja")[0].unit.target == "7号"
            assert memory.find(HARBOR.source, "en", "ja")[0].exact
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert place.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["memory.sqlite"]


def test_too_many_open_files(tmp_path: Path, files: Files) -> None:
    """Where no further file may be opened, the answers come from memory, and what stood there serves the next time."""
    place = tmp_path / "memory.sqlite"
    Memory(place, files.sources()).close()
    before = place.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, limits[1]))
    try:
        assert finds_the_harbor(place, files)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert place.read_bytes() == before
    files.read.clear()
    assert finds_the_harbor(place, files)
    assert files.read == []


def test_left_behind_copies_go(tmp_path: Path, files: Files) -> None:
    """What a killed process left is removed after an hour; what another may be writing now is not."""
    place = tmp_path / "memory.sqlite"
    for name, age in (("new", 60), ("old", 7200)):
        copy = tmp_path / f".memory.sqlite.{name}.tmp"
        copy.write_bytes(b"half")
        os.utime(copy, (time.time() - age,) * 2)
    dangling = tmp_path / ".memory.sqlite.gone.tmp"
    dangling.symlink_to(tmp_path / "nowhere")
    assert finds_the_harbor(place, files)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".memory.sqlite.gone.tmp",
        ".memory.sqlite.new.tmp",
        "memory.sqlite",
    ]


WORKER = """
import sys, time
from contextlib import closing
from pathlib import Path
from taiyaku.memory.store import Memory
from tests.memory.units import Files, unit
start, place, number = float(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
while time.time() < start:
    time.sleep(0.001)
for turn in range(5):
    files = Files(saves=100 * number + turn)
    files.save("a", *(unit(f"Boat {n} came in.", f"{n}番") for n in range(200)))
    files.save("b", unit(f"Captain {number} spoke {turn} times.", f"{number}-{turn}"))
    with closing(Memory(place, files.sources())) as memory:
        assert memory.find("Boat 7 came in.", "en", "ja")[0].unit.target == "7番"
        assert memory.find(f"Captain {number} spoke {turn} times.", "en", "ja")[0].unit.target == f"{number}-{turn}"
        assert sum(content.units for content in memory.contents()) == 201
"""


def work(place: Path, number: int, start: float) -> subprocess.Popen[bytes]:
    """Start a process that builds and asks a memory five times."""
    arguments = [sys.executable, "-c", WORKER, str(start), str(place), str(number)]
    return subprocess.Popen(arguments, stderr=subprocess.PIPE)


def test_many_processes_at_once(tmp_path: Path) -> None:
    """Processes that all see other sources, and a damaged file at first, each get right answers."""
    place = tmp_path / "memory.sqlite"
    place.write_bytes(b"damaged" * 1000)
    start = time.time() + 1
    workers = [work(place, number, start) for number in range(4)]
    errors = [worker.communicate()[1].decode() for worker in workers]
    assert errors == [""] * 4
    assert [path.name for path in tmp_path.iterdir()] == ["memory.sqlite"]


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.05])
def test_a_killed_process_harms_nobody(tmp_path: Path, files: Files, delay: float) -> None:
    """Killed while it builds, a process leaves the database as it was."""
    place = tmp_path / "memory.sqlite"
    Memory(place, files.sources()).close()
    files.read.clear()
    start = time.time() + 0.6
    worker = work(place, 1, start)
    time.sleep(max(start + delay - time.time(), 0))
    worker.kill()
    worker.communicate()
    assert finds_the_harbor(place, files)
