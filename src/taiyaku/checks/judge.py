"""Pairs -> a checked article: the checks run part by part, fingerprints given, waivers applied, places looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taiyaku.checks.assemble import House, bitexts
from taiyaku.checks.fingerprint import fingerprints
from taiyaku.checks.report import RANK, CheckedArticle, Found
from taiyaku.checks.run import run
from taiyaku.checks.waivers import comment_waivers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from taiyaku.catalog.message import Key
    from taiyaku.checks.bitext import Pair
    from taiyaku.checks.check import Check, Family
    from taiyaku.checks.finding import Finding
    from taiyaku.errors import Problem, Severity
    from taiyaku.span import Position


@dataclass(frozen=True, slots=True)
class Subject:
    """What is judged: an article in one target locale, or a catalog. Paths are relative to the project's root.

    `position` tells where a message stands in the file at `path`, `article_position` where a pair is in the original.
    With `keys`, only those messages are spoken of; all are read.
    """

    slug: str
    title: str
    locales: tuple[str, str]
    path: Path
    pairs: tuple[Pair, ...]
    position: Callable[[Key], Position | None]
    article_path: Path | None = None
    article_position: Callable[[Pair], Position | None] = lambda _: None
    day: date | None = None
    keys: frozenset[Key] | None = None
    problems: tuple[Problem, ...] = ()


def judge(
    subject: Subject,
    house: House,
    answered: frozenset[str],
    running: Sequence[Check],
    progress: Callable[[int, int], None] | None = None,
) -> CheckedArticle:
    """Check an article. `answered` are the fingerprints of waivers and of the baseline.

    `progress` is told how many texts of how many have been looked at.
    """
    findings: list[Found] = []
    waived: list[Found] = []
    worst: list[Severity | None] = []
    for bitext in bitexts(subject.pairs, subject.locales, house, subject.day):
        found = run(bitext, running)
        marks = fingerprints(bitext, [finding for _, finding in found])
        levels: dict[int, Severity] = {}
        for (check, finding), fingerprint in zip(found, marks, strict=True):
            pair = bitext.pairs[finding.pair]
            if subject.keys is not None and pair.message.key not in subject.keys:
                continue
            record = _found(subject, pair, (check.family, finding), fingerprint, len(worst) + finding.pair)
            if fingerprint in answered or _is_ignored(pair, check):
                waived.append(record)
                continue
            findings.append(record)
            levels[finding.pair] = min(finding.severity, levels.get(finding.pair, "note"), key=RANK.__getitem__)
        worst.extend(levels.get(number) for number in range(len(bitext.pairs)))
        if progress is not None:
            progress(len(worst), len(subject.pairs))
    return CheckedArticle(
        subject.slug,
        subject.title,
        subject.locales,
        subject.path,
        tuple(pair.state for pair in subject.pairs),
        tuple(worst),
        tuple(findings),
        tuple(waived),
        subject.problems,
    )


def _is_ignored(pair: Pair, check: Check) -> bool:
    """Whether a comment of the entry answers the check: it does with a reason, and not while the entry is fuzzy."""
    if not pair.message.translator_comments or pair.state == "fuzzy":
        return False
    return any(waiver.reason and waiver.name in {check.name, check.family} for waiver in comment_waivers(pair.message))


def _found(subject: Subject, pair: Pair, said: tuple[Family, Finding], fingerprint: str, index: int) -> Found:
    family, finding = said
    position = subject.position(pair.message.key)
    article_position = subject.article_position(pair)
    return Found(
        finding,
        family,
        fingerprint,
        subject.slug,
        subject.locales,
        subject.path if position is not None or subject.article_path is None else subject.article_path,
        position if position is not None else article_position,
        pair.message,
        pair.source.text,
        pair.target.text,
        index,
        subject.article_path,
        article_position,
    )


def replacements(article: CheckedArticle) -> Iterator[Found]:
    """Yield one finding with a replacement for each entry that has any: the first, since it may settle the others."""
    seen = set()
    for found in article.findings:
        if found.finding.replacement is not None and found.message.key not in seen:
            seen.add(found.message.key)
            yield found
