"""Cases in text files that a translator can read.

A line `%%% name` begins a case; what follows is its first text. A line `%%>` begins each further text of it. What
stands before the first case explains the file. Texts end without their last line end.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"
_NAME = re.compile(r"^%%% (.*)\n", re.MULTILINE)


class Case(NamedTuple):
    """A named case and its texts."""

    name: str
    texts: tuple[str, ...]


def cases(file: str) -> list[Case]:
    """Return the cases of a file in the folder `cases`."""
    _, *found = _NAME.split((FOLDER / file).read_bytes().decode())
    return [Case(name, _texts(text)) for name, text in zip(found[::2], found[1::2], strict=True)]


def _texts(text: str) -> tuple[str, ...]:
    return tuple(each.removesuffix("\n") for each in re.split(r"^%%>\n", text, flags=re.MULTILINE))
