"""What to do next, from the state of the project."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli.output import EXIT_FINDINGS, _, exit_code, show_problems, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.project.project import Project
    from taiyaku.workflow.status import ProjectStatus


def show_next_step() -> None:
    """Print what `taiyaku` alone says."""
    from taiyaku.project.project import find_project
    from taiyaku.workflow.status import status

    project = find_project(Path.cwd())
    if project is None:
        click.echo(_("There is no project here. Type `taiyaku init` to begin one in this folder,"))
        click.echo(_("or `taiyaku --help` to see all commands."))
        return
    result = status(project)
    show_problems(result.articles.problems, project)
    for line in advice(result, project):
        click.echo(line)
    sys.exit(exit_code_of(result))


def exit_code_of(result: ProjectStatus) -> int:
    """Return 3 if a file cannot be read, 1 if a translation cannot stand where it belongs, as `build` has it."""
    findings = result.findings
    unreadable = exit_code(problem for problem in result.articles.problems if problem not in findings)
    return unreadable or (EXIT_FINDINGS if any(problem.severity == "error" for problem in findings) else 0)


def advice(result: ProjectStatus, project: Project) -> Iterator[str]:
    """Yield what to do next: at most one line for each kind of work."""
    entries = result.articles.results
    states = result.locales
    if not entries and exit_code(result.articles.problems):  # it is there, and has been told what is wrong with it
        return
    if not entries:
        pattern = project.settings.articles[0] if project.settings.articles else "source_text/"
        yield _("Next: put an article where {pattern} finds it, and type `taiyaku update`.").format(pattern=pattern)
        return
    if any("`taiyaku restore " in str(problem.hint) for problem in result.articles.problems):
        yield _("Next: type `taiyaku restore --dry-run` to see what another program lost, before anything else.")
    if any(state.state in {"behind", "missing"} for state in states):
        yield _("Next: type `taiyaku update` to bring the catalogs up to date.")
    for state in states:
        if state.state == "in progress":
            path = shown_path(state.path, project)
            yield _("Next: translate {path} (messages left: {count}).").format(path=path, count=state.progress.left)
            break
    errors = sum(state.findings["error"] for state in states if state.findings is not None)
    if errors:
        yield _("Next: type `taiyaku check` to see what the last check called an error ({count}).").format(count=errors)
    elif states and all(state.state == "ready" for state in states):
        yield _("All is translated. Next: type `taiyaku build` to build the editions.")
