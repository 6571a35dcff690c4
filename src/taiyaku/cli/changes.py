"""taiyaku changes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, exit_code, progress_bar, show_json, show_problems, shown_path
from taiyaku.errors import Phrase, UsageError
from taiyaku.text.width import visible

if TYPE_CHECKING:
    from datetime import datetime

    from taiyaku.project.project import Project
    from taiyaku.workflow.articles import Outcome
    from taiyaku.workflow.changes import Changed
    from taiyaku.workflow.since import Since


@click.command(
    "changes",
    help=_(
        "Show a translator what a correction did to all articles, or to those given: the old and the new text, the "
        "translation beside it, what of it still stands and what waits. Nothing is changed."
    ),
    epilog=_("Example: taiyaku changes --since 17:00 --format html"),
)
@options.articles
@click.option(
    "--since",
    metavar=_("REV|TIME"),
    help=_(
        "Compare with an older state that git knows: a revision, or a time such as 17:00, yesterday, 2h or "
        "2026-11-22. Without it: what waits since the translations were last approved."
    ),
)
@options.locales
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    help=_("How to show the result; html writes one page."),
)
@click.option(
    "--output",
    "target",
    metavar=_("FILE"),
    help=_("Where to write the page instead of build/changes/index.html; - for the standard output."),
)
def command(
    articles: tuple[str, ...], since: str | None, locales: tuple[str, ...], output: str, target: str | None
) -> None:
    """Show what a correction did."""
    from datetime import datetime

    from taiyaku.project.project import require_project
    from taiyaku.workflow.changes import changes

    if target is not None and output != "html":
        raise UsageError(Phrase("--output is for the page"), hint=Phrase("add --format html, or redirect the output"))
    project = require_project(Path.cwd())
    now = datetime.now().astimezone()
    state = _older_state(since, project, now)
    wanted = options.checked_locales(project, locales)
    outcome = changes(project, articles, now=now, locales=wanted, since=state, progress=progress_bar())
    if output == "json":
        from taiyaku.cli.changes_manifest import changes_manifest

        show_json(changes_manifest(outcome, state, project))
    elif output == "html":
        _write_page(outcome, state, project, now, target)
        show_problems(outcome.problems, project)
    else:
        from taiyaku.cli.changes_screen import show_changes

        show_changes(outcome, state, project)
        show_problems(outcome.problems, project)
    sys.exit(exit_code(outcome.problems))


def _older_state(since: str | None, project: Project, now: datetime) -> Since | None:
    if since is None:
        return None
    from taiyaku.workflow.since import find_since

    return find_since(since, project.root, now)


def _write_page(
    outcome: Outcome[Changed], since: Since | None, project: Project, now: datetime, target: str | None
) -> None:
    from taiyaku.files import safe_write
    from taiyaku.messages import reader_language
    from taiyaku.reporters.changes_page import changes_page

    found = [value for result in outcome.results for value in result.locales]
    page = changes_page(
        found, reader_language(), now=now, revision=since.short if since else "", when=since.when if since else None
    )
    if target == "-":
        click.echo(page.encode("utf-8"), nl=False)
        return
    path = project.root / project.output / "changes" / "index.html" if target is None else Path.cwd() / target
    safe_write(path, page.encode("utf-8"), durable=False)
    click.echo(visible(str(shown_path(path, project) if target is None else target)))
