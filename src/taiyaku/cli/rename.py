"""taiyaku rename."""

from __future__ import annotations

from pathlib import Path

import click

from taiyaku.cli import options
from taiyaku.cli.output import _


@click.command(
    "rename",
    help=_(
        "Rename an article, with its template and catalogs. OLD is its slug or file, NEW a slug or path. If the file "
        "has been moved already, OLD is the slug it had."
    ),
    epilog=_("Example: taiyaku rename 2024-08-draft 2024-08-torrance-bizen"),
)
@click.argument("old", metavar=_("OLD"))
@click.argument("new", metavar=_("NEW"))
@options.dry_run
def command(old: str, new: str, dry_run: bool) -> None:
    """Rename an article."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.rename import rename

    result = rename(require_project(Path.cwd()), old, new, dry_run=dry_run)
    template = _("would move {source} to {target}") if dry_run else _("moved {source} to {target}")
    for source, target in result.moves:
        click.echo(template.format(source=source, target=target))
    if not dry_run:
        click.echo(_("Next: type `taiyaku update` to bring the references up to date."))
