"""taiyaku init."""

from __future__ import annotations

from pathlib import Path

import click

from taiyaku.cli import options
from taiyaku.cli.output import _


@click.command(
    "init",
    help=_("Begin a new project: write its settings, taiyaku.toml, and make the folder for its articles."),
    epilog=_("Example: taiyaku init my-newsroom"),
)
@click.argument("folder", type=click.Path(path_type=Path), default=".", metavar=_("[FOLDER]"))
@options.dry_run
def command(folder: Path, dry_run: bool) -> None:
    """Begin a new project."""
    from taiyaku.workflow.init import init

    result = init(folder, dry_run=dry_run)
    for path in result.created:
        click.echo((_("would make {path}") if dry_run else _("made {path}")).format(path=path))
    if not dry_run:
        click.echo(
            _("Next: put an article into {folder} and type `taiyaku update`.").format(folder=folder / "source_text")
        )
