"""A day of the week that became another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="weekday-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("A day of the week differs."),
    find=find("weekday-mismatch"),
    examples=(
        Bad("They won on Saturday.", "日曜日に勝った。", "“Saturday” became “日曜日”"),
        Bad("It opens on Thursday, Aug. 8.", "8月8日（金）に開業する。", "“Thursday” became “金”"),
        Good("They won on Saturday.", "土曜に勝った。", "the day in its short form"),
        Good("It rained on Saturday and Sunday.", "土・日曜に雨が降った。", "two days told together"),
        Good("He told The Sunday Times.", "サンデー・タイムズ紙に語った。", "the name of a newspaper"),
    ),
)
