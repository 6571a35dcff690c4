"""Outside judges: programs that are not ours and may not be there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def judge(name: str) -> str:
    """Return the path of the program `name`, or skip the test; with TAIYAKU_REQUIRE_JUDGES set, fail it instead."""
    found = shutil.which(name)
    if found is None:
        if os.environ.get("TAIYAKU_REQUIRE_JUDGES"):
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")
    return found


def node_file(relative: str) -> Path:
    """Return a file of an npm package, or skip or fail as `judge` does.

    Packages are looked for in the folder that TAIYAKU_NODE_MODULES names, then in `node_modules` here and above.
    """
    named = os.environ.get("TAIYAKU_NODE_MODULES")
    folders = [Path(named)] if named else [folder / "node_modules" for folder in Path(__file__).resolve().parents[1:]]
    found = next((folder / relative for folder in folders if (folder / relative).is_file()), None)
    if found is None:
        package = relative.partition("/")[0]
        if os.environ.get("TAIYAKU_REQUIRE_JUDGES"):
            pytest.fail(f"the npm package {package} is not installed")
        pytest.skip(f"the npm package {package} is not installed")
    return found


def shared_data(relative: str) -> Path:
    """Return a file of the data beside the repository, or skip the test: a user's clone has none of it."""
    path = _SHARED / "data" / relative
    if not path.exists():
        pytest.skip(f"{relative} is not here")
    return path
