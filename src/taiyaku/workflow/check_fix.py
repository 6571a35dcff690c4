"""Putting right what is certain: replacements that checks give, into the catalogs, until there are none left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from taiyaku.catalog import po
from taiyaku.checks.assemble import reworded, translated_anew
from taiyaku.checks.judge import replacements
from taiyaku.checks.report import CheckedArticle, Report
from taiyaku.errors import SettingsError, TaiyakuError, UsageError
from taiyaku.text.inline_markup import inline_markup
from taiyaku.workflow.articles import ignore
from taiyaku.workflow.check import begun, check_subject, check_target, read_target

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from taiyaku.catalog.message import Key
    from taiyaku.catalog.po_file import PoFile
    from taiyaku.checks.subject import Subject
    from taiyaku.errors import Problem
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.check import CheckRun
    from taiyaku.workflow.check_targets import Target

_ROUNDS = 20
"""One replacement an entry and round; what still finds something after so many would find it for ever."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was put right in a catalog: how many replacements, its text before and after, and what is left."""

    path: Path
    count: int
    old: str
    new: str


def fix(
    run: CheckRun, targets: Sequence[Target], *, dry_run: bool = False, progress: OnProgress = ignore
) -> tuple[list[Fixed], Report]:
    """Fix the targets' catalogs; return what was done, and what is left. With `dry_run` nothing is written.

    A catalog that cannot be read or written is a problem, and the others are done.
    """
    fixed: list[Fixed] = []
    articles: list[CheckedArticle] = []
    problems: list[Problem] = []
    memory = None if dry_run else begun(run, targets)
    for number, target in enumerate(targets, 1):
        try:
            checked, done = _fix_target(run, target, dry_run=dry_run)
            if done and not dry_run:  # lines have moved, and what is left is to be remembered
                begun(run, [target], memory)
                checked = check_target(run, target)
            articles.extend(checked)
            problems.extend(problem for article in checked for problem in article.problems)
            fixed.extend(done)
        except (SettingsError, UsageError):
            raise
        except TaiyakuError as error:
            problems.append(error.problem)
        progress(number, len(targets))
    if memory is not None:
        memory.keep(articles, run.answered)
    return fixed, Report(tuple(articles), tuple(dict.fromkeys(problems)))


def _fix_target(run: CheckRun, target: Target, *, dry_run: bool) -> tuple[tuple[CheckedArticle, ...], list[Fixed]]:
    done = [_fix(run, subject, file, dry_run=dry_run) for subject, file in read_target(run, target)]
    return tuple(article for article, _ in done), [each for _, fixed in done for each in fixed]


def _fix(run: CheckRun, subject: Subject, file: PoFile | None, *, dry_run: bool) -> tuple[CheckedArticle, list[Fixed]]:
    article = check_subject(run, subject)
    words: dict[Key, str] = {}
    count = 0
    seen: set[tuple[Key, str]] = set()
    for _ in range(_ROUNDS):
        new = {
            found.message.key: found.finding.replacement
            for found in replacements(article)
            if found.finding.replacement
            and (found.message.key, found.finding.replacement) not in seen
            and _keeps_markup(found.target, found.finding.replacement)
        }
        if file is None or not new:
            break
        seen.update(new.items())
        words |= new
        count += len(new)
        pairs = tuple(
            translated_anew(pair, new[pair.message.key], run.house) if pair.message.key in new else pair
            for pair in subject.pairs
        )
        subject = replace(subject, pairs=pairs)
        article = check_subject(run, subject)
    if file is None or not words:
        return article, []
    return article, [_write(subject.path, file, words, count, dry_run=dry_run)]


def _keeps_markup(old: str, new: str) -> bool:
    """Whether a replacement leaves addresses, code, tags and placeholders alone: else it is not certain."""
    before, after = ([(item.kind, item.text) for item in inline_markup(text)] for text in (old, new))
    return before == after


def _write(path: Path, file: PoFile, words: dict[Key, str], count: int, *, dry_run: bool) -> Fixed:
    messages = tuple(
        reworded(message, words[message.key]) if not message.obsolete and message.key in words else message
        for message in file.catalog.messages
    )
    catalog = replace(file.catalog, messages=messages)
    new = po.updated_text(file, catalog) if dry_run else ""
    if not dry_run:
        po.save(file.path, catalog, file, prune=True)  # the old wording goes: that is what was asked for
    return Fixed(path, count, file.text if dry_run else "", new)
