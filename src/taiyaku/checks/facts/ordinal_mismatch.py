"""A rank or an ordinal that became another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="ordinal-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("An ordinal differs."),
    find=find("ordinal-mismatch"),
    examples=(
        Bad("She came 15th.", "彼女は16位だった。", "“15th” became “16位”"),
        Bad("It is their fourth pact.", "5番目の協定だ。", "“fourth” became “5番目”"),
        Good("It is their fourth pact.", "4つ目の協定だ。", "a counter makes an ordinal"),
        Good("First of all, thank you.", "まず、ありがとう。", "an idiom"),
        Good("World War II ended in 1945.", "第二次世界大戦は1945年に終わった。", "a Roman numeral"),
    ),
)
