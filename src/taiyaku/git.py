"""What git knows of a file: the only door to git. It is a program on the user's machine, and may be missing."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from datetime import datetime


def find_repository(folder: Path) -> Repository | None:
    """Return the repository with a work tree that `folder` lies in; None without one, and without git."""
    try:
        found = subprocess.run(
            ["git", "rev-parse", "--show-toplevel"], cwd=folder, capture_output=True, check=False, text=True
        )
    except OSError:
        return None
    return Repository(Path(found.stdout.rstrip("\n"))) if found.returncode == 0 and found.stdout.strip() else None


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository; `root` is the folder of its work tree. Paths of files may be absolute or from the root."""

    root: Path

    def run(self, *arguments: str) -> bytes | None:
        """Return what a git command prints, None if it fails."""
        found = subprocess.run(["git", *arguments], cwd=self.root, capture_output=True, check=False)
        return found.stdout if found.returncode == 0 else None

    def resolve(self, revision: str) -> str:
        """Return the full name of the commit that `revision` means. Raises UsageError if it means none."""
        found = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found is None:
            raise UsageError(
                Phrase("git knows no revision “{revision}”", revision=revision),
                hint=Phrase("`git log` lists them"),
            )
        return found.decode().strip()

    def revision_at(self, when: datetime) -> str | None:
        """Return the commit that was the current one at a time (by its committer's date), None before the first."""
        found = self.run("rev-list", "-1", "--first-parent", f"--before={when.isoformat()}", "HEAD")
        return found.decode().strip() or None if found is not None else None

    def read(self, revision: str, path: Path) -> bytes | None:
        """Return the bytes of a file as they were in a revision, None if it was not there."""
        return self.run("cat-file", "blob", f"{revision}:{self.path_in_git(path)}")

    def path_in_git(self, path: Path) -> str:
        """Return a path as git spells it: from the root, with slashes."""
        if path.is_absolute():
            path = path.resolve().relative_to(self.root.resolve())
        return path.as_posix()
