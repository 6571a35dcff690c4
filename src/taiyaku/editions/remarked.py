"""The findings of the checks beside their paragraphs: what the bilingual page shows to the desk, never to readers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taiyaku.checks.remark import SIGNS
from taiyaku.checks.report import RANK
from taiyaku.text.width import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from taiyaku.article.document import Document
    from taiyaku.checks.remark import Remark
    from taiyaku.editions.pairs import PairRow
    from taiyaku.errors import Severity


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in the words of the page."""

    severity: Severity
    sign: str
    check: str
    message: str
    fingerprint: str


@dataclass(slots=True)
class Remarks:
    """The findings of a page: `by_row` by the number of their row, `above` those of the head or of no row.

    `counts` are by severity; `rows` are the numbers of the rows with findings of a severity.
    """

    by_row: dict[int, list[Told]] = field(default_factory=dict)
    above: list[Told] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    rows: dict[str, list[int]] = field(default_factory=dict)


def remarks_on(
    rows: Sequence[PairRow], document: Document, remarks: Iterable[Remark], gettext: Callable[[str], str]
) -> Remarks:
    """Return the findings for the rows of a bilingual page, the worst first at each. `document` is the original."""
    row_of = {index: row.number for row in reversed(rows) for index in row.segments}
    segment_of = {segment.key: index for index, segment in reversed(list(enumerate(document.segments)))}
    found = Remarks()
    for remark in sorted(remarks, key=lambda remark: RANK[remark.severity]):
        message = visible(remark.problem.what.translated(gettext))
        told = Told(remark.severity, SIGNS[remark.severity], remark.check, message, remark.fingerprint)
        row = row_of.get(segment_of.get(remark.key, -1))
        found.counts[remark.severity] += 1
        if row is None:
            found.above.append(told)
            continue
        found.by_row.setdefault(row, []).append(told)
        numbers = found.rows.setdefault(remark.severity, [])
        if row not in numbers:
            numbers.append(row)
    for numbers in found.rows.values():
        numbers.sort()
    return found
