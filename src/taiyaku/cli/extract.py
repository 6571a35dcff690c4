"""taiyaku extract."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, exit_code, progress_bar, show_diff, show_problems, shown_path


@click.command(
    "extract",
    help=_("Make the templates (.pot) of all articles, or of those given by slug, file or folder."),
    epilog=_("Example: taiyaku extract source_text/2024-08-torrance-bizen.md"),
)
@options.articles
@options.dry_run
def command(articles: tuple[str, ...], dry_run: bool) -> None:
    """Make the templates of articles."""
    from datetime import datetime

    from taiyaku.project.project import require_project
    from taiyaku.workflow.extract import extract

    project = require_project(Path.cwd())
    outcome = extract(
        project,
        articles,
        now=datetime.now().astimezone(),
        dry_run=dry_run,
        progress=progress_bar(),
    )
    words = {"new": _("new"), "changed": _("changed"), "unchanged": _("unchanged")}
    line = _("{path}  messages: {count}, {status}")
    lines = []
    for result in outcome.results:
        if dry_run:
            show_diff(result.old, result.new, result.path)
        else:
            path = shown_path(result.path, project)
            lines.append(line.format(path=path, count=result.messages, status=words[result.status]) + "\n")
    click.echo("".join(lines), nl=False)
    show_problems(outcome.problems, project)
    sys.exit(exit_code(outcome.problems))
