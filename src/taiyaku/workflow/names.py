"""The register of names: of articles, of a project, or of any catalog; and the termbase that it fills."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import SettingsError, TaiyakuError, UsageError
from taiyaku.register.article import names_of
from taiyaku.register.collect import Collector
from taiyaku.register.listed import Use
from taiyaku.termbase.termbase import EMPTY
from taiyaku.workflow.articles import ignore
from taiyaku.workflow.check import read_target
from taiyaku.workflow.check_targets import ArticleTarget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taiyaku.checks.bitext import Pair
    from taiyaku.checks.subject import Subject
    from taiyaku.errors import Problem
    from taiyaku.register.listed import Register
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.check import CheckRun
    from taiyaku.workflow.check_targets import Target


class Named(NamedTuple):
    """The register, and what could not be read on the way."""

    register: Register
    problems: tuple[Problem, ...]


def names(run: CheckRun, targets: Sequence[Target], progress: OnProgress = ignore) -> Named:
    """Return the names of the targets. One that cannot be read is a problem, and the others are read."""
    collector = Collector()
    problems: list[Problem] = []
    for number, target in enumerate(targets, 1):
        try:
            subjects = [subject for subject, _ in read_target(run, target)]
        except (SettingsError, UsageError):
            raise
        except TaiyakuError as error:
            problems.append(error.problem)
            subjects = []
        root = root_of(run, target)
        for subject in subjects:
            problems += subject.problems
            found = names_of(subject.pairs, run.house.termbase or EMPTY)
            collector.add(found, places_in(subject, root), subject_languages(subject))
        progress(number, len(targets))
    return Named(collector.register(), tuple(dict.fromkeys(problems)))


def root_of(run: CheckRun, target: Target) -> Path:
    """Return the folder that the paths of a target count from."""
    return run.project.root if run.project is not None and isinstance(target, ArticleTarget) else Path()


def subject_languages(subject: Subject) -> tuple[str, str]:
    """Return the languages of an article and its translation."""
    from taiyaku.locale import language_in

    source, target = subject.locales
    return language_in(source), language_in(target)


def places_in(subject: Subject, root: Path) -> Callable[[int, str], Use]:
    """Return what tells in which line a text of an article, or a message of a catalog, has some words."""
    lines: list[str] = []

    def where(number: int, words: str) -> Use:
        pair = subject.pairs[number]
        if subject.article_path is None:
            position = subject.position(pair.message.key)
            return Use(subject.path, position.line if position else 0)
        position = subject.article_position(pair)
        if position is None:
            return Use(subject.article_path, 0)
        if not lines:
            text = (root / subject.article_path).read_text(encoding="utf-8-sig", errors="replace")
            lines.extend(text.split("\n"))
        return Use(subject.article_path, _line(lines, position.line, pair, words))

    return where


def _line(lines: Sequence[str], first: int, pair: Pair, words: str) -> int:
    """Return the line of a text, which begins at `first`, that has the words; `first` if none of its lines does."""
    left = pair.segment.span.end - pair.segment.span.start if pair.segment else 0
    for number in range(first, len(lines) + 1):
        if words in lines[number - 1]:
            return number
        left -= len(lines[number - 1]) + 1
        if left < 0:
            break
    return first
