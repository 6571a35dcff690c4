"""taiyaku align."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from taiyaku.cli import options
from taiyaku.cli.output import (
    EXIT_FINDINGS,
    _,
    coloured,
    exit_code,
    progress_bar,
    show_diff,
    show_json,
    show_problems,
    shown_path,
)
from taiyaku.errors import Phrase, UsageError
from taiyaku.text.width import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.project.project import Project
    from taiyaku.workflow.align import Aligned
    from taiyaku.workflow.align_findings import Finding, Passage
    from taiyaku.workflow.articles import Outcome

_STDOUT = "-"
_EXCERPT = 60  # columns of a passage that is named


@click.command(
    "align",
    help=_(
        "Make a catalog from an article that was translated by hand before. ORIGINAL is an article of the project, "
        "TRANSLATION a Markdown or text file anywhere; or both are patterns, or ORIGINAL alone is one with {locale}."
    ),
    epilog=_("Example: taiyaku align 2024-08-torrance-bizen old/torrance.ja.md"),
)
@click.argument("original", metavar=_("ORIGINAL"))
@click.argument("translation", metavar=_("[TRANSLATION]"), required=False)
@click.option("--locale", "locales", multiple=True, metavar=_("LOCALE"), help=_("The locale of the translation."))
@click.option(
    "--at",
    default="auto",
    metavar=_("REV"),
    help=_("The revision of the original that was translated: auto (by front matter, else by date), none, or git's."),
)
@click.option(
    "--output", "target", metavar=_("FILE"), help=_("Write this catalog, and not the project's; - is standard output.")
)
@click.option("--diff", is_flag=True, help=_("Show how the translation rebuilt from the catalog differs."))
@options.dry_run
@options.output_format
def command(original: str, translation: str | None, **chosen: Any) -> None:
    """Adopt translations made by hand."""
    from datetime import datetime

    from taiyaku.project.project import require_project
    from taiyaku.workflow.align import AlignOptions, align

    project = require_project(Path.cwd())
    target = None if chosen["target"] is None else _target(chosen["target"], as_json=chosen["output"] == "json")
    outcome = align(
        project,
        (original, translation),
        now=datetime.now().astimezone(),
        locales=options.checked_locales(project, chosen["locales"]),
        options=AlignOptions(chosen["at"], target, chosen["dry_run"]),
        progress=progress_bar(),
    )
    if chosen["output"] == "json":
        from taiyaku.cli.align_json import align_manifest

        show_json(align_manifest(outcome, project))
    else:
        _print_text(outcome, project, diff=chosen["diff"], dry_run=chosen["dry_run"])
        show_problems(outcome.problems, project)
    told = [problem for problem in outcome.problems if problem.severity != "note"]
    clean = not told and all(result.clean for result in outcome.results)
    sys.exit(exit_code(outcome.problems) or (0 if clean else EXIT_FINDINGS))


def _target(name: str, *, as_json: bool) -> Path:
    """The file that --output names; `-` is the standard output."""
    if name != _STDOUT:
        return Path.cwd() / name
    if as_json:
        raise UsageError(
            Phrase("--output - and --format json both print"), hint=Phrase("give one of them, or a file as --output")
        )
    return Path(_STDOUT)


def _print_text(outcome: Outcome[Aligned], project: Project, *, diff: bool, dry_run: bool) -> None:
    for result in outcome.results:
        to_stdout = str(result.saved.path) == _STDOUT  # what is told goes to stderr then
        if to_stdout:
            click.echo(result.saved.new.encode(), nl=False)  # UTF-8 whatever the terminal says
        elif dry_run:
            show_diff(result.saved.old, result.saved.new, shown_path(result.saved.path, project))
        shown = map(visible, result.difference.lines if diff else ())
        for line in (*_told(result, project), *shown):
            click.echo(line, err=to_stdout)
    if len(outcome.results) > 1:
        _show_table(outcome, project)


def _told(result: Aligned, project: Project) -> Iterator[str]:
    """Yield the lines that tell what was adopted, and what is to be looked at."""
    head = _("{path}: adopted {adopted}, to be looked at {fuzzy}, kept {kept}, still empty {empty}")
    path = _catalog_path(result, project)
    yield coloured(head.format(path=path, **result.counts._asdict()), bold=True)
    original = result.original
    if original.revision is not None:
        yield "  " + _("aligned with the original of {revision} (by {told}), then brought up to date").format(
            revision=original.revision[:12], told=original.told
        )
    for finding in result.findings:
        yield f"  {_label(finding)}"
        for passage in (*finding.original, *finding.translation):
            yield f"    {_place(passage, project)}: {_excerpt(passage.text)}"
    yield f"  {_proof(result)}"


def _catalog_path(result: Aligned, project: Project) -> str:
    path = result.saved.path
    return _STDOUT if str(path) == _STDOUT else str(shown_path(path, project))


def _label(finding: Finding) -> str:
    words = {
        "doubtful": _("doubtful, marked fuzzy"),
        "changed": _("the original has changed since it was translated, marked fuzzy"),
        "untranslated": _("left untranslated"),
        "other-wording": _("the same text is translated in another way elsewhere; this wording was not adopted"),
        "left-out": _("not in the translation, left untranslated"),
        "no-original": _("not in the original, not adopted"),
        "refused": _("cannot be written where it belongs, marked fuzzy"),
    }
    label = coloured(words[finding.kind], fg="yellow")
    return label if finding.why is None else f"{label}: {finding.why.translated(_)}"


def _place(passage: Passage, project: Project) -> str:
    return f"{shown_path(passage.path, project)}:{passage.position.line}:{passage.position.column}"


def _excerpt(text: str) -> str:
    return shortened(visible(text.replace("\n", " ")), _EXCERPT)


def _proof(result: Aligned) -> str:
    difference = result.difference
    if difference.exact:
        return _("rebuilt from the catalog: the same, byte for byte")
    if not difference.any:
        return _("rebuilt from the catalog: the same, but for line breaks within paragraphs")
    counts = (
        (_("passages: {count}"), difference.passages),
        (_("front matter: {count}"), difference.front),
        (_("code, HTML and other lines that no catalog holds: {count}"), difference.other),
    )
    differing = ", ".join(template.format(count=count) for template, count in counts if count)
    return _("rebuilt from the catalog, lines that differ: {differing}").format(differing=differing)


def _show_table(outcome: Outcome[Aligned], project: Project) -> None:
    from taiyaku.text.width import padded, width

    head = [_("translation"), _("adopted"), _("fuzzy"), _("kept"), _("empty"), _("no original"), _("differs")]
    rows = [head, *(_row(result, project) for result in outcome.results)]
    widths = [max(width(row[column]) for row in rows) for column in range(len(head))]
    click.echo()
    for row in rows:
        first, *rest = (padded(cell, columns) for cell, columns in zip(row, widths, strict=True))
        click.echo("  ".join([first, *rest]).rstrip())


def _row(result: Aligned, project: Project) -> list[str]:
    extra = sum(finding.kind == "no-original" for finding in result.findings)
    difference = result.difference
    differing = difference.passages + difference.front + difference.other
    numbers = [*result.counts, extra, differing]
    return [str(shown_path(result.translation, project)), *map(str, numbers)]
