"""taiyaku answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, progress_bar, show_diff, shown_path

if TYPE_CHECKING:
    from datetime import datetime


@click.command(
    "answer",
    help=_(
        "Answer a doubt about the source: the answer is written into the article as a dated note, and translators see "
        "it."
    ),
    epilog=_('Example: taiyaku answer 3fa9b0c1d2e3f405 "200 is the city\'s figure; 250 was the plan"'),
)
@click.argument("fingerprint", metavar=_("FINGERPRINT"))
@click.argument("text", metavar=_("TEXT"))
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar=_("ARTICLE"),
    help=_("Look for the finding in this article only; may be given several times."),
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=_("DATE"),
    help=_("The day of the answer, as 2026-11-20; by default today."),
)
@options.dry_run
def command(fingerprint: str, text: str, articles: tuple[str, ...], day: datetime | None, dry_run: bool) -> None:
    """Write an answer into an article, and show what was written."""
    from datetime import datetime as clock
    from pathlib import Path

    from taiyaku.project.project import require_project
    from taiyaku.workflow.answer import answer

    project = require_project(Path.cwd())
    today = (day or clock.now().astimezone()).date()
    done = answer(project, fingerprint, text, day=today, articles=articles, dry_run=dry_run, progress=progress_bar())
    show_diff(done.old, done.new, done.path)
    if not dry_run:
        path = shown_path(done.path, project)
        click.echo(_("written to {path}; `taiyaku update` brings it to the translators").format(path=path))
