"""Options and arguments that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli.output import _
from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from taiyaku.project.project import Project

articles = click.argument("articles", nargs=-1, metavar=_("[ARTICLE]..."))
locales = click.option(
    "--locale", "locales", multiple=True, metavar=_("LOCALE"), help=_("Only this locale; may be given several times.")
)
dry_run = click.option("--dry-run", is_flag=True, help=_("Show what would be done, and do nothing."))
write = click.option(
    "--write",
    is_flag=False,
    flag_value="-",
    metavar=_("[FILE]"),
    help=_(
        "Add to the termbase what you pick on the terminal; with a .toml FILE, or into a pipe, the proposals are "
        "written down to be looked through instead."
    ),
)
accept = click.option(
    "--accept",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Add the entries of a file that you have looked through to the termbase."),
)
page_format = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    help=_("How to print the result; html is a page that prints well."),
)
report_file = click.option(
    "--output",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Write the report into a file instead."),
)
output_format = click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", help=_("How to print the result.")
)


def checked_locales(project: Project, locales: tuple[str, ...]) -> tuple[str, ...]:
    """Return the locales as the project spells them. Raises UsageError for one that it does not have."""
    from taiyaku.locale import Locale

    known = {Locale.parse(tag).tag: tag for tag in project.settings.locales}
    found = []
    for locale in locales:
        tag = Locale.parse(locale).tag
        if tag not in known:
            raise UsageError(
                Phrase("the project has no locale “{locale}”", locale=locale),
                hint=Phrase("it has {locales}", locales=", ".join(project.settings.locales)),
            )
        found.append(known[tag])
    return tuple(found)
