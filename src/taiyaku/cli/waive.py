"""taiyaku waive."""

from __future__ import annotations

from pathlib import Path

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, progress_bar, show_diff, shown_path


@click.command(
    "waive",
    help=_("Answer findings that are no faults, with a reason: they are not told again while their texts stay."),
    epilog=_("Example: taiyaku waive 3fa9b0c1d2e3f405 --reason 'the mayor counts this way'"),
)
@click.argument("fingerprints", nargs=-1, required=True, metavar=_("FINGERPRINT..."))
@click.option("--reason", required=True, metavar=_("TEXT"), help=_("Why it is no fault."))
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar=_("ARTICLE"),
    help=_("Look for the findings in this article only; may be given several times."),
)
@options.dry_run
def command(fingerprints: tuple[str, ...], reason: str, articles: tuple[str, ...], dry_run: bool) -> None:
    """Write waivers."""
    from taiyaku.project.project import require_project
    from taiyaku.workflow.waive import waive

    project = require_project(Path.cwd())
    waived = waive(project, fingerprints, reason, articles=articles, dry_run=dry_run, progress=progress_bar())
    if dry_run:
        show_diff(waived.old, waived.new, waived.path)
        return
    for found in waived.findings:
        what = found.finding.message.translated(_)
        click.echo(f"{found.fingerprint}  {found.finding.check}  {found.slug}  {what}")
    click.echo(_("written to {path}").format(path=shown_path(waived.path, project)))
