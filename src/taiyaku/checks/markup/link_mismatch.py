"""Links and pictures that are missing, or that the source does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.markup.addresses import addresses
from taiyaku.checks.markup.items import of_kinds, only_in, plain
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from taiyaku.checks.bitext import Bitext, Pair


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find pairs with fewer or more links and pictures in the translation."""
    for index, pair in translated(bitext):
        if pair.source.markup or pair.target.markup:
            yield from _of_pair(index, pair, bitext.links)


def _of_pair(index: int, pair: Pair, links: Mapping[str, str]) -> Iterator[Finding]:
    missing, added = addresses(pair, links)
    labels = [of_kinds(side, "reference") for side in (pair.source, pair.target)]
    lost = only_in(labels[0], labels[1], plain) if len(labels[0]) > len(labels[1]) else []
    if len(missing) > len(added) or lost:
        shown = [*missing[len(added) :], *lost]
        message = Phrase("the link to {address} is missing in the translation", address=shown[0].text or "[]")
        marks = tuple(Mark("source", *item.span) for item in shown)
        yield Finding(CHECK.name, "error", message, index, marks, tuple(item.text for item in shown))
    elif len(added) > len(missing):
        shown = added[len(missing) :]
        message = Phrase("the link to {address} is in the translation only", address=shown[0].text)
        marks = tuple(Mark("target", *item.span) for item in shown)
        yield Finding(CHECK.name, "warning", message, index, marks, tuple(item.text for item in shown))


CHECK = Check(
    name="link-mismatch",
    family="markup",
    severity="error",
    summary=Phrase("Links of the source are missing in the translation, or there are more."),
    find=find,
    examples=(
        Bad(
            "See [the pact](https://example.org/a).",
            "協定を参照。",
            says="the link to https://example.org/a is missing",
        ),
        Bad("See [the pact][a] of May.", "5月の協定を参照。", says="the link to a is missing"),
        Bad(
            "See the pact.",
            "[協定](https://example.org/a)を参照。",
            says="the link to https://example.org/a is in the translation only",
        ),
        Good("See [the pact](https://example.org/a).", "[協定](https://example.org/a)を参照。", why="it is there"),
        Good(
            "See <https://example.org/a>.", "https://example.org/a を参照。", why="the same address, written otherwise"
        ),
        Good(
            "[A](https://example.org/a) and [B](https://example.org/b)",
            "[B](https://example.org/b)と[A](https://example.org/a)",
            why="the order may change",
        ),
        Good(
            "See [the pact](https://example.org/en/a).",
            "[協定](https://example.org/ja/a)を参照。",
            why="the same page in the reader's language",
        ),
    ),
)
