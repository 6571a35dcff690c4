"""What was worked out from files is remembered while they stay as they are, and no longer."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from taiyaku import cache
from taiyaku.cache import Cache, from_problem, open_cache, stamp_of, to_problem
from taiyaku.errors import Phrase, Problem
from taiyaku.span import Position


def remembered(path: Path, files: list[Path], inputs: str = "1") -> Cache:
    """Return a cache on the disk that remembers a value for these files."""
    written = open_cache(path, inputs)
    written.begin()
    written.put("a", [stamp_of(file) for file in files], [], {"value": 1})
    written.save()
    return open_cache(path, inputs)


@pytest.fixture
def old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that has not changed for long: for the test, any file has."""
    monkeypatch.setattr(cache, "SETTLED", 0)
    path = tmp_path / "file"
    path.write_text("one", encoding="utf-8")
    return path


def test_a_value_is_remembered_with_its_stamps(old_file: Path) -> None:
    """From one program to the next."""
    found = remembered(old_file.with_name("cache"), [old_file, old_file.with_name("not there")])
    stamp = stamp_of(old_file)
    assert stamp is not None
    assert found.get("a") == ([list(stamp), []], {"value": 1})


def test_every_change_of_a_file_changes_its_stamp(tmp_path: Path) -> None:
    """Another text, another file in its place, the same time set back by hand; none, and one again."""
    path = tmp_path / "file"
    stamps = [stamp_of(path)]
    path.write_text("one", encoding="utf-8")
    stamps.append(stamp_of(path))
    before = path.stat()
    path.write_text("more", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    stamps.append(stamp_of(path))
    other = tmp_path / "other"
    other.write_text("four", encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    stamps.append(stamp_of(path))
    assert len(set(stamps)) == len(stamps)
    assert stamps[0] == ()


def test_links_and_folders_have_no_stamp(tmp_path: Path) -> None:
    """What a link leads to may change without the link."""
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert stamp_of(tmp_path / "link") is None
    assert stamp_of(tmp_path) is None
    assert stamp_of(f"{tmp_path}/a\0b") is None


def test_a_file_changed_just_before_is_not_remembered(tmp_path: Path) -> None:
    """Within one tick of the clock it may change again, to the same size, and keep its stamp."""
    path = tmp_path / "file"
    path.write_text("one", encoding="utf-8")
    assert remembered(tmp_path / "cache", [path]).get("a") is None


def test_what_is_not_remembered_any_more_is_forgotten(old_file: Path) -> None:
    """A value of a file that has no stamp now takes the old value along."""
    found = remembered(old_file.with_name("cache"), [old_file])
    found.begin()
    found.put("a", [None], [], 2)
    found.save()
    assert open_cache(old_file.with_name("cache"), "1").get("a") is None


def test_values_of_other_inputs_are_forgotten(old_file: Path) -> None:
    """Other settings, another version of the program."""
    path = old_file.with_name("cache")
    assert remembered(path, [old_file]).get("a") is not None
    assert open_cache(path, "2").get("a") is None


def test_only_the_keys_to_be_kept_are_kept(old_file: Path) -> None:
    """Articles come and go."""
    path = old_file.with_name("cache")
    found = remembered(path, [old_file])
    found.keep({"b"})
    found.save()
    assert open_cache(path, "1").entries == {}


DAMAGES: list[bytes] = [
    b"",
    b"\0\0\0",
    b"\xff\xfe",
    b"[]",
    b"null",
    b'{"inputs": "1"}',
    b'{"inputs": "1", "entries": []}',
    b'{"inputs": "1", "entries": {"a": 1}}',
    b'{"inputs": "1", "entries": {"a": [1, 2]}}',
    b'{"inputs": "1", "entries": {"a": [[], 2, 3]}}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_an_empty_one(old_file: Path, damage: bytes) -> None:
    """Without a word, and the next save mends it."""
    path = old_file.with_name("cache")
    path.write_bytes(damage)
    assert open_cache(path, "1").entries == {}
    assert remembered(path, [old_file]).get("a") is not None


def test_any_cut_of_a_cache_is_an_empty_one(old_file: Path) -> None:
    """Whatever a full disk or a foreign program left of it."""
    path = old_file.with_name("cache")
    remembered(path, [old_file])
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert open_cache(path, "1").entries == {}, length


def test_without_a_place_nothing_is_remembered(old_file: Path) -> None:
    """A project that may not be written to."""
    nowhere = open_cache(None, "1")
    nowhere.begin()
    nowhere.put("a", [stamp_of(old_file)], [], 1)
    nowhere.save()
    assert nowhere.get("a") is None


def test_a_place_that_refuses_costs_time_only(old_file: Path) -> None:
    """The folder of the cache is gone, or something else stands there."""
    found = remembered(old_file / "cache", [old_file])
    assert found.get("a") is None
    folder = old_file.with_name("cache")
    folder.mkdir()
    assert remembered(folder, [old_file]).get("a") is None


PROBLEMS = [
    Problem(Phrase("not UTF-8")),
    Problem(
        Phrase("“{name}” {{braces}} {count}", name="n{0}", count=3),
        Path("a/b.po"),
        Position(3, 4),
        Phrase("do {what}", what=Phrase("this: {it}", it="x")),
        "warning",
    ),
]


@pytest.mark.parametrize("problem", PROBLEMS)
def test_problems_come_back_the_same(problem: Problem) -> None:
    """With their place, and to be put into any language."""
    back = to_problem(json.loads(json.dumps(from_problem(problem))))
    assert back == problem
    assert str(back) == str(problem)


def test_parameters_that_are_not_texts_are_remembered_as_they_print() -> None:
    """Paths and errors."""
    problem = Problem(Phrase("{path}: {why}", path=Path("a/b"), why=OSError("no")))
    assert str(to_problem(json.loads(json.dumps(from_problem(problem))))) == str(problem) == "a/b: no"


FORGERIES: list[Any] = [
    None,
    [],
    [["{x.__class__}", {"x": "y"}], None, None, None, "error"],
    [["{x[0]}", {"x": "y"}], None, None, None, "error"],
    [["{x:>999999999}", {"x": "y"}], None, None, None, "error"],
    [["{x!r}", {"x": "y"}], None, None, None, "error"],
    [["{y}", {"x": "y"}], None, None, None, "error"],
    [["{", {}], None, None, None, "error"],
    [["what", {}], None, None, None, "fatal"],
    [["what", {}], None, [1], None, "error"],
    [["what", {}], 5, None, None, "error"],
    [[1, {}], None, None, None, "error"],
    [["what", []], None, None, None, "error"],
]


@pytest.mark.parametrize("value", FORGERIES)
def test_a_forged_problem_is_refused(value: Any) -> None:
    """What a cache says reaches no attribute and fills no memory."""
    with pytest.raises(cache.MALFORMED):
        to_problem(value)
