"""taiyaku theme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, show_json, shown_path
from taiyaku.text.width import padded, visible, width

if TYPE_CHECKING:
    from taiyaku.project.project import Project
    from taiyaku.workflow.theme import ThemeFile


@click.command(
    "theme",
    help=_(
        "List the templates and stylesheets of the pages, and whose they are; with FILE, copy ours into your theme, "
        "to be changed there."
    ),
    epilog=_("Example: taiyaku theme article.html"),
)
@click.argument("files", nargs=-1, metavar=_("[FILE]..."))
@click.option("--all", "everything", is_flag=True, help=_("Copy all of ours."))
@click.option("--folder", default="", metavar=_("FOLDER"), help=_("Copy into this folder of the project instead."))
@options.dry_run
@options.output_format
def command(files: tuple[str, ...], folder: str, output: str, **chosen: bool) -> None:
    """List or copy the files of a theme."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.theme import copied, listed, our_files

    project = require_project(Path.cwd())
    names = tuple(our_files()) if chosen["everything"] else files
    dry_run = chosen["dry_run"]
    found = copied(project, dict.fromkeys(names), folder, dry_run=dry_run) if names else listed(project)
    if output == "json":
        show_json(_json(found))
    elif names:
        _show_copies(found, project, dry_run=dry_run)
    else:
        _show(found, project)


def _show(files: list[ThemeFile], project: Project) -> None:
    columns = max(width(visible(file.name)) for file in files) + 2
    for file in files:
        whose = _("ours") if file.own is None else str(shown_path(file.own, project))
        click.echo(padded(visible(file.name), columns) + visible(whose))


def _show_copies(files: list[ThemeFile], project: Project, *, dry_run: bool) -> None:
    for file in files:
        if file.own is None:
            continue
        template = _("{path} would be written") if dry_run else _("{path} written")
        if not file.copied:
            template = _("{path} is there already, and stays as it is")
        click.echo(visible(template.format(path=shown_path(file.own, project))))
    folder = str(files[0].own.parent.as_posix()) if files[0].own else ""
    if project.settings.editions.theme.rstrip("/") != folder:
        click.echo(_("To use it, set in [editions]: theme = “{path}”").format(path=folder))


def _json(files: list[ThemeFile]) -> str:
    import json

    listed = [
        {"name": file.name, "path": file.own.as_posix() if file.own else None, "ours": file.ours, "copied": file.copied}
        for file in files
    ]
    return json.dumps({"files": listed}, ensure_ascii=False, indent=2)
