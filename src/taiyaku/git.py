"""What git knows of a file: the only door to git. It is a program on the user's machine, and may be missing."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from datetime import datetime


_HISTORY = 100  # versions of a file that are looked at
_REFLOG = 1000  # entries of the log of HEAD that are looked at
_REBASED = re.compile(r"(?:rebase|pull\b.*) \(finish\)")
_REBASING = re.compile(r"(?:rebase|pull\b.*) \(start\)")


class Merge(NamedTuple):
    """A commit that was put together of others."""

    result: str
    sides: tuple[str, ...]


def find_repository(folder: Path) -> Repository | None:
    """Return the repository with a work tree that `folder` lies in; None without one, and without git."""
    try:
        found = subprocess.run(
            ["git", "rev-parse", "--show-toplevel"], cwd=folder, capture_output=True, check=False, text=True
        )
    except OSError:
        return None
    return Repository(Path(found.stdout.rstrip("\n"))) if found.returncode == 0 and found.stdout.strip() else None


def merge_lines(ours: Path, base: Path, theirs: Path) -> None:
    """Merge files by lines into `ours`, as git does without a driver; one that git takes for binary stays as it is."""
    labels = ["-L", "ours", "-L", "base", "-L", "theirs"]
    subprocess.run(["git", "merge-file", *labels, ours, base, theirs], capture_output=True, check=False)


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

    def renamed_since(self, revision: str) -> dict[str, str]:
        """Return the files of the work tree that had another name in a revision: that name, by the present one.

        Paths are as git spells them. Files that are not in git's index yet are not looked at.
        """
        arguments = ["diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", revision, "--"]
        found = self.run("--no-optional-locks", *arguments)
        fields = (found or b"").decode("utf-8", "surrogateescape").split("\0")
        return {new: old for _score, old, new in zip(fields[::3], fields[1::3], fields[2::3], strict=False)}

    def head(self) -> str:
        """Return the commit that is checked out, "" before the first."""
        found = self.run("rev-parse", "--verify", "--quiet", "HEAD")
        return "" if found is None else found.decode().strip()

    def pending(self) -> str | None:
        """Return the other side of a merge or cherry-pick that is not committed yet, None if there is none."""
        folder = self.run("rev-parse", "--absolute-git-dir")
        names = ("MERGE_HEAD", "CHERRY_PICK_HEAD")
        if folder is None or not any((Path(os.fsdecode(folder.rstrip(b"\n"))) / name).exists() for name in names):
            return None
        found = (self.run("rev-parse", "--verify", "--quiet", name) for name in names)
        return next((commit.decode().strip() for commit in found if commit is not None), None)

    def is_ancestor(self, commit: str, descendant: str) -> bool:
        """Whether one commit is in the history of another, or the same; "" is in every one."""
        return not commit or self.run("merge-base", "--is-ancestor", commit, descendant) is not None

    def merges(self, since: str, folder: Path) -> dict[str, list[Merge]]:
        """Return for each file below `folder` the merges in which it is like on no side, newest first.

        Of the merges that HEAD has and `since` has not; "" or a commit that is not there any more: of all. Paths are
        as git spells them.
        """
        excluded = [f"^{since}"] if since and self.run("cat-file", "-e", f"{since}^{{commit}}") is not None else []
        options = ("--merges", "-c", "--name-only", "--format=%x01%H %P", "HEAD", *excluded)
        found = self.run("-c", "core.quotePath=false", "log", *options, "--", self.path_in_git(folder))
        merges: dict[str, list[Merge]] = {}
        for block in (found or b"").decode("utf-8", "surrogateescape").split("\1")[1:]:
            commits, *paths = block.splitlines()
            result, *sides = commits.split()
            for path in filter(None, paths):
                merges.setdefault(path, []).append(Merge(result, tuple(sides)))
        return merges

    def rebases(self, since: str) -> list[Merge]:
        """Return the rebases done here since `since` was checked out, newest first: what was put together of what.

        A rebase merges as a merge does, but only the log of HEAD tells of it.
        """
        found = self.run("log", "--walk-reflogs", f"--max-count={_REFLOG}", "--format=%H %gs", "HEAD")
        entries = [line.partition(" ") for line in (found or b"").decode("utf-8", "replace").splitlines()]
        rebases: list[Merge] = []
        result = ""
        for (commit, _, action), (before, _, _) in itertools.pairwise(entries):
            if commit == since:
                break
            if _REBASED.match(action):
                result = commit
            elif result and _REBASING.match(action):
                rebases.append(Merge(result, (commit, before)))
                result = ""
        return rebases

    def commits(self, path: Path, *revisions: str) -> list[str]:
        """Return the commits that changed a file, newest first, of those that `revisions` (rev-list's words) tell."""
        found = self.run("rev-list", f"--max-count={_HISTORY}", *revisions, "--", self.path_in_git(path))
        return [] if found is None else found.decode().split()

    def time_of(self, revision: str) -> datetime | None:
        """Return when a commit was made (its committer's date), None if there is no such commit."""
        from datetime import datetime

        found = self.run("show", "--no-patch", "--format=%cI", "--end-of-options", revision)
        return None if found is None else datetime.fromisoformat(found.decode().strip())

    def former_path(self, revision: str, path: Path) -> Path | None:
        """Return the name that a file had in a revision before it was renamed, from the root; None if it kept it."""
        options = ("log", "--follow", "--diff-filter=R", "--name-status", "--format=", "-z")
        found = self.run(*options, f"{revision}..HEAD", "--", self.path_in_git(path))
        names = (found or b"").decode("utf-8", "surrogateescape").split("\0")
        return Path(names[-3]) if len(names) > 3 else None  # noqa: PLR2004 (R100, old, new, and an empty end)

    def path_in_git(self, path: Path) -> str:
        """Return a path as git spells it: from the root, with slashes."""
        if path.is_absolute():
            path = path.resolve().relative_to(self.root.resolve())
        return path.as_posix()
