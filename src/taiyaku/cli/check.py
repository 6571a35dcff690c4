"""taiyaku check."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from taiyaku.cli import options
from taiyaku.cli.output import (
    EXIT_FINDINGS,
    _,
    coloured,
    exit_code,
    progress_bar,
    show_diff,
    show_problems,
    shown_path,
)
from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.checks.report import Report
    from taiyaku.errors import Problem
    from taiyaku.project.project import Project
    from taiyaku.workflow.check import CheckRun
    from taiyaku.workflow.check_targets import Target

_WIDEST = 120
_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "note": {"fg": "cyan"},
    "bold": {"bold": True},
    "dim": {"dim": True},
}


class _Options(NamedTuple):
    paths: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    locales: tuple[str, ...]
    source_locale: str
    target_locale: str
    termbase: Path | None
    since: str
    fixes: bool
    dry_run: bool
    fail_on: str | None
    output: str
    file: Path | None


@click.command(
    "check",
    help=_(
        "Show what differs between the languages and should not: of all articles, of those given, or of any .po file "
        "or folder of them; and what is wrong with an original alone."
    ),
    epilog=_("Example: taiyaku check --since main --format github"),
)
@click.argument("paths", nargs=-1, metavar=_("[PATH]..."))
@click.option(
    "--pair",
    "pairs",
    nargs=2,
    multiple=True,
    metavar=_("ORIGINAL TRANSLATION"),
    help=_("Two files that were written by hand, without a catalog; may be given several times."),
)
@options.locales
@click.option(
    "--source-locale",
    default="",
    metavar=_("LOCALE"),
    help=_("The locale of the original, for a .po or a pair that does not say it."),
)
@click.option("--target-locale", default="", metavar=_("LOCALE"), help=_("The locale of the translation, likewise."))
@click.option(
    "--termbase",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Names and terms to check by, instead of the project's."),
)
@click.option("--since", default="", metavar=_("REVISION"), help=_("Only what changed since a revision of git."))
@click.option("--fix", "fixes", is_flag=True, help=_("Put right what is certain (width, spaces, punctuation)."))
@options.dry_run
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help=_("The severity from which on to exit with 1; by default as the settings say, or error."),
)
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "sarif", "github", "html"]),
    default="text",
    help=_("How to print the findings."),
)
@click.option(
    "--output",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Write the report into a file instead."),
)
def command(**given: Any) -> None:
    """Check articles and catalogs."""
    from taiyaku.project.project import find_project
    from taiyaku.workflow.check import check, prepare
    from taiyaku.workflow.check_targets import pair_target, targets_of

    chosen = _Options(**given)
    if chosen.dry_run and not chosen.fixes:
        raise UsageError(Phrase("--dry-run shows what --fix would do"), hint=Phrase("give both"))
    if chosen.pairs and (chosen.fixes or chosen.since):
        raise UsageError(Phrase("--fix and --since are for catalogs"), hint=Phrase("leave them out"))
    project = find_project(Path.cwd())
    locales = options.checked_locales(project, chosen.locales) if project else chosen.locales
    said = chosen.source_locale, chosen.target_locale
    targets: list[Target] = [pair_target(project, pair, said) for pair in chosen.pairs]
    problems: list[Problem] = []
    if chosen.paths or not chosen.pairs:
        more, problems = targets_of(project, chosen.paths, locales, said)
        targets += more
    run = prepare(project, chosen.termbase, chosen.since)
    if chosen.fixes:
        report = _fix(run, targets, project, dry_run=chosen.dry_run)
    else:
        report = check(run, targets, progress_bar())
    if not chosen.dry_run:
        _print(report, chosen, project)
    problems = [*problems, *report.problems]
    show_problems(problems, project)
    fail_on = chosen.fail_on or run.house.settings.fail_on
    sys.exit(_exit_code(problems, findings=report.fails(fail_on)))


def _exit_code(problems: Iterable[Problem], *, findings: bool) -> int:
    return exit_code(problems) or (EXIT_FINDINGS if findings else 0)


def _fix(run: CheckRun, targets: list[Target], project: Project | None, *, dry_run: bool) -> Report:
    from taiyaku.workflow.check_fix import fix

    fixed, report = fix(run, targets, dry_run=dry_run, progress=progress_bar())
    for done in fixed:
        if dry_run:
            show_diff(done.old, done.new, done.path)
        else:
            path = shown_path(done.path, project)
            click.echo(_("{path}: put right: {count}").format(path=path, count=done.count), err=True)
    return report


def _print(report: Report, chosen: _Options, project: Project | None) -> None:
    if chosen.file is None or str(chosen.file) == "-":
        for line in _lines(report, chosen.output, project):
            click.echo(line)
        return
    from taiyaku.files import safe_write

    text = "".join(f"{click.unstyle(line)}\n" for line in _lines(report, chosen.output, project))
    safe_write(chosen.file, text.encode())
    from taiyaku.reporters.check_text import summary

    click.echo(_("{summary}; the report is in {path}").format(summary=summary(report, _), path=chosen.file))


def _lines(report: Report, output: str, project: Project | None) -> Iterable[str]:
    """Return the report in a format, each reporter imported only when it is asked for."""
    if output == "json":
        from taiyaku.reporters.check_json import json_report

        return [json_report(report, _)]
    if output == "sarif":
        from taiyaku import __version__
        from taiyaku.reporters.check_sarif import sarif_report

        return [sarif_report(report, __version__, _)]
    if output == "github":
        from taiyaku.reporters.check_github import github_report

        return github_report(report, _)
    if output == "html":
        return [_page(report, project)]
    from taiyaku.reporters.check_text import Screen, text_report

    columns = min(shutil.get_terminal_size().columns, _WIDEST)
    return text_report(
        report,
        Screen(
            columns,
            lambda text, role: coloured(text, **_STYLES[role]),
            lambda path: str(shown_path(path, project)),
            _,
        ),
    )


def _page(report: Report, project: Project | None) -> str:
    from datetime import datetime

    from taiyaku.messages import reader_language
    from taiyaku.reporters.check_page import check_page
    from taiyaku.reporters.links import Links

    links = Links(Path.cwd())
    if project is not None:
        settings = project.settings.checks
        links = Links(project.root, settings.editor_url, settings.weblate_url)
    return check_page(report, reader_language(), now=datetime.now().astimezone(), links=links)
