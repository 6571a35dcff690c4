"""A time of day that became another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="time-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("A time of day differs."),
    find=find("time-mismatch"),
    examples=(
        Bad("It starts at 5:30 p.m.", "午後5時に始まる。", "“5:30 p.m.” became “午後5時”"),
        Bad("It starts at 5 p.m.", "午前5時に始まる。", "“5 p.m.” became “午前5時”"),
        Good("It starts at 5:30 p.m.", "17時半に始まる。", "a clock of 24 hours"),
        Good("It starts at noon.", "正午に始まる。", "noon"),
        Good("It took half an hour.", "30分かかった。", "a length of time"),
    ),
)
