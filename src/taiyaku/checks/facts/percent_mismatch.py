"""A percentage that became another, or tenths (割) taken for hundredths."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="percent-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("A percentage differs."),
    find=find("percent-mismatch"),
    examples=(
        Bad("Approval rose 4 percentage points.", "支持率は4％上がった。", "“4 percentage points” became “4％”"),
        Good("Approval rose 4 percentage points.", "支持率は4ポイント上がった。", "points are points"),
        Good("She hit .305.", "打率は3割5厘だった。", "a batting average"),
        Bad("約８割が賛成した。", "About 8 percent were in favor.", "“８割” became “8 percent”"),
        Bad(
            "Support fell 5 percentage points.",
            "支持率は8ポイント下がった。",
            "“5 percentage points” became “8ポイント”",
        ),
        Good("Eighty-five percent agreed.", "8割5分が賛成した。", "tenths and hundredths"),
        Good("It is about a third lighter.", "約3割軽い。", "rounded"),
        Good("It is 80 percent off.", "定価の2割だ。", "what is left"),
        Good("Half of them left.", "50％が去った。", "half in other words"),
        Good("He is 100 percent certain.", "彼は絶対にそうだと言う。", "an idiom"),
    ),
)
