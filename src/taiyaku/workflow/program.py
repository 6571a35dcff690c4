"""What tells this program from any other, for what is remembered of its work."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import taiyaku
from taiyaku.cache import stamp_of

if TYPE_CHECKING:
    from taiyaku.cache import Stamp

_LIBRARIES = ("pyromark", "yaml", "jinja2", "markupsafe", "nh3", "babel", "budoux", "fugashi", "unidic_lite")


def program_stamp() -> str:
    """Return what tells this program with all its files, and the libraries that make its pages, from any other."""
    count = newest = 0
    for folder, _, names in os.walk(taiyaku.__path__[0]):
        for name in names:
            if not name.endswith(".pyc"):
                count += 1
                path = os.path.join(folder, name)  # noqa: PTH118 (hundreds of paths)
                newest = max(newest, os.stat(path).st_mtime_ns)  # noqa: PTH116 (as above)
    libraries = [_library_stamp(name) for name in _LIBRARIES]
    return f"{taiyaku.__version__} {count} {newest} {libraries}"


def _library_stamp(name: str) -> Stamp:
    """Return the stamp of a library where it is imported from."""
    return next(filter(None, (stamp_of(os.path.join(path, name, "__init__.py")) for path in sys.path)), ())  # noqa: PTH118
