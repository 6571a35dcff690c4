"""What `taiyaku names` and `taiyaku terms` have in common: their options, their reports, their proposals."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, coloured, exit_code, progress_bar, show_json, show_problems, shown_path
from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taiyaku.project.project import Project
    from taiyaku.register.listed import Listed, Register
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.check import CheckRun
    from taiyaku.workflow.check_targets import Target
    from taiyaku.workflow.names import Named

_STYLES: dict[str, dict[str, Any]] = {"bold": {"bold": True}, "dim": {"dim": True}}


class Options(NamedTuple):
    """What the command line says, by the names of click's parameters."""

    paths: tuple[str, ...]
    locales: tuple[str, ...]
    write: str | None
    accept: Path | None
    dry_run: bool
    output: str
    file: Path | None


def show_register(
    chosen: Options, command: str, collect: Callable[[CheckRun, Sequence[Target], OnProgress], Named]
) -> None:
    """Print what `collect` finds, or offer it to the termbase, or take a file that was looked through; and exit."""
    from taiyaku.cli.proposing import accept_file, offer
    from taiyaku.project.project import find_project
    from taiyaku.workflow.check import prepare
    from taiyaku.workflow.check_targets import targets_of

    project = find_project(Path.cwd())
    if chosen.accept is not None:
        if chosen.paths or chosen.write is not None:
            raise UsageError(Phrase("--accept takes the entries of its file only"), hint=Phrase("leave the rest out"))
        accept_file(project, chosen.accept, dry_run=chosen.dry_run)
        return
    locales = options.checked_locales(project, chosen.locales) if project else chosen.locales
    targets, problems = targets_of(project, chosen.paths, locales, ("", ""))
    found = collect(prepare(project), targets, progress_bar())
    if chosen.write is not None:
        offer(project, found.register.of("proposed"), chosen.write, command, dry_run=chosen.dry_run)
    else:
        _print(found.register, chosen, project)
    problems = [*problems, *found.problems]
    show_problems(problems, project)
    sys.exit(exit_code(problems))


def _print(register: Register, chosen: Options, project: Project | None) -> None:
    text = _text(register, chosen.output, project)
    if chosen.file is not None and str(chosen.file) != "-":
        from taiyaku.files import safe_write

        safe_write(chosen.file, f"{click.unstyle(text)}\n".encode())
        click.echo(_("written to {path}").format(path=chosen.file))
    elif chosen.output == "json":
        show_json(text)
    else:
        click.echo(text)


def _text(register: Register, output: str, project: Project | None) -> str:
    if output == "json":
        from taiyaku.reporters.names_json import names_json

        return names_json(register, _)
    if output == "html":
        from datetime import datetime

        from taiyaku.messages import reader_language
        from taiyaku.reporters.names_page import names_page

        return names_page(register, reader_language(), now=datetime.now().astimezone())
    from taiyaku.reporters.names_text import names_text

    def place(listed: Listed) -> str:
        return _place(listed, project)

    return "\n".join(names_text(register, _, lambda text, look: coloured(text, **_STYLES[look]), place))


def _place(listed: Listed, project: Project | None) -> str:
    """Return where a name stands first, as seen from the current folder."""
    if listed.first is None:
        return ""
    path = shown_path(listed.first.path, project)
    return f"{path}:{listed.first.line}" if listed.first.line else str(path)
