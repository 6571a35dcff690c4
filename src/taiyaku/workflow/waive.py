"""Answering findings one by one, each with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.waivers import Waiver, written_waivers
from taiyaku.errors import Phrase, UsageError
from taiyaku.files import present_bytes, safe_write
from taiyaku.workflow.articles import ignore
from taiyaku.workflow.check import check, prepare
from taiyaku.workflow.check_targets import targets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from taiyaku.checks.report import Found, Report
    from taiyaku.project.project import Project
    from taiyaku.workflow.articles import OnProgress

SHORTEST = 6
"""So many digits of a fingerprint are enough, if no other finding begins with them."""

_ABOUT = 60
"""So many characters of the translation tell people what a waiver is about."""


class Waived(NamedTuple):
    """What was answered, the file it was written into (from the project's root), and that file before and after."""

    findings: tuple[Found, ...]
    path: Path
    old: str
    new: str


def waive(
    project: Project,
    given: Sequence[str],
    reason: str,
    *,
    articles: Iterable[str] = (),
    dry_run: bool = False,
    progress: OnProgress = ignore,
) -> Waived:
    """Write waivers for the findings with these fingerprints, or beginnings of them.

    Raises UsageError for one that no finding has, or several have, and for a reason without words.
    """
    if not reason.strip():
        raise UsageError(Phrase("a waiver needs a reason"), hint=Phrase("write why the finding is no fault"))
    report = report_of(project, articles, progress)
    found = tuple(dict.fromkeys(finding_with(report, fingerprint) for fingerprint in given))
    path = Path(project.settings.checks.waivers)
    old = (present_bytes(project.root / path) or b"").decode("utf-8")
    waivers = [Waiver(one.fingerprint, one.finding.check, one.slug, one.locales[1], reason.strip()) for one in found]
    new = written_waivers(old, waivers, [(one.target or one.source)[:_ABOUT] for one in found])
    if not dry_run:
        safe_write(project.root / path, new.encode())
    return Waived(found, path, old, new)


def report_of(project: Project, articles: Iterable[str], progress: OnProgress = ignore) -> Report:
    """Return what the checks find in a project, or in some of its articles."""
    targets, _ = targets_of(project, articles, (), ("", ""))
    return check(prepare(project), targets, progress)


def _answered(report: Report) -> Iterator[str]:
    return (one.fingerprint for article in report.articles for one in article.waived)


def finding_with(report: Report, given: str) -> Found:
    """Return the finding with a fingerprint, or the beginning of one. Raises UsageError for none, and for several."""
    beginning = given.strip().lower()
    found = {one.fingerprint: one for one in report.findings if one.fingerprint.startswith(beginning)}
    if len(beginning) >= SHORTEST and not found and any(one.startswith(beginning) for one in _answered(report)):
        raise UsageError(
            Phrase("the finding “{fingerprint}” is answered already", fingerprint=given),
            hint=Phrase("by a waiver, by a comment of its entry, by the baseline, or by a note of the desk"),
        )
    if len(beginning) < SHORTEST or not found:
        raise UsageError(
            Phrase("no finding has the fingerprint “{fingerprint}”", fingerprint=given),
            hint=Phrase("`taiyaku check` shows it behind each finding; {count} digits are enough", count=SHORTEST),
        )
    if len(found) > 1:
        raise UsageError(
            Phrase("several findings begin with “{fingerprint}”: {all}", fingerprint=given, all=", ".join(found)),
            hint=Phrase("give more digits"),
        )
    return next(iter(found.values()))
