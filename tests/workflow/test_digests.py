"""What files hold is told by digests, and read again only where a stamp is another."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from taiyaku.workflow import digests
from taiyaku.workflow.digests import NO_FILE, UNREADABLE, FileDigests, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LATER = 10**19
"""A time (ns) long after everything."""


def remembered(seen: FileDigests) -> FileDigests:
    """Return the same for the next run."""
    return FileDigests(seen._root, json.loads(json.dumps(seen.seen)), LATER)


def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run believes the stamp, and another stamp is looked into."""
    (tmp_path / "a").write_text("one")
    first = FileDigests(tmp_path, {}, LATER)
    assert first.of("a") == digest_of(b"one")
    read: list[Path] = []

    def reading(path: Path) -> bytes:
        read.append(path)
        return path.read_bytes()

    monkeypatch.setattr(digests, "read_regular", reading)
    second = remembered(first)
    assert (second.of("a"), read) == (digest_of(b"one"), [])
    os.utime(tmp_path / "a", (1, 1))
    assert remembered(second).of("a") == digest_of(b"one")
    assert read == [tmp_path / "a"]


def test_a_fresh_stamp_is_not_believed(tmp_path: Path) -> None:
    """A file that has changed just before could change again and keep its stamp; nor without a clock."""
    (tmp_path / "a").write_text("one")
    for now in ((tmp_path / "a").stat().st_mtime_ns, None):
        found = FileDigests(tmp_path, {}, now)
        assert found.of("a") == digest_of(b"one")
        assert found.seen == {}


@pytest.mark.parametrize(("path", "expected"), [("none", NO_FILE), (".", UNREADABLE), ("a\0b", UNREADABLE)])
def test_what_is_no_file(tmp_path: Path, path: str, expected: str) -> None:
    """Nothing, a folder, a name that no file can have."""
    assert FileDigests(tmp_path, {}, LATER).of(path) == expected


def test_a_link_is_always_read(tmp_path: Path) -> None:
    """Its own stamp says nothing of the file that it leads to."""
    (tmp_path / "a").write_text("one")
    (tmp_path / "b").symlink_to("a")
    found = FileDigests(tmp_path, {}, LATER)
    assert found.of("b") == digest_of(b"one")
    assert found.seen == {}


def test_a_folder_is_its_files_with_their_paths(tmp_path: Path) -> None:
    """Another name, another content, one more or one less."""
    folder = tmp_path / "theme"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep/a").write_text("one")
    found = [FileDigests(tmp_path, {}, LATER).below("theme")]
    changes: tuple[Callable[[], object], ...] = (
        lambda: (folder / "deep/a").rename(folder / "a"),
        lambda: (folder / "a").write_text("two"),
        lambda: (folder / "b").write_text(""),
        (folder / "a").unlink,
    )
    for change in changes:
        change()
        found.append(FileDigests(tmp_path, {}, LATER).below("theme"))
    assert len(set(found)) == len(found)
