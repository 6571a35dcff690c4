"""taiyaku merge-driver."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from taiyaku.cli.output import EXIT_FINDINGS, _, show_problems

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(
    "merge-driver",
    help=_(
        "Merge the changes from BASE to THEIRS into the catalog OURS, message by message. git calls it, once "
        "`taiyaku init --git` has told it to; NAME is then the path to show."
    ),
    epilog=_("Example: taiyaku merge-driver base.po ours.po theirs.po"),
)
@click.argument("base", type=_FILE, metavar=_("BASE"))
@click.argument("ours", type=_FILE, metavar=_("OURS"))
@click.argument("theirs", type=_FILE, metavar=_("THEIRS"))
@click.argument("name", type=click.Path(path_type=Path), required=False, metavar=_("[NAME]"))
def command(base: Path, ours: Path, theirs: Path, name: Path | None) -> None:
    """Merge catalogs message by message; exit with 1 if a person must settle something."""
    from taiyaku.workflow.merge_driver import merge_files

    problems = merge_files(base, ours, theirs, name or ours)
    show_problems(problems)
    sys.exit(EXIT_FINDINGS if problems else 0)
