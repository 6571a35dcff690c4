"""What was worked out from files, remembered for as long as the files stay as they are.

A cache is one JSON file in the project's cache folder: derived, never the truth, and thrown away without a word when
it is damaged, of another version, or of other settings. Whether a file is the same is told by its stamp. A file may
change again within one tick of the disk's clock and keep its stamp (git's "racy" problem): what was worked out from a
file that had changed just before is not remembered.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from dataclasses import dataclass, field
from string import Formatter
from typing import TYPE_CHECKING, Any

from taiyaku.errors import SEVERITIES, Phrase, Problem, SaveError
from taiyaku.files import read_regular, safe_write
from taiyaku.span import Position

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading a remembered value raises when it is not what we wrote."""

SETTLED = 2_000_000_000
"""So many nanoseconds after its last change a file can be told by its stamp: the coarsest clock, FAT's, ticks so."""

_CLOCK = "clock"  # a file by which the disk tells its time

Stamp = tuple[int, ...]
"""Size, times of change (ns) and number of a file; empty where there is none."""


def stamp_of(path: str | Path) -> Stamp | None:
    """Return the stamp of a file; None for what cannot be told by one: a symbolic link, a folder, an error."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def disk_time(folder: Path) -> int | None:
    """Return the time (ns) of the disk that a folder is on, which on a network is not ours; None if nothing tells.

    Take it before the stamps of files that are then read: from it on, their changes are too late.
    """
    clock = folder / _CLOCK
    with contextlib.suppress(OSError):  # a read-only project
        if not clock.is_symlink():
            clock.touch()
            return clock.stat().st_mtime_ns
    return None


def is_fresh(stamp: Stamp, now: int) -> bool:
    """Whether a file changed so shortly before that it could change again and keep its stamp."""
    return max(stamp[1], stamp[2]) > now - SETTLED


@dataclass(slots=True)
class Cache:
    """Values by key, each with the stamps of the files it was worked out from.

    `path` is None where nothing can be remembered. `inputs` is all else that values depend on; values of other inputs
    are forgotten. Values are what JSON can hold, and whoever reads one sees to it that it is what it should be.
    """

    path: Path | None
    inputs: str
    entries: dict[str, tuple[list[Any], Any]] = field(default_factory=dict)
    began: int | None = None
    changed: bool = False

    def get(self, key: str) -> tuple[list[Any], Any] | None:
        """Return the stamps and the value remembered for `key`, or None."""
        return self.entries.get(key)

    def begin(self) -> None:
        """Call before reading what is to be remembered: from now on, changes of files are too late for it."""
        if self.path is None or self.began is not None:
            return
        self.began = disk_time(self.path.parent)

    def put(self, key: str, files: Sequence[Stamp | None], logs: Sequence[Stamp | None], value: Any) -> None:
        """Remember a value. `files` were stamped before they were read, `logs` only ever grow.

        Without all stamps, or where a file has changed just before, what was remembered is forgotten instead.
        """
        stamps, began = [*files, *logs], self.began
        if began is None or None in stamps or any(is_fresh(stamp, began) for stamp in files if stamp):
            self.changed |= self.entries.pop(key, None) is not None
            return
        self.entries[key] = ([list(stamp) for stamp in stamps if stamp is not None], value)
        self.changed = True

    def keep(self, keys: Collection[str]) -> None:
        """Forget all but these."""
        for key in self.entries.keys() - keys:
            del self.entries[key]
            self.changed = True

    def save(self) -> None:
        """Write what is new to the disk, if that is possible. Of two programs at once, the last one's stays."""
        if self.path is None or not self.changed:
            return
        text = json.dumps({"inputs": self.inputs, "entries": self.entries}, ensure_ascii=False, separators=(",", ":"))
        with contextlib.suppress(SaveError):  # only time is lost
            safe_write(self.path, text.encode("utf-8", "surrogatepass"), durable=False)
        self.changed = False


def open_cache(path: Path | None, inputs: str) -> Cache:
    """Read a cache. An empty one where there is none, or where it is not of these inputs or not readable.

    A symbolic link in its place is left alone, whatever it leads to: nothing is read through it, nor written.
    """
    if path is not None and (path.is_symlink() or path.with_name(_CLOCK).is_symlink()):
        path = None
    cache = Cache(path, inputs)
    if path is None:
        return cache
    with contextlib.suppress(OSError, *MALFORMED):
        data = json.loads(read_regular(path).decode("utf-8", "surrogatepass"))
        if data["inputs"] == inputs:
            cache.entries = {str(key): (list(stamps), value) for key, (stamps, value) in data["entries"].items()}
    return cache


def from_problem(problem: Problem) -> list[Any]:
    """Return a problem as JSON can hold it."""
    return [
        _from_phrase(problem.what),
        None if problem.path is None else str(problem.path),
        problem.position,
        None if problem.hint is None else _from_phrase(problem.hint),
        problem.severity,
    ]


def to_problem(value: Any) -> Problem:
    """Return the problem that `from_problem` put down. Raises one of `MALFORMED` for anything else."""
    from pathlib import Path

    what, path, position, hint, severity = value
    if severity not in SEVERITIES:
        raise ValueError(severity)
    return Problem(
        _to_phrase(what),
        None if path is None else Path(path),
        None if position is None else Position(*map(int, position)),
        None if hint is None else _to_phrase(hint),
        severity,
    )


def _from_phrase(phrase: Phrase) -> list[Any]:
    return [phrase.template, {name: _from_parameter(value) for name, value in phrase.parameters.items()}]


def _from_parameter(value: object) -> Any:
    if isinstance(value, Phrase):
        return _from_phrase(value)
    return value if isinstance(value, (str, int)) else str(value)


def _to_phrase(value: Any) -> Phrase:
    template, parameters = value
    values = {name: _to_phrase(part) if isinstance(part, list) else part for name, part in parameters.items()}
    for _, name, format_spec, conversion in Formatter().parse(template):
        if name is not None and (name not in values or format_spec or conversion):
            raise ValueError(template)
    return Phrase(template, **values)
