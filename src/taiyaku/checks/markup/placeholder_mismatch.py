"""Placeholders for what a program puts in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.markup.items import mismatches
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find placeholders that only one side has."""
    for index, pair in translated(bitext):
        if pair.source.markup or pair.target.markup:
            yield from mismatches(CHECK.name, "error", index, pair, ("placeholder",))


CHECK = Check(
    name="placeholder-mismatch",
    family="markup",
    severity="error",
    summary=Phrase("A placeholder is missing in the translation, or is there only."),
    find=find,
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
