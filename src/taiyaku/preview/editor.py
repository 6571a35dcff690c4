"""The editor that a place is opened in: a command of the person at this machine, never one of the project's.

A project's files come from others; a command among them would run here.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.span import Position

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_KNOWN = ("path", "line", "column")


@dataclass(frozen=True, slots=True)
class Editor:
    """A command in words, with {path}, {line} and {column} in them."""

    words: tuple[str, ...]

    @classmethod
    def parse(cls, command: str) -> Editor:
        """Read a command as a shell would; a path that it does not name comes last. Raises UsageError."""
        try:
            words = shlex.split(command)
        except ValueError as error:
            raise UsageError(Phrase("the editor's command cannot be read: {why}", why=error)) from error
        unknown = [name for name in _PLACEHOLDER.findall(command) if name not in _KNOWN]
        if unknown or not words:
            raise UsageError(
                Phrase("the editor's command means nothing: {command}", command=command),
                hint=Phrase("write it as in: code -g {{path}}:{{line}}"),
            )
        if shutil.which(words[0]) is None:
            raise UsageError(
                Phrase("there is no program “{name}”", name=words[0]),
                hint=Phrase("give the editor's command as in: code -g {{path}}:{{line}}"),
            )
        return cls(tuple(words) if "{path}" in command else (*words, "{path}"))

    def command(self, path: Path, position: Position | None) -> list[str]:
        """Return the command that opens a file at a place; no shell reads it, so that names mean nothing in it."""
        values = {
            "path": str(path),
            "line": str(position.line if position else 1),
            "column": str(position.column if position else 1),
        }
        return [_PLACEHOLDER.sub(lambda match: values[match[1]], word) for word in self.words]

    def open(self, path: Path, position: Position | None) -> None:
        """Open a file at a place, and do not wait. Raises OSError where the program cannot be started."""
        nothing = subprocess.DEVNULL
        process = subprocess.Popen(
            self.command(path, position), stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
        Thread(target=process.wait, daemon=True).start()  # so that nothing of it is left when it has ended
