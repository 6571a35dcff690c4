"""Answering all findings that an archive has at once, so that only new ones are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.files import safe_write
from taiyaku.workflow.articles import ignore
from taiyaku.workflow.check import check, prepare
from taiyaku.workflow.check_targets import targets_of

if TYPE_CHECKING:
    from datetime import datetime

    from taiyaku.errors import Problem
    from taiyaku.project.project import Project
    from taiyaku.workflow.articles import OnProgress


class Frozen(NamedTuple):
    """How many findings a baseline holds, how many of them are new in it, and how many of the old ones are gone.

    `problems` kept articles from being checked: what the baseline had of them stays in it.
    """

    path: Path
    total: int
    added: int
    gone: int
    problems: tuple[Problem, ...] = ()


def baseline(project: Project, *, now: datetime, dry_run: bool = False, progress: OnProgress = ignore) -> Frozen:
    """Freeze all findings that the project has. What was put right since the last time leaves the file.

    With an article that cannot be read, nothing leaves it. Waivers stay where they are. With `dry_run` nothing is
    written.
    """
    run = prepare(project)
    targets, faults = targets_of(project, (), (), ("", ""))
    report = check(replace(run, baseline=frozenset(), remembers=False), targets, progress)
    problems = (*faults, *report.problems)
    found = [one for article in report.articles for one in article.findings]
    lines = {one.fingerprint: f"{one.finding.check}  {one.slug}  {one.locales[1]}" for one in found}
    if any(problem.severity == "error" for problem in problems):
        lines = dict.fromkeys(run.baseline, "?") | lines
    path = Path(project.settings.checks.baseline)
    text = f"# Findings that were there on {now:%Y-%m-%d}. `taiyaku baseline` writes this file.\n"
    text += "".join(f"{fingerprint}  {about}\n" for fingerprint, about in sorted(lines.items()))
    if not dry_run and lines.keys() != run.baseline:
        safe_write(project.root / path, text.encode())
    return Frozen(path, len(lines), len(lines.keys() - run.baseline), len(run.baseline - lines.keys()), problems)
