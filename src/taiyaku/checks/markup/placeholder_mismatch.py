"""Placeholders for what a program puts in."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.markup.items import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="placeholder-mismatch",
    family="markup",
    severity="error",
    summary=Phrase("A placeholder is missing in the translation, or is there only."),
    find=find("placeholder-mismatch", "placeholder"),
    examples=(
        Bad("{count} students came.", "{数}人の生徒が来た。", says="{count} of the source is missing"),
        Bad("%(name)s left.", "%(nama)sが帰った。", says="%(name)s of the source is missing"),
        Bad("%d頁", "%s pages", says="%d of the source is missing"),
        Good("{count} students came.", "{count}人の生徒が来た。", why="it is there"),
        Good("{a} met {b}.", "{b}に{a}が会った。", why="the order may change"),
        Good("The price fell 50% during May.", "5月に価格は50%下がった。", why="a percentage is no placeholder"),
        Good("The mist in the valley.", "谷の{朝霧|あさぎり}。", why="a reading is no placeholder"),
    ),
)
