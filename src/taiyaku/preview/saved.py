"""Noticing that files were saved, by looking at them again and again: no library, and any disk will do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_Stamp = tuple[int, ...]
_NOTHING: _Stamp = ()


class Saved:
    """What files were like at the last look."""

    def __init__(self) -> None:
        self._stamps: dict[Path, _Stamp] = {}

    def changed(self, files: Iterable[Path]) -> set[Path]:
        """Look at `files`, there or not, and return which are not what they were; new ones and forgotten ones, too."""
        before, self._stamps = self._stamps, {file: stamp(file) for file in files}
        either = before.keys() | self._stamps.keys()
        return {file for file in either if before.get(file, _NOTHING) != self._stamps.get(file, _NOTHING)}

    def learn(self, files: Iterable[Path]) -> None:
        """Look at further files for the first time, so that the next look finds them as they are now."""
        for file in files:
            if file not in self._stamps:
                self._stamps[file] = stamp(file)


def stamp(file: Path) -> _Stamp:
    """Return what tells a file from what it was before; the same for all that cannot be looked at."""
    try:
        found = os.stat(file)  # noqa: PTH116 (hundreds of files, several times a second)
    except (OSError, ValueError):
        return _NOTHING
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
