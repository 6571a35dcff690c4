"""How an editor takes proposals into the termbase: one by one on a terminal, or through a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli.output import _, coloured, show_diff, shown_path
from taiyaku.errors import Phrase, SettingsError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.project.project import Project
    from taiyaku.register.listed import Listed
    from taiyaku.termbase.additions import Added, Block

ASK = "-"
"""What --write means without a file: ask on a terminal, else print the file to review."""


def offer(project: Project | None, proposals: Sequence[Listed], write: str, command: str, *, dry_run: bool) -> None:
    """Let the editor choose: on the terminal, or in a file that `taiyaku <command> --accept` takes."""
    if write != ASK and Path(write).suffix != ".toml":
        raise UsageError(
            Phrase("--write takes a file ending in .toml, not “{name}”", name=write),
            hint=Phrase("name articles before --write"),
        )
    if not proposals:
        click.echo(_("nothing to propose"), err=True)
    elif write != ASK:
        _write_review(Path(write), proposals, command, dry_run=dry_run)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        _add(project, _picked(proposals), None, dry_run=dry_run)
    else:
        click.echo(_review(proposals, "FILE.toml", command), nl=False)


def _review(proposals: Iterable[Listed], name: str, command: str) -> str:
    from taiyaku.register.proposals import review_text

    head = _("Take out what is wrong, put right what is not quite so, and then: taiyaku {command} --accept {name}")
    return review_text(proposals, head.format(command=command, name=name), _)


def _write_review(path: Path, proposals: Sequence[Listed], command: str, *, dry_run: bool) -> None:
    from taiyaku.files import exchange

    text = _review(proposals, str(path), command)
    if dry_run:
        show_diff("", text, path)
        return
    if not exchange(path, None, text.encode()):
        raise UsageError(
            Phrase("{path} is there already", path=path),
            hint=Phrase("accept it with --accept, or take it away"),
        )
    click.echo(
        _("{path}: entries to look through: {count}; then type: taiyaku {command} --accept {path}").format(
            path=path, count=len(proposals), command=command
        )
    )


def _picked(proposals: Iterable[Listed]) -> list[Block]:
    """Ask about each proposal."""
    from taiyaku.register.proposals import blocks_of
    from taiyaku.reporters.names_text import KINDS, line_of

    picked: list[Listed] = []
    everything = False
    for listed in proposals:
        if not everything:
            kind = KINDS[listed.kind].translated(_)
            click.echo(f"{kind}  {coloured(line_of(listed, _), bold=True)}")
            click.echo(coloured("  " + "; ".join(phrase.translated(_) for phrase in listed.evidence), dim=True))
            answer = click.prompt(
                _("Add it? yes, no, all the rest, quit"),
                type=click.Choice(["y", "n", "a", "q"], case_sensitive=False),
                default="y",
            )
            if answer == "q":
                break
            if answer == "n":
                continue
            everything = answer == "a"
        picked.append(listed)
    return blocks_of(picked)


def accept_file(project: Project | None, path: Path, *, dry_run: bool) -> None:
    """Add the entries of a reviewed file to the project's termbase."""
    from taiyaku.termbase.additions import read_blocks

    _add(project, read_blocks(path), path, dry_run=dry_run)


def _add(project: Project | None, blocks: Sequence[Block], origin: Path | None, *, dry_run: bool) -> None:
    from taiyaku.termbase.additions import add_entries

    if project is None:
        raise SettingsError(
            Phrase("no project here, and so no termbase"), hint=Phrase("write the proposals into a file instead")
        )
    path = project.root / project.settings.termbase
    added = add_entries(path, blocks, origin, dry_run=dry_run)
    if dry_run:
        show_diff(added.old, added.new, shown_path(path, project))
        return
    _tell(added, shown_path(path, project))


def _tell(added: Added, path: Path) -> None:
    text = _("{path}: entries added: {added}").format(path=path, added=len(added.added))
    if added.known:
        text = _("{text}; there already: {known}").format(text=text, known=len(added.known))
    click.echo(text)
