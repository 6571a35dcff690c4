"""No translation at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_WORD = lazy_pattern(r"\w")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find texts with words whose translation is empty, or has no letter and no digit."""
    for index, pair in enumerate(bitext.pairs):
        if pair.state in {"omitted", "joined"}:
            continue
        text = pair.target.text
        if _WORD.search(text) is None and _WORD.search(pair.source.masked) is not None:
            message = Phrase("only “{text}” is there for a translation", text=text.strip())
            if not text.strip():
                message = Phrase("there is no translation")
            yield Finding(CHECK.name, "warning", message, index, (Mark("source", 0, len(pair.source.text)),))


CHECK = Check(
    name="untranslated",
    family="completeness",
    severity="warning",
    summary=Phrase("A text has no translation."),
    find=find,
    examples=(
        Bad("The delegation left on Sunday.", "", says="there is no translation"),
        Bad("一行は日曜日に帰国した。", ".", says="only “.” is there"),
        Good("* * *", "", why="there is nothing to translate"),
        Good("![](map.png)", "", why="a picture without words needs none"),
        Good(
            "Sign up for our newsletter.",
            "<!-- taiyaku: omit: the Japanese edition has none -->",
            why="left out on purpose",
        ),
        Good("See also the map.", "<!-- taiyaku: joined -->", why="its content stands in the message before"),
    ),
)
