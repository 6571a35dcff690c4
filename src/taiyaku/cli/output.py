"""What all commands share: words in the reader's language, problems on stderr, exit codes, colour."""

from __future__ import annotations

import gettext
import os
import sys
import time
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

import click

from taiyaku import messages
from taiyaku.text.width import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from taiyaku.errors import Problem, TaiyakuError
    from taiyaku.project.project import Project

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
EXIT_FINDINGS, EXIT_UNREADABLE = 1, 3  # 2, of usage, is in the errors themselves
_PROGRESS_DELAY = 0.5  # seconds before a bar appears

_ = messages.translator(messages.reader_language())


def install_words() -> None:
    """Let click's own words ("Usage:", "Options:") come from our catalog as well."""
    if messages.reader_language() != "en":
        gettext.bindtextdomain(messages.DOMAIN, messages.FOLDER)
        gettext.textdomain(messages.DOMAIN)


def forgive_encodings() -> None:
    """Print what a terminal's or a file's encoding does not have as an escape, as Python writes it, and never fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def show_json(text: str) -> None:
    """Print JSON, which is UTF-8 whatever the terminal's encoding."""
    click.echo(text.encode("utf-8", "backslashreplace"))  # half of a pair, from a file's name, as JSON escapes it


def coloured(text: str, **style: str | bool) -> str:
    """Return `text` with a colour if stdout is a terminal and NO_COLOR is not set (no-color.org)."""
    return click.style(text, **style) if is_coloured() else text  # type: ignore[arg-type]  # click names each keyword


def is_coloured() -> bool:
    """Whether stdout shows colours: a terminal, and NO_COLOR not set."""
    return not os.environ.get("NO_COLOR") and sys.stdout is not None and sys.stdout.isatty()


def show_problems(problems: Iterable[Problem], project: Project | None = None) -> None:
    """Print problems on stderr, each as `path:line:column: what; hint`, paths from the current folder."""
    words = {"error": "", "warning": _("warning: "), "note": _("note: ")}
    for problem in problems:
        click.echo(visible(placed(problem, project, words[problem.severity])), err=True)


def placed(problem: Problem, project: Project | None, prefix: str = "") -> str:
    """Return a problem in the reader's language, its path as seen from the current folder."""
    text = problem.what.translated(_)
    if problem.hint is not None:
        text = _("{what}; {hint}").format(what=text, hint=problem.hint.translated(_))
    if problem.path is None:
        return f"taiyaku: {prefix}{text}"
    place = str(shown_path(problem.path, project))
    if problem.position is not None:
        place += f":{problem.position.line}:{problem.position.column}"
    return f"{place}: {prefix}{text}"


def shown_path(path: Path, project: Project | None) -> Path:
    """Return a path as it is shown: from the current folder where it lies below it."""
    from pathlib import Path

    here = Path.cwd()
    if project is not None and project.root == here and not path.is_absolute():
        return path
    absolute = project.root / path if project is not None else here / path
    try:
        return absolute.relative_to(here)
    except ValueError:
        return Path(os.path.relpath(absolute)) if project is not None else absolute


def fail(error: TaiyakuError) -> NoReturn:
    """Print an error and exit with its code."""
    click.echo(visible(placed(error.problem, None)), err=True)
    sys.exit(error.exit_code)


def exit_code(problems: Iterable[Problem]) -> int:
    """Return the exit code of a command that went on after problems: 3 if something could not be read, else 0."""
    return EXIT_UNREADABLE if any(problem.severity == "error" for problem in problems) else 0


def show_diff(old: str, new: str, path: Path) -> None:
    """Print what a dry run would have changed in a file, as a unified diff."""
    import difflib

    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}" if old else "/dev/null", f"b/{path}"
    )
    for line in lines:
        style = {"+": "green", "-": "red", "@": "cyan"}.get(line[0])
        text = visible(line.rstrip("\r\n"))
        click.echo(coloured(text, fg=style) if style and not line.startswith(("+++", "---")) else text)


def unit_counter() -> Callable[[int | None], None]:
    """Return a function that shows how many units the memory has read: on stderr, on a terminal, after half a second.

    None takes it away again.
    """
    start = time.monotonic()
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda _units: None

    def show(units: int | None) -> None:
        if time.monotonic() - start >= _PROGRESS_DELAY:
            text = "" if units is None else _("bringing the memory up to date, units: {count}").format(count=units)
            click.echo(f"\r\x1b[K{text}", err=True, nl=False)

    return show


def progress_bar() -> Callable[[int, int], None]:
    """Return a function that shows how many of how many are done: on stderr, on a terminal, after half a second."""
    start = time.monotonic()
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda _done, _total: None

    def show(done: int, total: int) -> None:
        if time.monotonic() - start < _PROGRESS_DELAY:
            return
        filled = 30 * done // max(total, 1)
        end = "\r\x1b[K" if done >= total else ""
        click.echo(f"\r{'█' * filled}{'░' * (30 - filled)} {done}/{total}{end}", err=True, nl=False)

    return show
