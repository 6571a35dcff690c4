"""The rows of `cases/sentences.*.txt`: texts with a mark where each further sentence begins."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

MARK = "⏎"
_CASES = Path(__file__).parent / "cases"


class Row(NamedTuple):
    """A text and the offsets (code points) at which its sentences begin, the first left out."""

    text: str
    starts: tuple[int, ...]


def rows(name: str) -> list[Row]:
    r"""Return the rows of one file of cases; lines that begin with `# ` are comments, `\n` is a line end."""
    lines = (_CASES / f"sentences.{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_row(line) for line in lines if line and not line.startswith("# ")]


def _row(line: str) -> Row:
    parts = line.replace(r"\n", "\n").replace(r"\\", "\\").split(MARK)
    starts: list[int] = []
    for part in parts[:-1]:
        starts.append(len(part) + (starts[-1] if starts else 0))
    return Row("".join(parts), tuple(starts))
