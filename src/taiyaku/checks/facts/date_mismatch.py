"""A year, month or day that became another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="date-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("A date differs."),
    find=find("date-mismatch"),
    examples=(
        Good(
            "In 1604, four years after the battle, he left.",
            "1600年の戦いの4年後に去った。",
            "one follows from the other",
        ),
        Bad(
            "In 1605, four years after the battle, he left.", "1600年の戦いの4年後に去った。", "“1605” became “1600年”"
        ),
        Bad("He introduced the motion in June.", "彼は1月に動議を提出した。", "“June” became “1月”"),
        Bad("It opened on August 8.", "8月9日に開業した。", "“8” became “9日”"),
        Bad("It opened in 2019.", "令和2年に開業した。", "“2019” became “令和2年”"),
        Bad("It was built in the 1980s.", "1990年代に建てられた。", "“1980s” became “1990年代”"),
        Bad("The offer ends 5/31/2027.", "受け付けは2027年5月30日まで。", "“31” became “30日”"),
        Good("The offer ends 5/31/2027.", "受け付けは2027年5月31日まで。", "numbers for the month and the day"),
        Good("The offer ends 31/5/2027.", "受け付けは2027年5月31日まで。", "the day first"),
        Good("It was cast in 1772.", "安永元年（1772年）に鋳造された。", "an era before the modern ones"),
        Good("It is thought to be of the late 1600s.", "17世紀末のものとみられる。", "the years of a century"),
        Good("It opened in 2019.", "令和元年に開業した。", "the first year of an era"),
        Good("It ran from 1900 to 1985.", "1900〜85年に走った。", "the century is told once"),
        Good("It opened on Friday.", "9日に開業した。", "the Friday before the day of publication", date="2024-08-10"),
        Good("It opened last year.", "2023年に開業した。", "the year before that of publication", date="2024-08-10"),
        Good("The law passed a decade ago.", "法律は10年前に成立した。", "a decade is ten years"),
    ),
)
