"""taiyaku prune."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, exit_code, progress_bar, show_diff, show_problems, shown_path
from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from taiyaku.project.project import Project
    from taiyaku.workflow.prune import Pruned


@click.command(
    "prune",
    help=_(
        "Take the obsolete messages out of the catalogs of the articles given. They are kept in a file of their own, "
        "from which --restore puts them back."
    ),
    epilog=_("Example: taiyaku prune 2024-08-torrance-bizen"),
)
@options.articles
@click.option("--all", "everything", is_flag=True, help=_("Prune the catalogs of all articles."))
@options.locales
@options.dry_run
@click.option(
    "--restore",
    metavar=_("FILE"),
    type=click.Path(path_type=Path),
    help=_("Put the messages of a file that prune wrote back into their catalog."),
)
def command(
    articles: tuple[str, ...], everything: bool, locales: tuple[str, ...], dry_run: bool, restore: Path | None
) -> None:
    """Take obsolete messages out of catalogs, or put them back."""
    from taiyaku.project.project import require_project

    project = require_project(Path.cwd())
    if restore is not None:
        if articles or everything or locales:
            raise UsageError(
                Phrase("--restore takes its file alone"), hint=Phrase("the file says which catalog is meant")
            )
        _restore(project, restore, dry_run=dry_run)
        return
    if bool(articles) == everything:
        raise UsageError(
            Phrase("neither articles nor --all, or both"),
            hint=Phrase("name the articles to prune, or give --all; `taiyaku status` lists them"),
        )
    _prune(project, articles, locales, dry_run=dry_run)


def _prune(project: Project, articles: tuple[str, ...], locales: tuple[str, ...], *, dry_run: bool) -> None:
    from datetime import datetime

    from taiyaku.workflow.prune import prune

    outcome = prune(
        project,
        articles,
        today=datetime.now().astimezone().date(),
        locales=options.checked_locales(project, locales),
        dry_run=dry_run,
        progress=progress_bar(),
    )
    pruned = [catalog for catalogs in outcome.results for catalog in catalogs]
    for catalog in pruned:
        if dry_run:
            show_diff(catalog.old, catalog.new, catalog.path)
            show_diff("", catalog.kept_text, catalog.kept)
        else:
            _show(catalog, project)
    if pruned and not dry_run:
        example = shown_path(pruned[-1].kept, project)
        click.echo(_("To put them back, type `taiyaku prune --restore {file}`.").format(file=example))
    elif not pruned and not outcome.problems:
        click.echo(_("There are no obsolete messages."))
    show_problems(outcome.problems, project)
    sys.exit(exit_code(outcome.problems))


def _show(catalog: Pruned, project: Project) -> None:
    text = _("{path}  removed: {count}, kept in {file}")
    path, file = shown_path(catalog.path, project), shown_path(catalog.kept, project)
    click.echo(text.format(path=path, count=len(catalog.messages), file=file))


def _restore(project: Project, file: Path, *, dry_run: bool) -> None:
    from taiyaku.workflow.prune import put_back

    result = put_back(project, file, dry_run=dry_run)
    if dry_run:
        show_diff(result.old, result.new, result.path)
        return
    text = _("{path}  put back: {count}, with a translation there already: {there}")
    path = shown_path(result.path, project)
    click.echo(text.format(path=path, count=len(result.messages), there=result.there))
    if result.messages:
        click.echo(_("Next: type `taiyaku update`, to bring those into use that the article has."))
