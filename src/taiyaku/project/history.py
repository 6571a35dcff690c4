"""What git knows of a project's catalogs, asked for once in a command, and only where it is needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.git import Merge, Repository


@dataclass(slots=True)
class History:
    """The repository of a project, if there is one: the commit that is checked out, and how it came about.

    `pending` is the other side of a merge that is not committed yet.
    """

    asked: bool = False
    repository: Repository | None = None
    head: str = ""
    pending: str | None = None
    _merges: dict[str, dict[str, list[Merge]]] = field(default_factory=dict)
    _rebases: dict[str, list[Merge]] = field(default_factory=dict)

    def ask(self, root: Path) -> History:
        """Find the repository that `root` lies in; return this history, which knows it from then on."""
        if not self.asked:
            self.asked = True
            if any((folder / ".git").exists() for folder in (root, *root.parents)):
                from taiyaku.git import find_repository

                self.repository = find_repository(root)
            if self.repository is not None:
                self.head, self.pending = self.repository.head(), self.repository.pending()
        return self

    def merges(self, repository: Repository, since: str, folder: Path, file: Path) -> list[Merge]:
        """Return the merges and rebases since `since` was checked out that may have put `file` together.

        See `Repository.merges`; `folder` is that of all files that will be asked for.
        """
        if since == self.head:
            return []
        if since not in self._merges:
            self._merges[since] = repository.merges(since, folder)
            self._rebases[since] = repository.rebases(since)
        return self._merges[since].get(repository.path_in_git(file), []) + self._rebases[since]
