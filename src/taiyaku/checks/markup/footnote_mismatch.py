"""Footnote references that were lost."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.markup.items import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="footnote-mismatch",
    family="markup",
    severity="error",
    summary=Phrase("A reference to a footnote is missing in the translation, or is there only."),
    find=find("footnote-mismatch", "footnote"),
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
