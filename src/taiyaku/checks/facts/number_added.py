"""A number, date or amount that only the translation tells.

It is a warning where something of the source may have become that number, and else a note.
"""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="number-added",
    family="facts",
    severity="warning",
    summary=Phrase("A number, date or amount is in the translation only."),
    find=find("number-added"),
    examples=(
        Bad("The students came by bus.", "生徒たちは3台のバスで来た。", "“3” is in the translation only"),
        Bad("The vote takes place soon.", "投票は11月に行われる。", "“11月” is in the translation only"),
        Bad("They met again a week later.", "9週間後に再会した。", "“9週間” is in the translation only"),
        Good("The runner-up was Mori.", "2位は森だった。", "the place of a runner-up"),
        Good("The students came by bus.", "生徒たちはバスで来た。", "nothing was added"),
        Good("The ticket costs $100.", "券は100ドル（約1万5000円）。", "a sum converted for the reader"),
        Good(
            "The tower is 20 miles away.", "塔は20マイル（約32キロ）離れている。", "a length converted for the reader"
        ),
        Good("It opened in Showa 38.", "昭和38年に開業した。", "an era on both sides"),
        Good("It opened last year.", "昨年開業した。", "a word for a date on both sides"),
    ),
)
