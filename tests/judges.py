"""Outside judges: programs that are not ours and may not be there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def judge(name: str) -> str:
    """Return the path of the program `name`, or skip the test; with TAIYAKU_REQUIRE_JUDGES set, fail it instead."""
    found = shutil.which(name)
    if found is None:
        _missing(f"{name} is not installed")
    return found


def shared_data(relative: str) -> Path:
    """Return a file of the data beside the repository, or skip (or fail) as `judge` does."""
    path = _SHARED / "data" / relative
    if not path.exists():
        _missing(f"{path} is not here")
    return path


def _missing(reason: str) -> NoReturn:
    if os.environ.get("TAIYAKU_REQUIRE_JUDGES"):
        pytest.fail(reason)
    pytest.skip(reason)
