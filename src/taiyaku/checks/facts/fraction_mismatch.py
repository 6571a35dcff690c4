"""A fraction that became another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="fraction-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("A fraction differs."),
    find=find("fraction-mismatch"),
    examples=(
        Good("Waste was cut by two-thirds.", "ごみは3分の1に減った。", "what was cut, and what is left"),
        Good("Add 1/2 cup of butter.", "バター115グラムを加える。", "measured otherwise in the kitchen"),
        Good("The castle is modelled on a scale of 1:50.", "城は50分の1の模型だ。", "a scale"),
        Good("The new lamp is 5 times smaller.", "新しいランプの大きさは5分の1だ。", "so many times smaller"),
        Bad("Two-thirds of the seats were filled.", "席の3分の1が埋まった。", "“Two-thirds” became “3分の1”"),
        Good(
            "Two-thirds of the seats were filled.", "席の3分の2が埋まった。", "the denominator comes first in Japanese"
        ),
        Good("Three quarters of the seats were filled.", "席の75％が埋まった。", "a fraction as a percentage"),
        Good("Half of the seats were empty.", "席の半分は空いていた。", "half"),
    ),
)
