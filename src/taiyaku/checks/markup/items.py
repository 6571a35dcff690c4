"""How the checks of mark-up compare what two texts have of a kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage
    from taiyaku.errors import Severity
    from taiyaku.text.inline_markup import Item, Kind


def of_kinds(passage: Passage, *kinds: Kind) -> list[Item]:
    """Return the mark-up of some kinds in the order of the text."""
    return [item for item in passage.markup if item.kind in kinds]


def only_in(one: list[Item], other: list[Item], key: Callable[[Item], str]) -> list[Item]:
    """Return the items of `one` that `other` has not, or not as often."""
    if list(map(key, one)) == list(map(key, other)):  # as most do
        return []
    left = Counter(map(key, other))
    found = []
    for item in one:
        if left[key(item)]:
            left[key(item)] -= 1
        else:
            found.append(item)
    return found


def plain(item: Item) -> str:
    """The text by which items are compared, unless a check knows better."""
    return item.text


class Mismatch(NamedTuple):
    """The items of either side without a counterpart."""

    missing: list[Item]
    added: list[Item]


def mismatch(pair: Pair, kinds: tuple[Kind, ...], key: Callable[[Item], str] = plain) -> Mismatch:
    """Return what of these kinds only one side has."""
    source, target = of_kinds(pair.source, *kinds), of_kinds(pair.target, *kinds)
    if not source and not target:
        return Mismatch([], [])
    return Mismatch(only_in(source, target, key), only_in(target, source, key))


def reported(check: str, severity: Severity, where: tuple[int, Pair], found: Mismatch) -> Iterator[Finding]:
    """Yield one finding for what is missing in the translation, else one for what is there only."""
    index, pair = where
    missing, added = found
    if missing:
        shown = [item.span.of(pair.source.text) for item in missing]
        message = Phrase("{items} of the source is missing in the translation", items=", ".join(shown))
        marks = tuple(Mark("source", *item.span) for item in missing) + tuple(
            Mark("target", *item.span) for item in added
        )
        yield Finding(check, severity, message, index, marks, tuple(shown))
    elif added:
        shown = [item.span.of(pair.target.text) for item in added]
        message = Phrase("{items} is in the translation only", items=", ".join(shown))
        yield Finding(
            check, severity, message, index, tuple(Mark("target", *item.span) for item in added), tuple(shown)
        )


def find(check: str, kind: Kind) -> Callable[[Bitext], Iterator[Finding]]:
    """Return what finds the pairs of which only one side has some mark-up of a kind. Each is an error."""

    def findings(bitext: Bitext) -> Iterator[Finding]:
        for index, pair in translated(bitext):
            if pair.source.markup or pair.target.markup:
                yield from reported(check, "error", (index, pair), mismatch(pair, (kind,)))

    return findings
