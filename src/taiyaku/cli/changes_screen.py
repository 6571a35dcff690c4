"""The screen of `taiyaku changes`: source and translation side by side where the terminal is wide enough."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from taiyaku.cli.output import _, coloured, exit_code, is_coloured, shown_path
from taiyaku.reporters.words import is_open, remarks, role_of, summary, waiting, what_happened, what_waits
from taiyaku.text.width import padded, shortened, visible, width
from taiyaku.text.wrapping import Run, wrapped

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.catalog.passages import ArticleChanges, Passage
    from taiyaku.project.project import Project
    from taiyaku.workflow.articles import Outcome
    from taiyaku.workflow.changes import Changed
    from taiyaku.workflow.since import Since

_SIDE_BY_SIDE, _WIDEST = 96, 150
_GAP = " │ "
_BETWEEN = Run("  ", "same")
_LONG, _AROUND = 4, 1
"""Lines from which on a text without a change is folded, and how many of them stay beside a change."""
_STYLES: dict[str, dict[str, str | bool]] = {
    "same": {},
    "deleted": {"fg": "red", "strikethrough": True},
    "inserted": {"fg": "green", "underline": True},
    "look": {"fg": "yellow"},
    "note": {"dim": True},
    "head": {"bold": True},
    "work": {"fg": "yellow"},
}
_SIGNS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}"), "look": ("[?", "?]")}


def show_changes(outcome: Outcome[Changed], since: Since | None, project: Project) -> None:
    """Print what happened to the articles."""
    told = [article for result in outcome.results for article in result.locales if article.any]
    if not told:
        if not exit_code(outcome.problems):  # of what cannot be read, nothing can be said
            click.echo(_nothing(outcome, since))
        return
    columns = min(shutil.get_terminal_size().columns, _WIDEST)
    _show_legend(since, columns)
    for article in told:
        click.echo()
        _show_article(article, project, columns)


def _nothing(outcome: Outcome[Changed], since: Since | None) -> str:
    if not outcome.results:
        return _("There are no articles yet: put one into source_text/.")
    if since is not None:
        return _("Nothing has changed since {revision}.").format(revision=_state(since))
    return _("Nothing waits: every translation is approved.")


def _state(since: Since) -> str:
    if since.when is None:
        return since.short
    return _("{time} (revision {revision})").format(time=f"{since.when:%Y-%m-%d %H:%M}", revision=since.short)


def _show_legend(since: Since | None, columns: int) -> None:
    head = (
        _("Changed since {revision}.").format(revision=_state(since))
        if since
        else _("Since the translations were last approved.")
    )
    signs = ((_("taken out"), "deleted"), (_("added"), "inserted"), (_("look at this"), "look"))
    runs = [run for text, style in signs for run in (_BETWEEN, Run(_signed(text, style), style))]
    if width(head) + sum(width(run.text) for run in runs) <= columns:
        _echo([Run(head, "same"), *runs], columns)
    else:
        _echo([Run(head, "same")], columns)
        _echo(runs[1:], columns)


def _show_article(article: ArticleChanges, project: Project, columns: int) -> None:
    way = f"{article.source_locale}→{article.locale}"
    title = shortened(visible(article.title), columns - width(article.slug) - len(way) - 4)
    click.echo(coloured(f"{title}  {article.slug}  {way}", bold=True))
    for remark in remarks(article):
        _echo([Run(visible(remark.translated(_)), "same")], columns)
    source, path = (shown_path(path, project) for path in (article.path, article.catalog))
    click.echo(visible(str(path)))
    _echo([Run(", ".join(phrase.translated(_) for phrase in summary(article)), "same")], columns)
    _show_numbers(article, columns)
    for work, passages in waiting(article):
        places = ", ".join(str(passage.number) for passage in passages)
        _echo([Run(work.translated(_), "work"), Run(f": {places}", "same")], columns)
    for passage in article.changed:
        _show_passage(passage, source, path, columns)


def _show_numbers(article: ArticleChanges, columns: int) -> None:
    told = []
    for passage, number in article.numbers:
        remark = f", {_('not yet in the translation')}" if is_open(passage, number) else ""
        told.append(f"{number.old or '–'} → {number.new or '–'} ({passage.number}{remark})")
    if told:
        _echo([Run(_("Numbers: {numbers}").format(numbers=visible("; ".join(told))), "head")], columns)


def _show_passage(passage: Passage, source: Path, catalog: Path, columns: int) -> None:
    head = [str(passage.number) if passage.number else "–"]
    role = role_of(passage)
    head += [phrase.translated(_) for phrase in (role, *what_happened(passage)) if phrase is not None]
    waits = what_waits(passage)
    place = f"{catalog}:{passage.catalog_position.line}" if passage.catalog_position else ""
    if not place and passage.article_position:
        place = f"{source}:{passage.article_position.line}"
    line = [Run(" · ".join(head), "head")]
    if waits is not None:
        line += [_BETWEEN, Run(visible(waits.translated(_)), "work")]
    click.echo()
    _echo(line, columns, visible(place))
    only_moved = passage.kind == "same" and passage.moved and not passage.waits and not passage.retranslated
    if only_moved or passage.kind == "removed":  # there is nothing to do, so a line is enough to know it by
        text = shortened(visible(" ".join((passage.source or passage.old_source).split())), columns - 4)
        style = "same" if only_moved else "deleted"
        click.echo(_styled(Run(_signed(text, style), style)))
        return
    _show_sides(_source(passage), _translation(passage), columns)


def _echo(line: list[Run[str]], columns: int, place: str = "") -> None:
    """Print a line, broken where it is too wide; a place to edit behind it, or whole on a line of its own."""
    lines = wrapped(line, columns)
    for number, runs in enumerate(lines, 1):
        end = ""
        if (
            place
            and number == len(lines)
            and sum(width(run.text) for run in (*runs, _BETWEEN)) + width(place) <= columns
        ):
            end, place = _BETWEEN.text + coloured(place, dim=True), ""
        click.echo("".join(map(_styled, runs)) + end)
    if place:
        click.echo(coloured(place, dim=True))


def _source(passage: Passage) -> list[Run[str]]:
    if passage.kind == "same":
        return [Run(passage.source, "same")]
    return [Run(piece.text, piece.kind) for piece in passage.difference]


def _translation(passage: Passage) -> list[Run[str]]:
    if not passage.translation.strip() and not passage.old_translation.strip():
        return [Run(_("no translation yet"), "note")] if passage.waits else []
    return [Run(text, "look" if look and kind == "same" else kind) for kind, text, look in passage.marked_translation]


def _show_sides(source: list[Run[str]], target: list[Run[str]], columns: int) -> None:
    if columns < _SIDE_BY_SIDE:
        for line in (
            *_lines(folded(source, columns), columns),
            *_lines(folded(target, columns - 2), columns - 2, "› "),
        ):
            click.echo("".join(map(_styled, line)))
        return
    half = (columns - len(_GAP)) // 2
    left, right = _lines(folded(source, half), half), _lines(folded(target, half), half)
    for number in range(max(len(left), len(right))):
        one, other = (side[number] if number < len(side) else [] for side in (left, right))
        fill = padded("", half - sum(width(run.text) for run in one))
        click.echo(
            ("".join(map(_styled, one)) + fill + coloured(_GAP, dim=True) + "".join(map(_styled, other))).rstrip()
        )


def folded(runs: list[Run[str]], columns: int) -> list[Run[str]]:
    """Return a text with "…" in the place of most of what did not change for some lines on end."""
    return [
        Run(_fold(run.text, columns, before=number > 0, behind=number < len(runs) - 1), run.style)
        if run.style == "same" and width(run.text) > _LONG * columns
        else run
        for number, run in enumerate(runs)
    ]


def _fold(text: str, columns: int, *, before: bool, behind: bool) -> str:
    """Return the two ends of a long text, or that at which there is a change `before` it or `behind` it."""
    room = _AROUND * columns
    start = _beginning(text, room) if before or not behind else ""
    end = _beginning(text[::-1], room)[::-1] if behind or not before else ""
    return f"{start.rstrip()} … {end.lstrip()}".removeprefix(" ")


def _beginning(text: str, columns: int) -> str:
    """Return the first columns of a text, up to a blank if there is one near."""
    cut = shortened(text, columns).removesuffix("…")
    blank = max(cut.rfind(blank) for blank in " \n")
    return cut[:blank] if blank > len(cut) // 2 else cut


def _lines(runs: list[Run[str]], columns: int, indent: str = "") -> list[list[Run[str]]]:
    signed = [Run(_signed(visible(run.text), run.style), run.style) for run in runs]
    lines = wrapped(signed, columns)
    return [[Run(indent, "note"), *line] for line in lines] if indent else lines


def _signed(text: str, style: str) -> str:
    """Return a text with the signs of its style, close to its words, where there is no colour to tell it."""
    if is_coloured() or style not in _SIGNS:
        return text
    before, after = _SIGNS[style]
    words = text.strip() or text
    return text.replace(words, f"{before}{words}{after}", 1)


def _styled(run: Run[str]) -> str:
    style = _STYLES[run.style]
    return coloured(run.text, **style) if style else run.text
