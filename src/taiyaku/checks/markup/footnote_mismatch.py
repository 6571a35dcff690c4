"""Footnote references that were lost."""

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
    """Find references to footnotes that only one side has."""
    for index, pair in translated(bitext):
        if pair.source.markup or pair.target.markup:
            yield from mismatches(CHECK.name, "error", index, pair, ("footnote",))


CHECK = Check(
    name="footnote-mismatch",
    family="markup",
    severity="error",
    summary=Phrase("A reference to a footnote is missing in the translation, or is there only."),
    find=find,
    examples=(
        Bad("The pact is from 1979.[^1]", "協定は1979年に結ばれた。", says="[^1] of the source is missing"),
        Bad("The pact is from 1979.[^1]", "協定は1979年に結ばれた。[^2]", says="[^1] of the source is missing"),
        Bad("協定は1979年に結ばれた。", "The pact is from 1979.[^a]", says="[^a] is in the translation only"),
        Good("The pact is from 1979.[^1]", "協定[^1]は1979年に結ばれた。", why="it may stand elsewhere"),
        Good("One[^1] and two[^2].", "2[^2]と1[^1]", why="the order may change"),
        Good("See `[^1]`.", "`[^1]`を参照。", why="code is no reference"),
        Good("The pact [sic] is old.", "協定は古い。", why="brackets alone are no reference"),
    ),
)
