"""What a run of checks found, as values: all that a reporter says, and nothing about how."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taiyaku.errors import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from taiyaku.catalog.message import Message
    from taiyaku.checks.bitext import PairState
    from taiyaku.checks.check import Family
    from taiyaku.checks.finding import Finding
    from taiyaku.errors import Problem, Severity
    from taiyaku.span import Position

RANK: dict[Severity, int] = {severity: rank for rank, severity in enumerate(SEVERITIES)}
"""Severities by their place in the order of findings: the worst is 0."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its place. `source` and `target` are the texts that its marks are offsets into.

    `index` counts the texts of its article. `path` and `position` are those of the entry in its catalog, or in the
    file that is to be edited; `article_path` and `article_position` those of the original, where it is at hand. Paths
    are relative to the project's root. `answer` is the note of the desk that answers it, "" for none; `also` are the
    texts that it concerns besides, by their `index`.
    """

    finding: Finding
    family: Family
    fingerprint: str
    slug: str
    locales: tuple[str, str]
    path: Path
    position: Position | None
    message: Message
    source: str
    target: str
    index: int = 0
    article_path: Path | None = None
    article_position: Position | None = None
    answer: str = ""
    also: tuple[int, ...] = ()

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.finding.severity


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article in one target locale, or a catalog. `states` are those of its texts in reading order.

    `worst` says of each text how bad its worst finding is, None for none. `waived` are findings that someone answered.
    """

    slug: str
    title: str
    locales: tuple[str, str]
    path: Path
    states: tuple[PairState, ...] = ()
    worst: tuple[Severity | None, ...] = ()
    findings: tuple[Found, ...] = ()
    waived: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(found.severity for found in self.findings)

    @property
    def done(self) -> int:
        """How many of its texts have an approved translation, or none on purpose."""
        return sum(state not in {"fuzzy", "untranslated"} for state in self.states)

    @property
    def is_ready(self) -> bool:
        """Whether it can be published: all is translated, and nothing is an error."""
        return self.done == len(self.states) and not self.counts["error"]


def worst_of(findings: Iterable[Found], texts: int) -> tuple[Severity | None, ...]:
    """Return of each of an article's texts how bad its worst finding is, None for none."""
    worst: dict[int, Severity] = {}
    for found in findings:
        worst[found.index] = min(found.severity, worst.get(found.index, "note"), key=RANK.__getitem__)
    return tuple(worst.get(index) for index in range(texts))


@dataclass(frozen=True, slots=True)
class Report:
    """The results of a run. `problems` kept something from being read; `elsewhere` are findings of no article."""

    articles: tuple[CheckedArticle, ...]
    problems: tuple[Problem, ...] = ()
    elsewhere: tuple[Found, ...] = ()

    @property
    def findings(self) -> Iterator[Found]:
        """All findings, article by article in the order of their texts."""
        for article in self.articles:
            yield from article.findings
        yield from self.elsewhere

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(found.severity for found in self.findings)

    @property
    def segments(self) -> int:
        """How many texts were looked at."""
        return sum(len(article.states) for article in self.articles)

    @property
    def waived(self) -> int:
        """How many findings someone has answered."""
        return sum(len(article.waived) for article in self.articles)

    def fails(self, fail_on: str) -> bool:
        """Whether anything is as bad as `fail_on` (error, warning, note, never) or worse."""
        return fail_on in RANK and any(RANK[found.severity] <= RANK[fail_on] for found in self.findings)
