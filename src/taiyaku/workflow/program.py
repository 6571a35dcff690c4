"""What tells this program from any other, for what is remembered of its work."""

from __future__ import annotations

import os
import sys

import taiyaku
from taiyaku.cache import stamp_of


def program_stamp() -> str:
    """Return what tells this program, and the parser it reads with, from any other."""
    count = newest = 0
    for folder, _, names in os.walk(taiyaku.__path__[0]):
        for name in names:
            if name.endswith(".py"):
                count += 1
                path = os.path.join(folder, name)  # noqa: PTH118 (hundreds of paths)
                newest = max(newest, os.stat(path).st_mtime_ns)  # noqa: PTH116 (as above)
    parser = next(filter(None, (stamp_of(os.path.join(path, "pyromark/__init__.py")) for path in sys.path)), ())  # noqa: PTH118
    return f"{taiyaku.__version__} {count} {newest} {parser}"
