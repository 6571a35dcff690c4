"""taiyaku memory: look up, import and export; alone, what the memory holds."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.output import CONTEXT, _, coloured, exit_code, show_json, show_problems, unit_counter
from taiyaku.errors import Phrase, UsageError
from taiyaku.text.scripts import has_japanese
from taiyaku.text.width import padded, visible, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.memory.store import Content
    from taiyaku.memory.unit import Match
    from taiyaku.project.project import Project

STDOUT = "-"


@click.group(
    "memory",
    invoke_without_command=True,
    context_settings=CONTEXT,
    help=_(
        "The translation memory: what all catalogs, and imported TMX files, have translated. "
        "Alone, it says what the memory holds."
    ),
    epilog=_('Example: taiyaku memory find "The harbor opened."'),
)
@click.pass_context
def command(context: click.Context) -> None:
    """Say what the memory holds, unless a subcommand does something else."""
    if context.invoked_subcommand is not None:
        return
    from taiyaku.project.project import require_project
    from taiyaku.workflow.memory import open_memory

    project = require_project(Path.cwd())
    with closing(open_memory(project, unit_counter())) as memory:
        contents = memory.contents()
        problems = memory.problems
    _show_contents(contents)
    show_problems(problems, project)
    sys.exit(exit_code(problems))


def _show_contents(contents: Sequence[Content]) -> None:
    if not contents:
        click.echo(_("The memory is empty: it fills as catalogs are translated, or by `taiyaku memory import`."))
        return
    columns = max(width(visible(content.origin)) for content in contents)
    for content in contents:
        pair = f"{content.source_locale}→{content.target_locale}"
        click.echo(f"{padded(visible(content.origin), columns)}  {pair}  {content.units:>7}")
    total = _("units: {count}").format(count=sum(content.units for content in contents))
    click.echo(coloured(total, dim=True))


@command.command(
    "find",
    short_help=_("Look up a passage."),
    help=_("Show the passages most like TEXT that have been translated, with their translations."),
    epilog=_('Example: taiyaku memory find --limit 3 "The harbor opened."'),
)
@click.argument("text", metavar=_("TEXT"))
@click.option("--from", "source", metavar=_("LOCALE"), help=_("The locale of the text; otherwise its script decides."))
@click.option("--to", "target", metavar=_("LOCALE"), help=_("The locale of the translations."))
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help=_("So many at most."))
@options.output_format
def find(text: str, source: str | None, target: str | None, limit: int, output: str) -> None:
    """Look up a passage."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.memory import open_memory

    project = require_project(Path.cwd())
    pair = _pair(project, text, source, target)
    with closing(open_memory(project, unit_counter())) as memory:
        matches = memory.find(text, *pair, limit=limit)
        problems = memory.problems
    if output == "json":
        from taiyaku.cli.manifest import problem_records
        from taiyaku.cli.memory_json import matches_as_json

        show_json(matches_as_json(text, *pair, matches, problem_records(problems, project)))
    else:
        _show_matches(text, matches)
        show_problems(problems, project)
    sys.exit(exit_code(problems))


def _pair(project: Project, text: str, source: str | None, target: str | None) -> tuple[str, str]:
    """Return the locales of a look-up: as given, or by the text's script, and another locale of the project."""
    from taiyaku.memory.unit import language_of

    locales = project.settings.locales
    given = options.checked_locales(project, tuple(tag for tag in (source, target) if tag))
    if source:
        first = given[0]
    else:
        wanted = "ja" if has_japanese(text) else "en"
        candidates = [tag for tag in locales if language_of(tag) == wanted and tag not in given]
        first = candidates[0] if candidates else project.settings.source_locale
    others = [tag for tag in locales if language_of(tag) != language_of(first)]
    second = given[-1] if target else others[0] if others else ""
    if not second or language_of(second) == language_of(first):
        raise UsageError(
            Phrase("a look-up needs two languages"),
            hint=Phrase("say which with --from and --to, as in --from en --to ja"),
        )
    return first, second


