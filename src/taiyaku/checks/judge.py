"""Pairs -> a checked article: the checks run part by part, fingerprints given, waivers applied, places looked up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.checks.assemble import bitexts
from taiyaku.checks.desk import answer_to, unused_notes
from taiyaku.checks.fingerprint import fingerprints
from taiyaku.checks.report import CheckedArticle, Found, worst_of
from taiyaku.checks.run import run
from taiyaku.checks.subject import nowhere
from taiyaku.checks.waivers import is_ignored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from taiyaku.checks.assemble import House
    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.check import Check, Family
    from taiyaku.checks.finding import Finding
    from taiyaku.checks.subject import Subject


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
    done = 0
    in_article = replace(subject, position=nowhere) if subject.article_path else subject
    for bitext in bitexts(subject.pairs, subject.locales, house, subject.day, subject.links):
        found = run(bitext, running)
        source_only = [finding for check, finding in found if check.scope == "source"]
        marks = fingerprints(bitext, [finding for _, finding in found], source_only)
        for (check, finding), fingerprint in zip(found, marks, strict=True):
            pair = bitext.pairs[finding.pair]
            if subject.keys is not None and pair.message.key not in subject.keys:
                continue
            place = in_article if check.scope == "source" else subject
            record = _found(place, pair, (check.family, finding), fingerprint, done + finding.pair)
            record = replace(
                record, answer=answer_to(bitext, check, finding), also=tuple(done + one for one in finding.also)
            )
            if record.answer or fingerprint in answered or is_ignored(pair.message, check.name, check.family):
                waived.append(record)
            else:
                findings.append(record)
        findings.extend(_unused(subject, bitext, running, (*findings, *waived), done))
        done += len(bitext.pairs)
        if progress is not None:
            progress(done, len(subject.pairs))
    return CheckedArticle(
        subject.slug,
        subject.title,
        subject.locales,
        subject.path,
        tuple(pair.state for pair in subject.pairs),
        worst_of(findings, done),
        tuple(findings),
        tuple(waived),
        subject.problems,
    )


def _unused(
    subject: Subject, bitext: Bitext, running: Sequence[Check], known: Sequence[Found], done: int
) -> Iterator[Found]:
    """Yield the findings about notes of the desk that answer nothing."""
    found = list(unused_notes(bitext, running, {one.answer for one in known}))
    for finding, fingerprint in zip(found, fingerprints(bitext, found), strict=True):
        pair = bitext.pairs[finding.pair]
        if subject.keys is None or pair.message.key in subject.keys:
            place = replace(subject, position=nowhere)
            yield _found(place, pair, ("process", finding), fingerprint, done + finding.pair)


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
