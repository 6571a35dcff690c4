"""taiyaku approve."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, progress_bar, show_diff, shown_path


@click.command(
    "approve",
    help=_("Sign off translations of articles. An approval lapses when article, translation or findings change."),
    epilog=_("Example: taiyaku approve 2024-08-torrance-bizen --locale ja --by 'Desk editor'"),
)
@click.argument("articles", nargs=-1, required=True, metavar=_("ARTICLE..."))
@options.locales
@click.option("--by", "name", default="", metavar=_("NAME"), help=_("Who approves."))
@click.option("--note", default="", metavar=_("TEXT"), help=_("What there is to say about it."))
@click.option("--force", is_flag=True, help=_("Approve it though it has gaps or errors; needs --note."))
@click.option("--revoke", is_flag=True, help=_("Take the approval back."))
@options.dry_run
def command(articles: tuple[str, ...], locales: tuple[str, ...], **chosen: Any) -> None:
    """Write approvals, or take them back."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.approve import Word, approve, revoke

    project = require_project(Path.cwd())
    wanted = options.checked_locales(project, locales)
    if chosen["revoke"]:
        done = revoke(project, articles, wanted, dry_run=chosen["dry_run"])
    else:
        word = Word(chosen["name"], datetime.now().astimezone().date().isoformat(), chosen["note"], chosen["force"])
        done = approve(project, articles, wanted, word, dry_run=chosen["dry_run"], progress=progress_bar())
    if chosen["dry_run"]:
        show_diff(done.old, done.new, done.path)
        return
    line = _("{slug}  {locale}  taken back") if chosen["revoke"] else _("{slug}  {locale}  approved by {name}")
    for one in done.approvals:
        click.echo(line.format(slug=one.slug, locale=one.locale, name=one.by))
    click.echo(_("written to {path}").format(path=shown_path(done.path, project)))
