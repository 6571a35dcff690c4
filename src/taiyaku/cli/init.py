"""taiyaku init."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, shown_path

if TYPE_CHECKING:
    from taiyaku.workflow.git_setup import GitSetup


@click.command(
    "init",
    help=_("Begin a new project: write its settings, taiyaku.toml, and make the folder for its articles."),
    epilog=_("Example: taiyaku init my-newsroom"),
)
@click.argument("folder", type=click.Path(path_type=Path), default=".", metavar=_("[FOLDER]"))
@click.option(
    "--git",
    is_flag=True,
    help=_(
        "Also let git merge catalogs through `taiyaku merge-driver`. In a project that is there already, do only that."
    ),
)
@options.dry_run
def command(folder: Path, git: bool, dry_run: bool) -> None:
    """Begin a new project."""
    from taiyaku.workflow.init import existing_project, init

    root = existing_project(folder) if git else None
    if root is None:
        result = init(folder, dry_run=dry_run)
        for path in result.created:
            click.echo((_("would make {path}") if dry_run else _("made {path}")).format(path=path))
    if git:
        from taiyaku.workflow.git_setup import set_up_git

        _show_git(set_up_git(root or folder, dry_run=dry_run), dry_run=dry_run)
    if root is None and not dry_run:
        click.echo(
            _("Next: put an article into {folder} and type `taiyaku update`.").format(folder=folder / "source_text")
        )


def _show_git(setup: GitSetup, *, dry_run: bool) -> None:
    if setup.attributes is not None:
        line = _("would add lines to {path}") if dry_run else _("added lines to {path}: commit it")
        click.echo(line.format(path=shown_path(setup.attributes, None)))
    if setup.configured:
        click.echo(
            _("git would merge catalogs message by message in this clone")
            if dry_run
            else _("git merges catalogs message by message in this clone")
        )
        click.echo(_("In every other clone, type `taiyaku init --git` as well: git keeps such settings to itself."))
        return
    click.echo(_("There is no git repository here. Once there is one, type `taiyaku init --git` again, or:"))
    for name, value in setup.settings.items():
        click.echo(f"  git config {name} {shlex.quote(value)}")
