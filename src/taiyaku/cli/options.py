"""Options and arguments that several commands have."""

from __future__ import annotations

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
