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
        Good("The last train leaves at 12:15 a.m.", "終電は24時15分に出る。", "the night counts on after midnight"),
        Bad("The last train leaves at 12:15 a.m.", "終電は25時15分に出る。", "“12:15 a.m.” became “25時15分”"),
        Good("It lifted off at 9:40 p.m. EST.", "日本時間の午前11時40分に打ち上げられた。", "another time zone"),
        Good("It took half an hour.", "30分かかった。", "a length of time"),
    ),
)
