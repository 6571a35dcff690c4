"""How many times as much (倍), become another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="multiple-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("A multiple differs."),
    find=find("multiple-mismatch"),
    examples=(
        Good("Demand rose by half.", "需要は1.5倍になった。", "half as much again"),
        Bad("Sales rose fourfold.", "売上高は3倍になった。", "“fourfold” became “3倍”"),
        Bad("It is 1.5 times as large.", "2.5倍の大きさだ。", "“1.5 times as” became “2.5倍”"),
        Good("Sales doubled.", "売上高は倍増した。", "twice as much in one word"),
        Good("It is three times as large.", "三倍の大きさだ。", "a numeral in kanji"),
    ),
)
