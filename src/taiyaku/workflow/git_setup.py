"""Telling git to merge catalogs message by message: a line in .gitattributes, and a setting of each clone."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, SaveError
from taiyaku.files import present_bytes, safe_write
from taiyaku.git import find_repository

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taiyaku.git import Repository

ATTRIBUTES = ("*.po merge=taiyaku", "*.pot merge=taiyaku")
_NAME = "catalogs, message by message"
# If taiyaku is gone, or broken, git must not take our file for the result: a conflict without markers looks settled.
_DRIVER = '{program} merge-driver %O %A %B %P || {{ grep -q "^<<<<<<< " %A || git merge-file %A %O %B; exit 1; }}'


class GitSetup(NamedTuple):
    """What was done. `attributes` is the file that got lines, None if it had them.

    `configured` tells whether git was told; if not, there is no repository, or no git, and `settings` are the
    settings of a clone, by name, for a person to type.
    """

    attributes: Path | None
    configured: bool
    settings: dict[str, str]


def set_up_git(folder: Path, *, dry_run: bool = False) -> GitSetup:
    """Let git merge the catalogs below `folder` through taiyaku. What .gitattributes says already stays.

    Raises SaveError where that file, or the repository's configuration, cannot be written.
    """
    path = folder / ".gitattributes"
    old = present_bytes(path) or b""
    new = _with_lines(old)
    # the driver first: git gives up on every merge where it finds a name without one
    settings = {"merge.taiyaku.driver": _DRIVER.format(program=_program()), "merge.taiyaku.name": _NAME}
    repository = find_repository(next(parent for parent in (folder, *folder.absolute().parents) if parent.is_dir()))
    if not dry_run:
        if new != old:
            safe_write(path, new)
        if repository is not None:
            _configure(repository, settings)
    return GitSetup(path if new != old else None, repository is not None, settings)


def _configure(repository: Repository, settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        if repository.run("config", "--local", name, value) is None:
            raise SaveError(
                Phrase("git does not take the setting {name}", name=name),
                path=repository.root,
                hint=Phrase("see that you may write to the repository's .git/config"),
            )


def _with_lines(attributes: bytes) -> bytes:
    """Return .gitattributes with our lines, those that are missing at its end: of several, git obeys the last."""
    newline = b"\r\n" if b"\r\n" in attributes else b"\n"
    there = {b" ".join(line.split()) for line in attributes.splitlines()}
    missing = [line.encode() + newline for line in ATTRIBUTES if line.encode() not in there]
    gap = newline if missing and attributes and not attributes.endswith(b"\n") else b""
    return attributes + gap + b"".join(missing)


def _program() -> str:
    """Return how git's shell can call this very program: by its whole path, since a window knows no one's PATH."""
    beside = shutil.which("taiyaku", path=str(Path(sys.executable).parent))
    found = beside or shutil.which("taiyaku") or "taiyaku"
    return shlex.quote(Path(found).as_posix()).replace("%", "%%")
