"""The program as a module of Python."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from taiyaku import __version__

if TYPE_CHECKING:
    from pathlib import Path


def test_python_runs_it_as_a_module(tmp_path: Path) -> None:
    """With the same exit codes."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "taiyaku", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    shown = run("--version")
    assert (shown.returncode, shown.stdout) == (0, f"taiyaku {__version__}\n")
    assert run("check").returncode == 2
