"""taiyaku status."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.next_step import advice
from taiyaku.cli.output import _, coloured, exit_code, show_problems, shown_path
from taiyaku.text.width import padded, shortened, visible, width

if TYPE_CHECKING:
    from taiyaku.project.project import Project
    from taiyaku.workflow.status import LocaleStatus, ProjectStatus

_BAR = 20


@click.command(
    "status",
    help=_("Show how far every article is in every locale, and what to do next."),
    epilog=_("Example: taiyaku status --format json"),
)
@options.articles
@options.locales
@options.output_format
def command(articles: tuple[str, ...], locales: tuple[str, ...], output: str) -> None:
    """Show how far every article is."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.status import status

    project = require_project(Path.cwd())
    result = status(project, articles, options.checked_locales(project, locales))
    if output == "json":
        from taiyaku.cli.manifest import status_manifest

        click.echo(status_manifest(result, project))
    else:
        _show_table(result)
        for path in result.orphans:
            click.echo(_("{path}  belongs to no article").format(path=shown_path(path, project)))
        show_problems(result.articles.problems, project)
        _show_advice(result, project)
    sys.exit(exit_code(result.articles.problems))


def _show_table(result: ProjectStatus) -> None:
    rows = [(entry, state) for entry in result.articles.results for state in entry.locales]
    if not rows:
        return
    slugs = [shortened(visible(entry.article.slug), 44) for entry, _state in rows]
    columns = max(width(slug) for slug in (*slugs, _("article")))
    names = (_("fuzzy"), _("untranslated"))
    widths = [max(width(name), 4) for name in names]
    heads = "  ".join(padded("", size - width(name)) + name for name, size in zip(names, widths, strict=True))
    article, done = _("article"), _("done")
    done = padded("", 4 - width(done)) + done
    click.echo(coloured(f"{padded(article, columns)}  {'':5}  {done}  {'':{_BAR}}  {heads}", dim=True))
    for slug, (entry, state) in zip(slugs, rows, strict=True):
        progress = state.progress
        counts = "  ".join(
            f"{count or '-':>{size}}"
            for count, size in zip((progress.fuzzy, progress.untranslated), widths, strict=True)
        )
        way = f"{entry.locale[:2]}→{state.locale[:2]}"
        click.echo(f"{padded(slug, columns)}  {way}  {progress.percent:3d}%  {_bar(state)}  {counts}  {_state(state)}")


def _bar(state: LocaleStatus) -> str:
    progress = state.progress
    done = _BAR * progress.translated // progress.total if progress.total else _BAR
    fuzzy = -(-_BAR * progress.fuzzy // progress.total) if progress.total else 0
    fuzzy = min(fuzzy, _BAR - done)
    rest = _BAR - done - fuzzy
    return coloured("#" * done, fg="green") + coloured("~" * fuzzy, fg="yellow") + coloured("-" * rest, dim=True)


def _state(state: LocaleStatus) -> str:
    words = {
        "ready": (_("ready"), "green"),
        "in progress": (_("in progress"), "yellow"),
        "behind": (_("behind its article"), "red"),
        "missing": (_("no catalog"), "red"),
        "broken": (_("cannot be read"), "red"),
    }
    text, colour = words[state.state]
    return coloured(text, fg=colour)


def _show_advice(result: ProjectStatus, project: Project) -> None:
    click.echo()
    for line in advice(result, project):
        click.echo(line)
