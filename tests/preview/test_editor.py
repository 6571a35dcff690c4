"""The command that opens a file at a line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from taiyaku.errors import UsageError
from taiyaku.preview.editor import Editor
from taiyaku.span import Position

COMMANDS = {
    "{py} -g {{path}}:{{line}}": ["-g", "/a b/c;d.md:7"],
    "{py} +{{line}} {{path}}": ["+7", "/a b/c;d.md"],
    "{py} '{{path}}' \"col {{column}}\"": ["/a b/c;d.md", "col 3"],
    "{py} --wait": ["--wait", "/a b/c;d.md"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_filled_in_word_by_word(command: str) -> None:
    """Spaces and signs in a path stay within its word; a path that is not named comes last."""
    editor = Editor.parse(command.format(py=f"'{sys.executable}'"))
    assert editor.command(Path("/a b/c;d.md"), Position(7, 3)) == [sys.executable, *COMMANDS[command]]


def test_a_place_without_a_line_is_the_first() -> None:
    """A catalog that has no such entry opens at its beginning."""
    assert Editor(("ed", "+{line}", "{path}")).command(Path("a"), None) == ["ed", "+1", "a"]


@pytest.mark.parametrize(
    ("command", "message"),
    [("no-such-editor {path}", "no program"), ("'", "cannot be read"), (" ", "means nothing"), ("ls {file}", "means")],
)
def test_a_command_that_cannot_be_meant_is_refused(command: str, message: str) -> None:
    """It is told before the preview starts."""
    with pytest.raises(UsageError, match=message):
        Editor.parse(command)
