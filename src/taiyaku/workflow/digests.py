"""What files hold, told by digests; a file is read again only where its stamp is another."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taiyaku.cache import is_fresh, stamp_of
from taiyaku.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping


NO_FILE = ""
UNREADABLE = "?"
"""Stand for the digest of what is not there, and of what is there and cannot be read."""


def digest_of(data: bytes) -> str:
    """Return the digest of some bytes."""
    return blake2b(data, digest_size=16).hexdigest()


class FileDigests:
    """The digests of a project's files. `known` are those of an earlier run, by path from the root, with stamps.

    `now` is the disk's time before anything was read: the stamp of a file that changed just before is not relied on.
    """

    def __init__(self, root: Path | str, known: Mapping[str, Any], now: int | None) -> None:
        self._root, self._known, self._now = str(root), known, now
        self.seen: dict[str, tuple[list[int], str]] = {}
        """Those to be remembered."""

    def of(self, path: str) -> str:
        """Return the digest of a file, NO_FILE where there is none."""
        name = os.path.join(self._root, path)  # noqa: PTH118 (thousands of paths)
        stamp = stamp_of(name)
        if stamp == ():
            return NO_FILE
        known = self._known.get(path)
        if known is not None and stamp is not None and list(stamp) == known[0]:
            self.seen[path] = known
            return str(known[1])
        try:
            found = digest_of(read_regular(Path(name)))
        except (OSError, ValueError):  # ValueError for a name that no file can have
            return UNREADABLE
        if stamp is not None and self._now is not None and not is_fresh(stamp, self._now):
            self.seen[path] = (list(stamp), found)
        return found

    def below(self, folder: str) -> str:
        """Return the digest of all files below a folder, with their paths."""
        found = []
        for name, _, files in os.walk(os.path.join(self._root, folder)):  # noqa: PTH118 (as above)
            below = os.path.relpath(name, self._root)
            found += [f"{path} {self.of(path)}" for path in (os.path.join(below, file) for file in files)]  # noqa: PTH118
        return digest_of("\n".join(sorted(found)).encode("utf-8", "surrogateescape"))
