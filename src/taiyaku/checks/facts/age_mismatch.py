"""An age that became another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="age-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("An age differs."),
    find=find("age-mismatch"),
    examples=(
        Bad("A 21-year-old student won.", "22歳の学生が優勝した。", "“21-year-old” became “22歳”"),
        Bad("She died at the age of 93.", "39歳で亡くなった。", "“93” became “39歳”"),
        Good("A 21-year-old student won.", "二十一歳の学生が優勝した。", "a numeral in kanji"),
        Good("Teenagers came.", "10代の若者が来た。", "an age in tens"),
    ),
)
