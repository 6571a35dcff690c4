"""taiyaku names."""

from __future__ import annotations

from typing import Any

import click

from taiyaku.cli import options
from taiyaku.cli.output import _
from taiyaku.cli.register_command import Options, show_register


@click.command(
    "names",
    help=_(
        "List the persons, places and organizations of all articles, of those given, or of any .po file, and propose "
        "entries for the termbase."
    ),
    epilog=_("Example: taiyaku names --format html --output names.html"),
)
@click.argument("paths", nargs=-1, metavar=_("[ARTICLE]..."))
@options.locales
@options.write
@options.accept
@options.dry_run
@options.page_format
@options.report_file
def command(**given: Any) -> None:
    """List names, and register them."""
    from taiyaku.workflow.names import names

    show_register(Options(**given), "names", names)
