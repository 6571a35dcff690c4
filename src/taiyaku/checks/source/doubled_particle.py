"""The particle を twice for one verb in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.style_ja.doubled_particle import repeated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find を twice with nothing between that may govern the first."""
    for index, pair in enumerate(bitext.pairs):
        for one, other in repeated(pair.source):
            message = Phrase("in the source, “{particle}” stands twice in one clause", particle=one.surface)
            evidence = (pair.source.text[one.span.start : other.span.end],)
            marks = (Mark("source", *one.span), Mark("source", *other.span))
            yield Finding(CHECK.name, "warning", message, index, marks, evidence)


CHECK = Check(
    name="doubled-particle",
    family="source",
    severity="warning",
    summary=Phrase("In the source, the particle を stands twice for one verb."),
    find=find,
    scope="source",
    slip=True,
    languages=("ja",),
    examples=(
        Bad("生徒は歌を平和を歌った。", "", says="“を” stands twice"),
        Good("本を読み、詩を書いた。", "", why="two verbs"),
        Good("交流を目的に式典を開いた。", "", why="a noun that stands for its verb"),
    ),
)
