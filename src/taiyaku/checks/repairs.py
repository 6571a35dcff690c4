"""Checks by pattern whose faults have one certain repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.finding import Finding, Mark

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from taiyaku.checks.passage import Passage
    from taiyaku.errors import Phrase, Severity


class Repair(NamedTuple):
    """A range of a text (code points) and what should stand there."""

    start: int
    end: int
    right: str


def repairs(passage: Passage, pattern: re.Pattern[str], right: Callable[[re.Match[str]], str]) -> Iterator[Repair]:
    """Yield a repair for each match outside of mark-up, but where what is `right` stands there already."""
    for match in pattern.finditer(passage.masked):
        if (new := right(match)) != match[0]:
            yield Repair(*match.span(), new)


def repaired(text: str, found: Iterable[Repair]) -> str:
    """Return the text with everything put right. Repairs do not overlap."""
    parts, position = [], 0
    for start, end, right in sorted(found):
        parts += [text[position:start], right]
        position = end
    return "".join((*parts, text[position:]))


def finding(
    check: str, severity: Severity, message: Phrase, where: tuple[int, Passage], found: list[Repair]
) -> Finding:
    """Return one finding for all the repairs of a text, with the text put right."""
    index, passage = where
    marks = tuple(Mark("target", start, end) for start, end, _ in found)
    evidence = tuple(passage.text[start:end] for start, end, _ in found)
    return Finding(check, severity, message, index, marks, evidence, repaired(passage.text, found))
