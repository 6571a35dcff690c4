"""Addresses that became other addresses."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.markup.addresses import addresses
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find addresses in place of which the translation has another, not only in another language; each change once."""
    told: set[tuple[str, str]] = set()
    for index, pair in translated(bitext):
        if pair.source.markup and pair.target.markup:
            both = zip(*addresses(pair), strict=False)
            changed = [(one, other) for one, other in both if _change(one.text, other.text) not in told]
            told.update(_change(one.text, other.text) for one, other in changed)
            if changed:
                one, other = changed[0]
                message = Phrase("the address {source} became {target}", source=one.text, target=other.text)
                marks = [Mark("source", *item.span) for item, _ in changed] + [
                    Mark("target", *item.span) for _, item in changed
                ]
                evidence = tuple(item.text for items in changed for item in items)
                yield Finding(CHECK.name, "warning", message, index, tuple(marks), evidence)


def _change(one: str, other: str) -> tuple[str, str]:
    """Return what is different between two addresses, without what they begin and end with: a project that moved."""
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    return one[start : len(one) - end], other[start : len(other) - end]


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


CHECK = Check(
    name="url-changed",
    family="markup",
    severity="warning",
    summary=Phrase("An address became another."),
    find=find,
    examples=(
        Bad(
            "See [the pact](https://example.org/pact).",
            "[協定](https://example.org/pcat)を参照。",
            says="the address https://example.org/pact became https://example.org/pcat",
        ),
        Bad(
            "Write to city@example.org.",
            "city@example.comまで。",
            says="the address city@example.org became city@example.com",
        ),
        Good("See https://example.org/a.", "https://example.org/aを参照。", why="unchanged"),
        Good(
            "See [Bizen](https://en.wikipedia.org/wiki/Bizen).",
            "[備前](https://ja.wikipedia.org/wiki/Bizen)を参照。",
            why="the same page in the reader's language",
        ),
        Good("See [below](#pact).", "[下](#協定)を参照。", why="an anchor follows its heading"),
        Good("See [below](/docs/#pact).", "[下](/ja/docs/#協定)を参照。", why="the reader's language, and its heading"),
    ),
)
