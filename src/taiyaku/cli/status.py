"""taiyaku status."""

from __future__ import annotations

import sys
from collections import Counter
from functools import reduce
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

import click

from taiyaku.checks.report import RANK
from taiyaku.cli import options
from taiyaku.cli.next_step import advice, exit_code_of
from taiyaku.cli.output import _, coloured, progress_bar, show_json, show_problems, shown_path
from taiyaku.text.width import padded, shortened, visible, width

if TYPE_CHECKING:
    from taiyaku.catalog.progress import Progress
    from taiyaku.errors import Severity
    from taiyaku.project.project import Project
    from taiyaku.workflow.approve import Standing
    from taiyaku.workflow.status import LocaleStatus, ProjectStatus

_SLUG, _DONE, _BAR = 44, 4, 10
"""Columns at most for a slug, and for a percentage and a bar."""


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
    result = status(project, articles, options.checked_locales(project, locales), progress_bar())
    if output == "json":
        from taiyaku.cli.manifest import status_manifest

        show_json(status_manifest(result, project))
    else:
        _show_table(result)
        for path in result.orphans:
            click.echo(_("{path}  belongs to no article").format(path=shown_path(path, project)))
        show_problems(result.articles.problems, project)
        _show_advice(result, project)
    sys.exit(exit_code_of(result))


def _show_table(result: ProjectStatus) -> None:
    rows = [(entry, state) for entry in result.articles.results for state in entry.locales]
    if not rows:
        return
    slugs = [shortened(visible(entry.article.slug), _SLUG) for entry, _state in rows]
    first = max(width(text) for text in (*slugs, _("article"), _("total")))
    ways = [f"{entry.locale}→{state.locale}" for entry, state in rows]
    second = max(map(width, ways))
    columns = _columns(result.locales)
    heads = "  ".join(padded("", column.width - width(column.name)) + column.name for column in columns)
    done = padded("", _DONE - width(_("done"))) + _("done")
    click.echo(coloured(f"{padded(_('article'), first)}  {'':{second}}  {done}  {'':{_BAR}}  {heads}", dim=True))
    widths = [column.width for column in columns]
    for number, (slug, way, (_entry, state)) in enumerate(zip(slugs, ways, rows, strict=True)):
        counts = "  ".join(f"{column.cells[number]:>{wide}}" for column, wide in zip(columns, widths, strict=True))
        click.echo(f"{padded(slug, first)}  {padded(way, second)}  {_done(state.progress)}  {counts}  {_state(state)}")
    if len(rows) > 1:
        counts = "  ".join(f"{column.total:>{wide}}" for column, wide in zip(columns, widths, strict=True))
        done = _done(reduce(add, (state.progress for state in result.locales)))
        click.echo(f"{padded(_('total'), first)}  {'':{second}}  {done}  {counts}")
    _show_editions(result)


class _Column(NamedTuple):
    """Counts below a heading, a row for each locale of each article, and their sum; "-" for none, "?" for unknown."""

    name: str
    cells: list[str]
    total: str

    @property
    def width(self) -> int:
        return max(width(self.name), len(self.total), *map(len, self.cells))


def _columns(states: list[LocaleStatus]) -> list[_Column]:
    """Return the counts: words of English and characters of Japanese only where an original is in that language."""
    columns = {
        _("fuzzy"): [state.progress.fuzzy for state in states],
        _("untranslated"): [state.progress.untranslated for state in states],
    }
    if any(state.words for state in states):
        columns[_("words left")] = [state.words.left if state.words else 0 for state in states]
    if not all(state.words for state in states):
        columns[_("characters left")] = [0 if state.words else state.characters.left for state in states]
    counted = [
        _Column(name, [_count(count) for count in counts], _count(sum(counts))) for name, counts in columns.items()
    ]
    known = [state.findings for state in states if state.findings is not None]
    total = _findings(sum(known, Counter())) if len(known) == len(states) else "?"
    return [*counted, _Column(_("E/W/N"), [_findings(state.findings) for state in states], total)]


def _findings(counts: Counter[Severity] | None) -> str:
    """Return how many findings the last check had: errors, warnings and notes; "?" where that is not known any more."""
    if counts is None:
        return "?"
    return "/".join(str(counts[severity]) for severity in RANK) if counts.total() else "-"


def _count(count: int) -> str:
    return f"{count:,}" if count else "-"


def _done(progress: Progress) -> str:
    return f"{progress.percent:3d}%  {_bar(progress)}"


def _bar(progress: Progress) -> str:
    done = _BAR * progress.translated // progress.total if progress.total else _BAR
    fuzzy = -(-_BAR * progress.fuzzy // progress.total) if progress.total else 0
    fuzzy = min(fuzzy, _BAR - done)
    rest = _BAR - done - fuzzy
    return coloured("#" * done, fg="green") + coloured("~" * fuzzy, fg="yellow") + coloured("-" * rest, dim=True)


def _show_editions(result: ProjectStatus) -> None:
    """Say what the findings are, and what may be published: a line each."""
    from taiyaku.workflow.status import Edition

    counts = {name: sum(state.edition == name for state in result.locales) for name in get_args(Edition)}
    legend = _("E/W/N: errors, warnings and notes of the last check; ? where something has changed since")
    click.echo(coloured(legend, dim=True))
    click.echo(
        _("Editions complete: {current}, publishable with gaps: {gaps}, refused: {refused}").format(
            current=counts["current"], gaps=counts["not current"], refused=counts["refused"]
        )
    )


def _state(state: LocaleStatus) -> str:
    words = {
        "ready": (_("ready"), "green"),
        "in progress": (_("in progress"), "yellow"),
        "behind": (_behind(state), "red"),
        "missing": (_("no catalog"), "red"),
        "broken": (_("cannot be read"), "red"),
    }
    text, colour = words[state.state]
    refused = _(", edition refused") if state.edition == "refused" else ""
    return coloured(text, fg=colour) + coloured(refused, fg="red") + _approval(state.standing)


def _approval(standing: Standing | None) -> str:
    """Say what became of an approval: it holds, or what has changed since."""
    if standing is None:
        return ""
    from taiyaku.workflow.approve import REASONS

    name, day = visible(standing.approval.by), standing.approval.on
    if standing.changed:
        why = _("; ").join(REASONS[reason].translated(_) for reason in standing.changed)
        return coloured(_(", approval of {day} lapsed: {why}").format(day=day, why=why), fg="red")
    if not standing.checked:
        return _(", approved by {name} on {day}, not checked since").format(name=name, day=day)
    return coloured(_(", approved by {name} on {day}").format(name=name, day=day), fg="green")


def _behind(state: LocaleStatus) -> str:
    return _("behind its article: {missing} new, {gone} gone").format(missing=state.missing, gone=state.gone)


def _show_advice(result: ProjectStatus, project: Project) -> None:
    for line in advice(result, project):
        click.echo(line)
