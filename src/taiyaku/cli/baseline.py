"""taiyaku baseline."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, exit_code, progress_bar, show_problems, shown_path


@click.command(
    "baseline",
    help=_("Take all findings that the project has now as known, so that `check` tells new ones only."),
    epilog=_("Example: taiyaku baseline --dry-run"),
)
@options.dry_run
def command(dry_run: bool) -> None:
    """Freeze the findings."""
    from datetime import datetime

    from taiyaku.project.project import require_project
    from taiyaku.workflow.baseline import baseline

    project = require_project(Path.cwd())
    frozen = baseline(project, now=datetime.now().astimezone(), dry_run=dry_run, progress=progress_bar())
    template = _("{path}: findings known: {total}, new in it: {added}, gone: {gone}")
    path = shown_path(frozen.path, project)
    click.echo(template.format(path=path, total=frozen.total, added=frozen.added, gone=frozen.gone))
    show_problems(frozen.problems, project)
    sys.exit(exit_code(frozen.problems))
