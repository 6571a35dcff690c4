"""taiyaku build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from taiyaku.cli import options
from taiyaku.cli.output import EXIT_FINDINGS, _, exit_code, progress_bar, show_json, show_problems, shown_path
from taiyaku.editions.kinds import names
from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from taiyaku.project.project import Project
    from taiyaku.workflow.built import Built


@click.command(
    "build",
    help=_("Build the editions of all articles, or of those given: pages, Markdown, plain text, side by side."),
    epilog=_("Example: taiyaku build --locale ja --edition html"),
)
@options.articles
@options.locales
@click.option(
    "--edition",
    "editions",
    multiple=True,
    type=click.Choice(names()),
    help=_("Only this edition; may be given several times."),
)
@click.option("--findings", is_flag=True, help=_("Show on the bilingual page what `check` says: a page for the desk."))
@click.option(
    "--require",
    type=click.Choice(["approved"]),
    help=_("Build only translations that somebody has approved; see `taiyaku approve`."),
)
@options.dry_run
@options.output_format
def command(articles: tuple[str, ...], locales: tuple[str, ...], editions: tuple[str, ...], **chosen: Any) -> None:
    """Build the editions."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.build import build
    from taiyaku.workflow.built import Wanted

    project = require_project(Path.cwd())
    if locales and "bilingual" in editions:
        raise UsageError(Phrase("the bilingual page has both languages"), hint=Phrase("leave --locale out"))
    if chosen["findings"] and (locales or "bilingual" not in (editions or ["bilingual"])):
        raise UsageError(Phrase("--findings are shown on the bilingual page"), hint=Phrase("let it be built, too"))
    built = build(
        project,
        articles,
        Wanted(options.checked_locales(project, locales), editions, chosen["findings"], chosen["require"] or ""),
        dry_run=chosen["dry_run"],
        progress=progress_bar(),
    )
    if chosen["output"] == "json":
        from taiyaku.cli.manifest import build_manifest

        show_json(build_manifest(built, project))
    else:
        _show(built, project, dry_run=chosen["dry_run"])
        show_problems(built.problems, project)
    sys.exit(_exit_code(built))


def _exit_code(built: Built) -> int:
    """3 where something could not be read, 1 where a translation could not be used or an edition was refused."""
    findings = built.findings
    wrong = any(problem.severity == "error" for problem in findings)
    return exit_code(p for p in built.problems if p not in findings) or (EXIT_FINDINGS if wrong else 0)


def _show(built: Built, project: Project, *, dry_run: bool) -> None:
    outputs = [output for article in built.articles for output in article.outputs] + built.pages
    changed = [output for output in outputs if output.changed]
    for output in outputs:
        if output.edition in {"html", "bilingual"} and (output.changed or not dry_run):
            click.echo(str(shown_path(output.path, project)))
    if built.pages and not project.settings.base_url:
        click.echo(_("Feeds and sitemap.xml are left out: they need the setting base_url."))
    if built.pages and not project.settings.base_url:
        click.echo(_("Feeds and sitemap.xml are left out: the setting base_url says where the site will be"))
    template = _("{changed} of {total} files would be written") if dry_run else _("{changed} of {total} files written")
    click.echo(template.format(changed=len(changed), total=len(outputs)))
    home = next((output for output in built.pages if output.edition == "index" and not output.locale), None)
    if home is not None and not dry_run:
        click.echo(_("Open {path}").format(path=shown_path(home.path, project)))
