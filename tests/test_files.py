"""Writing files: the old one or the new one, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taiyaku.errors import SaveError
from taiyaku.files import safe_write

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_long_japanese_name(tmp_path: Path) -> None:
    """The temporary file's name fits wherever the name itself fits."""
    path = tmp_path / ("表" * 84 + ".po")
    safe_write(path, b"x")
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_names_the_file(tmp_path: Path) -> None:
    """A folder cannot be replaced by a file."""
    with pytest.raises(SaveError, match=f"^{tmp_path}: the file cannot be written"):
        safe_write(tmp_path, b"x")
    assert list(tmp_path.iterdir()) == []
