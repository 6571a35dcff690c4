"""Which families are right for which fault, read from `faults.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

_TABLE = tomllib.loads((Path(__file__).parent / "faults.toml").read_text(encoding="utf-8"))
BEYOND = "beyond"


class DemetrKind(NamedTuple):
    """A kind of fault of DEMETR; `swapped` where it is one in the other direction, too."""

    name: str
    families: frozenset[str]
    swapped: bool


DEMETR = {
    category: DemetrKind(row["name"], frozenset(row["families"]), row.get("swapped", False))
    for category, row in _TABLE["demetr"].items()
}


def right_families(fault: str) -> frozenset[str]:
    """Return the families that are right for a labelled fault. Raises KeyError for one that nobody has judged."""
    families: dict[str, list[str]] = _TABLE["families"]
    return frozenset(families[fault.partition(".")[0]])
