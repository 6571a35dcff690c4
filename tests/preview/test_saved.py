"""Noticing what was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.preview.saved import Saved

if TYPE_CHECKING:
    from pathlib import Path


def test_new_changed_and_deleted_files_are_noticed_once(tmp_path: Path) -> None:
    """Each is told at the first look after it, and not again."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    saved = Saved()
    assert saved.changed([one, two]) == {one}
    assert saved.changed([one, two]) == set()
    two.write_text("2")
    assert saved.changed([one, two]) == {two}
    one.write_text("11")
    two.unlink()
    assert saved.changed([one, two]) == {one, two}
    assert saved.changed([one, two]) == set()


def test_a_file_put_in_the_place_of_another_is_noticed(tmp_path: Path) -> None:
    """Editors save by renaming; size and time may be those of the old file."""
    file, other = tmp_path / "file", tmp_path / "other"
    file.write_text("1")
    other.write_text("2")
    saved = Saved()
    saved.changed([file])
    other.replace(file)
    assert saved.changed([file]) == {file}


def test_what_is_learnt_is_no_news(tmp_path: Path) -> None:
    """A file that is to be watched from now on has not changed; afterwards it may. One that is known stays so."""
    file = tmp_path / "file"
    file.write_text("1")
    saved = Saved()
    saved.learn([file])
    assert saved.changed([file]) == set()
    file.write_text("11")
    saved.learn([file])
    assert saved.changed([file]) == {file}


def test_a_file_that_is_watched_no_more_counts_as_gone(tmp_path: Path) -> None:
    """An article that its pattern no longer covers is news."""
    file = tmp_path / "file"
    file.write_text("1")
    saved = Saved()
    saved.changed([file])
    assert saved.changed([]) == {file}
