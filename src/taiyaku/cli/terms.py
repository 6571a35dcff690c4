"""taiyaku terms."""

from __future__ import annotations

from typing import Any

import click

from taiyaku.cli import options
from taiyaku.cli.output import _
from taiyaku.cli.register_command import Options, show_register


@click.command(
    "terms",
    help=_(
        "Propose terms for the termbase: noun compounds that come again and again, with their translations in all "
        "articles, in those given, or in any .po file."
    ),
    epilog=_("Example: taiyaku terms --write terms.toml"),
)
@click.argument("paths", nargs=-1, metavar=_("[ARTICLE]..."))
@options.locales
@options.write
@options.accept
@options.dry_run
@options.page_format
@options.report_file
def command(**given: Any) -> None:
    """Propose terms, and register them."""
    from taiyaku.workflow.terms import terms

    show_register(Options(**given), "terms", terms)
