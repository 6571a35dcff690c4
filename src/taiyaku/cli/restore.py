"""taiyaku restore."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, coloured, exit_code, show_diff, show_problems, shown_path
from taiyaku.text.width import visible

if TYPE_CHECKING:
    from taiyaku.catalog.journal import Loss
    from taiyaku.project.project import Project
    from taiyaku.workflow.restore import Restored


@click.command(
    "restore",
    help=_(
        "Give back translations that another program lost in the catalogs of all articles, or of those given, and mark "
        "as fuzzy what a merge put together of different texts."
    ),
    epilog=_("Example: taiyaku restore --dry-run 2024-08-torrance-bizen"),
)
@options.articles
@options.locales
@click.option("--forget", "accept", is_flag=True, help=_("Accept the catalogs as they are, and warn no more."))
@options.dry_run
def command(articles: tuple[str, ...], locales: tuple[str, ...], accept: bool, dry_run: bool) -> None:
    """Give back what was lost."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.restore import restore

    project = require_project(Path.cwd())
    wanted = options.checked_locales(project, locales)
    outcome = restore(project, articles, locales=wanted, accept=accept, dry_run=dry_run)
    for result in outcome.results:
        if dry_run and not accept:
            show_diff(result.old, result.new, result.path)
        else:
            _show(result, project, accept=accept)
    if not outcome.results and not outcome.problems:
        click.echo(_("Nothing is lost."))
    elif any(place is None for result in outcome.results for _loss, place in result.losses) and not accept:
        click.echo(_("Next: type `taiyaku update` to put back into use what the articles still say."))
    show_problems(outcome.problems, project)
    sys.exit(exit_code(outcome.problems))


def _show(result: Restored, project: Project, *, accept: bool) -> None:
    path = shown_path(result.path, project)
    for loss, position in result.losses:
        place = f"{path}:{position.line}:{position.column}" if position else str(path)
        deed = _("left as it is") if accept else _deed(loss, there=position is not None)
        click.echo(visible(f"{place}: {deed}"))
        click.echo(coloured(visible(f"    {_one_line(loss.message.msgid)}"), dim=True))
        words = (loss.message.msgstr,) if loss.kind == "stale" else loss.lost[1]
        for text in words:
            click.echo(visible(f"    {_one_line(text)}"))
        for text in loss.instead if loss.kind != "stale" and not accept else ():
            click.echo(visible("    " + _("in place of: {text}").format(text=_one_line(text))))
        if loss.kind == "stale" and loss.message.previous_msgid is not None:
            text = _("translation of: {text}").format(text=_one_line(loss.message.previous_msgid))
            click.echo(visible(f"    {text}"))


def _deed(loss: Loss, *, there: bool) -> str:
    if loss.kind == "stale":
        return _("marked as fuzzy")
    if loss.kind == "older":
        return _("the newer text given back")
    return _("given back") if there else _("given back, out of use")


def _one_line(text: str) -> str:
    return " ".join(text.split())
