"""taiyaku explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from taiyaku.cli.output import _, coloured
from taiyaku.errors import Phrase, UsageError
from taiyaku.text.width import padded, visible, width

if TYPE_CHECKING:
    from taiyaku.checks.check import Bad, Check, Family, Good

_FAMILIES: dict[Family, Phrase] = {
    "completeness": Phrase("completeness"),
    "facts": Phrase("facts"),
    "names": Phrase("names"),
    "terms": Phrase("terms"),
    "markup": Phrase("markup"),
    "typography": Phrase("typography"),
    "style-ja": Phrase("style-ja"),
    "style-en": Phrase("style-en"),
    "source": Phrase("source"),
    "process": Phrase("process"),
}
"""What a family is about; a translation keeps its name, which settings and comments use."""


@click.command(
    "explain",
    help=_("Say what a check looks for, with examples of faults and of what is none; without a name, list all checks."),
    epilog=_("Example: taiyaku explain number-changed"),
)
@click.argument("check", required=False, metavar=_("[CHECK]"))
def command(check: str | None) -> None:
    """Explain a check, or the checks of a family."""
    from taiyaku.checks.registry import all_checks, named, names

    if check is None:
        _list(all_checks())
        return
    found = named(check)
    if not found:
        from difflib import get_close_matches

        near = get_close_matches(check, names(), n=1)
        hint = Phrase("did you mean “{name}”?", name=near[0]) if near else Phrase("`taiyaku explain` lists them")
        raise UsageError(Phrase("no check “{name}”", name=check), hint=hint)
    if found[0].name != check:
        _list(found)
        return
    for number, one in enumerate(found):
        if number:
            click.echo()
        _explain(one)


def _list(checks: tuple[Check, ...]) -> None:
    columns = max(width(check.name) for check in checks) + 2
    family = ""
    for check in checks:
        if check.family != family:
            click.echo(coloured(("\n" if family else "") + _FAMILIES[check.family].translated(_), bold=True))
            family = check.family
        off = "" if check.default else _(" (off unless it is enabled)")
        click.echo(f"  {padded(check.name, columns)}{check.summary.translated(_)}{off}")


def _explain(check: Check) -> None:
    from pathlib import Path

    from taiyaku.checks.check import Bad
    from taiyaku.checks.examples import example_findings

    click.echo(f"{coloured(check.name, bold=True)} ({check.family}): {check.summary.translated(_)}")
    click.echo(_("Severity: {severity}").format(severity=_(check.severity)))
    if not check.default:
        click.echo(_("Off unless the settings enable it."))
    shown: set[str] = set()
    for example in check.examples:
        if isinstance(example, Bad):
            said = [finding.message.translated(_) for finding in example_findings(check, example, Path(check.name))]
            _show(coloured(_("Found:"), fg="red"), example, _("; ").join(said), shown)
    for example in check.examples:
        if not isinstance(example, Bad):
            _show(coloured(_("Not found:"), fg="green"), example, _(example.why), shown)


def _show(title: str, example: Bad | Good, says: str, shown: set[str]) -> None:
    """Show an example; of a termbase or settings that were shown before, only that they are there."""
    click.echo()
    click.echo(f"{title} {visible(says)}")
    for text in (example.source, example.target):
        for line in text.split("\n"):
            click.echo(f"    {visible(line)}".rstrip())
    for extra in (example.termbase, example.settings, f'date = "{example.date}"' if example.date else ""):
        lines = extra.strip().split("\n") if extra else []
        for line in lines if extra not in shown else ["…"] * bool(lines):
            click.echo(coloured(f"    | {visible(line)}", dim=True))
        shown.add(extra)
