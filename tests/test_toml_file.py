"""The files that people write for the program: read alike, each fault with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.errors import SettingsError, TermbaseError
from taiyaku.toml_file import parse_toml, read_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff", ":1:1: the byte 0xFF is not valid UTF-8; save it as UTF-8"),
        (b"\xef\xbb\xbfa\r\n\xe6\xb8\xafb\xe9", ":2:3: the byte 0xE9 is not valid UTF-8; save it as UTF-8"),
        (None, ": the file cannot be read (No such file or directory); see that it is there and that you may read it"),
    ],
)
def test_a_text_that_cannot_be_read(tmp_path: Path, data: bytes | None, says: str) -> None:
    """The caller's own error, with the place counted in characters, without the byte order mark."""
    path = tmp_path / "a.toml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(TermbaseError) as info:
        read_text(path, TermbaseError)
    assert str(info.value) == f"{path}{says}"


def test_a_file_that_need_not_be_there(tmp_path: Path) -> None:
    """Only where the caller says so, and only one that is missing: a folder is a fault."""
    assert read_text(tmp_path / "a.toml", SettingsError, missing="") == ""
    with pytest.raises(SettingsError, match="Is a directory"):
        read_text(tmp_path, SettingsError, missing="")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = \n", (1, 5)),
        ("a = 1\r\nb = 2 3\r\n", (2, 7)),
        ("a = 1\n[b", (2, 3)),
        ("\nあ = 1", (2, 1)),
        ("a = " + "[" * 9999, None),
    ],
)
def test_what_is_not_toml(tmp_path: Path, text: str, place: tuple[int, int] | None) -> None:
    """With the place where reading stopped, which may be the end; of what is nested without end, there is none."""
    with pytest.raises(SettingsError) as info:
        parse_toml(text, SettingsError, tmp_path)
    assert info.value.problem.position == place
    assert "(at " not in str(info.value)
    assert "not TOML: " in str(info.value)


@given(st.text())
def test_any_text_is_toml_or_has_a_place(text: str) -> None:
    """Nothing else is ever raised."""
    problem = None
    try:
        parse_toml(text, SettingsError)
    except SettingsError as error:
        problem = error.problem
    assert problem is None or problem.position is not None
