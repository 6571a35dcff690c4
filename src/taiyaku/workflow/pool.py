"""The same for many targets: here, one after the other, or in several processes where that pays."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import SettingsError, TaiyakuError, UsageError
from taiyaku.workflow.articles import Outcome, ignore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.report import CheckedArticle
    from taiyaku.errors import Problem
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.check import CheckRun
    from taiyaku.workflow.check_targets import Target

PAYS = 2_000_000
"""Bytes of catalogs from which further processes are worth their start, about two seconds of work."""


class Answer(NamedTuple):
    """What came of a target: an article in its locales, or the problem that kept it from being checked."""

    articles: tuple[CheckedArticle, ...]
    problem: Problem | None = None


def for_each_target(run: CheckRun, targets: Sequence[Target], progress: OnProgress) -> Outcome[CheckedArticle]:
    """Check every target, in their order. Errors of usage and settings concern all of them, and are raised."""
    answers: dict[int, Answer] = {}
    for number, answer in _answers(run, targets, progress):
        answers[number] = answer
        progress(len(answers), len(targets))
    ordered = [answers[number] for number in sorted(answers)]
    return Outcome(
        [article for answer in ordered for article in answer.articles],
        [answer.problem for answer in ordered if answer.problem is not None],
    )


def _answers(run: CheckRun, targets: Sequence[Target], progress: OnProgress) -> Iterator[tuple[int, Answer]]:
    from taiyaku.workflow.check_targets import total_size

    left = dict(enumerate(targets))
    workers = min(os.cpu_count() or 1, len(targets))
    if workers > 1 and total_size(targets) >= PAYS:
        for number, answer in _in_processes(run, left, workers):
            del left[number]
            yield number, answer
    for number, target in left.items():  # all of them, or what a killed process left behind
        yield number, answer_of(run, target, progress if len(targets) == 1 else ignore)


def _in_processes(run: CheckRun, targets: dict[int, Target], workers: int) -> Iterator[tuple[int, Answer]]:
    from concurrent.futures import ProcessPoolExecutor, as_completed  # which one article never needs
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        futures = {pool.submit(answer_of, run, target): number for number, target in targets.items()}
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                return


def answer_of(run: CheckRun, target: Target, progress: OnProgress = ignore) -> Answer:
    """Check one target; where it is the only one, `progress` is told of its texts."""
    from taiyaku.workflow.check import check_target

    try:
        return Answer(check_target(run, target, progress))
    except (SettingsError, UsageError):
        raise
    except TaiyakuError as error:
        return Answer((), error.problem)
