"""The tables of names beside the code, which anybody can read and add to."""

from __future__ import annotations

from pathlib import Path


def lines_of(name: str) -> list[str]:
    """Return the lines of a table in this folder, without empty ones and those that begin with #."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