def _show_matches(text: str, matches: Sequence[Match]) -> None:
    if not matches:
        click.echo(_("Nothing like it has been translated."))
    for number, match in enumerate(matches):
        if number:
            click.echo()
        unit = match.unit
        marks = [unit.origin, unit.context, f"{unit.changed:%Y-%m-%d}" if unit.changed else None]
        marks += [_("out of use")] if unit.obsolete else []
        about = "  ".join(visible(mark) for mark in marks if mark)
        click.echo(f"{coloured(f'{int(match.score * 100):3d}%', bold=True)}  {about}")
        click.echo(f"      {_marked(unit.source, text)}")
        click.echo(f"      {visible(unit.target)}")
        for line in unit.note.splitlines():
            click.echo(coloured(f"      # {visible(line)}", dim=True))


def _marked(source: str, text: str) -> str:
    """Return a passage that was found; what the text that was looked for has not, and has more, is marked."""
    from taiyaku.text.difference import difference

    shown = []
    for piece in difference(source, text):
        part = visible(piece.text)
        if piece.kind == "deleted":
            part = coloured(f"[-{part}-]", fg="red")
        elif piece.kind == "inserted":
            part = coloured(f"{{+{part}+}}", fg="green")
        shown.append(part)
    return "".join(shown)


@command.command(
    "import",
    short_help=_("Take TMX files into the project."),
    help=_(
        "Take TMX files into the project: they are kept as they are, beside the catalogs, and the memory knows them."
    ),
    epilog=_("Example: taiyaku memory import agency-2023.tmx"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("FILE..."))
@options.dry_run
def import_(files: tuple[Path, ...], dry_run: bool) -> None:
    """Import TMX files."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.memory import import_files

    project = require_project(Path.cwd())
    outcome = import_files(project, files, dry_run=dry_run)
    for result in outcome.results:
        text = _("{path}  units: {count}").format(path=result.path, count=result.units)
        if result.left_out:
            text += _(", left out for their languages: {count}").format(count=result.left_out)
        if not result.new:
            text += _(", there already")
        elif dry_run:
            text += _(", not taken yet")
        click.echo(visible(text))
    show_problems(outcome.problems)
    sys.exit(exit_code(outcome.problems))


@command.command(
    "export",
    short_help=_("Write the memory as TMX."),
    help=_("Write the memory as TMX 1.4 to FILE, or to the screen: all of it, or what the given articles hold."),
    epilog=_("Example: taiyaku memory export --locale ja harbor.tmx harbor"),
)
@click.argument("file", default=STDOUT, metavar=_("[FILE]"))
@options.articles
@options.locales
def export(file: str, articles: tuple[str, ...], locales: tuple[str, ...]) -> None:
    """Export the memory."""
    from taiyaku.files import safe_write
    from taiyaku.project.project import require_project
    from taiyaku.workflow import memory

    project = require_project(Path.cwd())
    if file != STDOUT:
        _check_place(project, Path(file))
    exported = memory.export(project, articles, options.checked_locales(project, locales))
    if file == STDOUT:
        click.echo(exported.data, nl=False)
    else:
        safe_write(Path(file), exported.data)
        click.echo(_("{path}  units: {count}").format(path=file, count=exported.units))
    show_problems(exported.problems, project)
    sys.exit(exit_code(exported.problems))


def _check_place(project: Project, path: Path) -> None:
    """Raise UsageError for a place that an export must not take."""
    from taiyaku.workflow import memory

    if path.suffix.lower() != memory.SUFFIX:
        raise UsageError(
            Phrase("{path} is not named as a TMX file", path=path),
            hint=Phrase("give a file whose name ends in .tmx before the articles, or - for the screen"),
        )
    if path.resolve().parent == (project.root / memory.memory_folder(project)).resolve():
        raise UsageError(
            Phrase("{path} would be among the imported memories", path=path),
            hint=Phrase("export to another folder; nothing was written"),
        )
