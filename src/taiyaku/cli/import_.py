"""taiyaku import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.cli import options
from taiyaku.cli.output import _, shown_path
from taiyaku.reporters.words import role_name
from taiyaku.text.width import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.errors import Phrase
    from taiyaku.importers.imported import Remark
    from taiyaku.importers.sniff import Kind
    from taiyaku.project.project import Project
    from taiyaku.workflow.import_ import ImportedArticle

_MOST_REPORTS = 8
_SHOWN_KEYS = ("title", "deck", "byline", "staff", "authors", "place", "date", "updated", "source_url", "locale")
_WIDEST_VALUE = 70


@click.command(
    "import",
    help=_(
        "Make an article of what came in: a paste, HTML, Word or Markdown. FILE is a path, or - for what is piped in. "
        "What is doubtful, as a missing headline or year, is asked for in the article, and never invented."
    ),
    epilog=_("Example: taiyaku import paste.txt --title 'Harbor opens' --date 2026-04-01"),
)
@click.argument("file", metavar=_("FILE"))
@click.option("--slug", default="", metavar=_("SLUG"), help=_("The article's short name; otherwise made of its title."))
@click.option(
    "--locale", default="", metavar=_("LOCALE"), help=_("The article's language; otherwise seen in its text.")
)
@click.option("--title", default="", metavar=_("TEXT"), help=_("The headline."))
@click.option("--date", default="", metavar=_("DATE"), help=_("The date of publication, as 2026-04-01."))
@click.option("--encoding", default="", metavar=_("NAME"), help=_("The file's encoding, as shift_jis."))
@click.option(
    "--format",
    "kind",
    type=click.Choice(["paste", "html", "docx", "markdown"]),
    default=None,
    help=_("How to read the file; otherwise by its name and content."),
)
@click.option("--force", is_flag=True, help=_("Replace an article, and pictures, that stand there already."))
@click.option("--verbose", is_flag=True, help=_("Tell of everything that was done."))
@options.dry_run
def command(  # noqa: PLR0913, PLR0917 (click gives each option by name)
    file: str,
    slug: str,
    locale: str,
    title: str,
    date: str,
    encoding: str,
    kind: Kind | None,
    force: bool,
    verbose: bool,
    dry_run: bool,
) -> None:
    """Import an article."""
    from taiyaku.locale import Locale
    from taiyaku.project.project import require_project
    from taiyaku.workflow.import_ import Wishes, import_article, write_article

    project = require_project(Path.cwd())
    locale = Locale.parse(locale).tag if locale else ""
    wishes = Wishes(slug, locale, title, _checked_date(date), encoding, kind)
    article = import_article(project, file, _content(file), wishes)
    if dry_run:
        from taiyaku.cli.output import show_diff

        show_diff(article.old or "", article.text, shown_path(article.path, project))
        click.echo()
    else:
        write_article(project, article, force=force)
    _show(article, file, project, dry_run=dry_run, verbose=verbose)


def _checked_date(date: str) -> str:
    """Return the date as it was given. Raises UsageError for what is none."""
    import datetime as dt

    from taiyaku.errors import Phrase, UsageError

    try:
        return dt.date.fromisoformat(date).isoformat() if date else ""
    except ValueError as error:
        raise UsageError(Phrase("“{date}” is no date", date=date), hint=Phrase("write it as 2026-04-01")) from error


def _content(file: str) -> bytes:
    from taiyaku.importers.limits import read_bounded

    return read_bounded(sys.stdin.buffer if file == "-" else Path(file))


def _show(article: ImportedArticle, file: str, project: Project, *, dry_run: bool, verbose: bool) -> None:
    """Print what was seen and done, what is to be decided, and what to type next."""
    path = shown_path(article.path, project)
    kind = {"paste": _("a paste"), "docx": "Word", "html": "HTML", "markdown": "Markdown"}[article.kind]
    read_as = _("{file}: read as {kind}, {encoding}") if article.encoding else _("{file}: read as {kind}")
    click.echo(visible(read_as.format(file=file, kind=kind, encoding=article.encoding)))
    template = _("would write {path}") if dry_run else _("wrote {path}")
    for written in (path, *(path.parent / picture.path for picture in article.imported.pictures)):
        click.echo(visible(template.format(path=written)))
    for key, value in _values(article):
        click.echo(visible(f"  {key:<8} {value}"))
    roles = ", ".join(f"{role_name(role).translated(_)} {count}" for role, count in article.imported.roles.items())
    if roles:
        click.echo(_("Seen: {roles}").format(roles=roles))
    done = [remark for remark in article.remarks if not remark.doubtful]
    _show_remarks(_("Done:"), done, most=len(done) if verbose else _MOST_REPORTS)
    doubtful = [remark for remark in article.remarks if remark.doubtful]
    _show_remarks(_("Look at these:"), doubtful, most=len(doubtful))
    _show_next(article, path)


def _values(article: ImportedArticle) -> Iterable[tuple[str, str]]:
    from taiyaku.text.width import shortened

    metadata = article.imported.metadata
    for key in _SHOWN_KEYS:
        value = metadata.get(key)
        if value:
            yield key, shortened(value if isinstance(value, str) else ", ".join(value), _WIDEST_VALUE)
        elif key in article.asked:
            yield key, _("not found: asked for in the article")


def _show_remarks(heading: str, remarks: list[Remark], *, most: int) -> None:
    if remarks:
        click.echo(heading)
    for remark in remarks[:most]:
        place = _("line {line}: ").format(line=remark.line) if remark.line else ""
        click.echo(visible(f"  {place}{_named(remark.what).translated(_)}"))
    if len(remarks) > most:
        click.echo("  " + _("further: {count}; --verbose tells of all").format(count=len(remarks) - most))


def _named(what: Phrase) -> Phrase:
    """Return a message with its role, if it tells one, by name."""
    role = what.parameters.get("role")
    return what.filled(**{**what.parameters, "role": role_name(role)}) if isinstance(role, str) else what


def _show_next(article: ImportedArticle, path: Path) -> None:
    if article.asked:
        keys = ", ".join(article.asked)
        click.echo(
            _("Next: fill in {keys} in {path} and look it over, then type `taiyaku update`.").format(
                keys=keys, path=path
            )
        )
    else:
        click.echo(_("Next: look over {path}, then type `taiyaku update`.").format(path=path))
