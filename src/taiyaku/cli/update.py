"""taiyaku update."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options, update_screen
from taiyaku.cli.output import _, coloured, exit_code, progress_bar, show_diff, show_problems, shown_path, unit_counter

if TYPE_CHECKING:
    from taiyaku.project.project import Project
    from taiyaku.workflow.update import Updated, UpdatedCatalog


@click.command(
    "update",
    help=_("Bring the templates and catalogs of all articles, or of those given, up to date with their text."),
    epilog=_("Example: taiyaku update --dry-run 2024-08-torrance-bizen"),
)
@options.articles
@options.locales
@click.option(
    "--minor",
    is_flag=True,
    help=_("The corrections of these articles change no meaning: approved translations stay approved."),
)
@options.dry_run
def command(articles: tuple[str, ...], locales: tuple[str, ...], minor: bool, dry_run: bool) -> None:
    """Bring templates and catalogs up to date."""
    from datetime import datetime

    from taiyaku.project.project import require_project
    from taiyaku.workflow.update import update

    project = require_project(Path.cwd())
    outcome = update(
        project,
        articles,
        now=datetime.now().astimezone(),
        locales=options.checked_locales(project, locales),
        minor=minor,
        dry_run=dry_run,
        progress=progress_bar(),
        told=unit_counter(),
    )
    for result in outcome.results:
        (_show_diffs if dry_run else _show)(result, project)
    if not dry_run and any(
        change.new.fuzzy and change.old for r in outcome.results for c in r.catalogs for change in c.changes.changed
    ):
        click.echo(_("Next: type `taiyaku changes` to see what was corrected, and what waits for the translator."))
    if not outcome.results and not outcome.problems:
        click.echo(_("There are no articles yet: put one into source_text/."))
    show_problems(outcome.problems, project)
    sys.exit(exit_code(outcome.problems))


def _show_diffs(result: Updated, project: Project) -> None:
    del project
    for source, target in result.renamed.moves if result.renamed else ():
        click.echo(_("would move {source} to {target}").format(source=source, target=target))
    show_diff(result.extracted.old, result.extracted.new, result.extracted.path)
    for catalog in result.catalogs:
        show_diff(catalog.old, catalog.new, catalog.path)


def _show(result: Updated, project: Project) -> None:
    if result.renamed:
        click.echo(
            _("{new} was {old}: its catalogs came along").format(old=result.renamed.old_slug, new=result.article.slug)
        )
    for catalog in result.catalogs:
        progress = catalog.progress
        done = coloured(f"{progress.percent:3d}%", fg="green" if progress.complete else "yellow")
        path = shown_path(catalog.path, project)
        click.echo(f"{path}  {done}  {_summary(catalog)}")
        for line in update_screen.details(catalog.changes):
            click.echo(line)


def _summary(catalog: UpdatedCatalog) -> str:
    if catalog.status == "new":
        text = _("new catalog, messages: {count}").format(count=catalog.progress.total)
        return f"{text}; {update_screen.counts(catalog.changes)}" if catalog.changes.changed else text
    if catalog.changes.any:
        return update_screen.counts(catalog.changes)
    return _("up to date, messages: {count}").format(count=catalog.progress.total)
