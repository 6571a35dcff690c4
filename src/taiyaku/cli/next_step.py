"""What to do next, from the state of the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli.output import _, show_problems, shown_path

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


def advice(result: ProjectStatus, project: Project) -> Iterator[str]:
    """Yield what to do next: at most one line for each kind of work."""
    entries = result.articles.results
    states = result.locales
    if not entries:
        pattern = project.settings.articles[0] if project.settings.articles else "source_text/"
        yield _("Next: put an article where {pattern} finds it, and type `taiyaku update`.").format(pattern=pattern)
        return
    if any(state.state in {"behind", "missing"} for state in states):
        yield _("Next: type `taiyaku update` to bring the catalogs up to date.")
    for state in states:
        if state.state == "in progress":
            path = shown_path(state.path, project)
            yield _("Next: translate {path} (messages left: {count}).").format(path=path, count=state.progress.left)
            break
    if states and all(state.state == "ready" for state in states):
        yield _("All is translated. Next: type `taiyaku build` to build the editions.")
