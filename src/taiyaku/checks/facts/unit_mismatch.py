"""A measure whose unit became another, and was not converted."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="unit-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("A unit differs."),
    find=find("unit-mismatch"),
    examples=(
        Bad("The tower is 20 miles away.", "塔は20キロ離れている。", "“20 miles” became “20キロ”"),
        Bad("They stayed for three days.", "3週間滞在した。", "“three days” became “3週間”"),
        Good("The tower is 20 miles away.", "塔は32キロ離れている。", "converted, and rounded as the source is"),
        Good("It was 86 degrees Fahrenheit.", "気温は30度だった。", "converted"),
        Good("Winds reached 85 miles per hour.", "最大風速は85マイルだった。", "the hour is understood"),
    ),
)
