"""taiyaku preview."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import click

from taiyaku.cli.output import EXIT_UNREADABLE, _, show_problems

_PORT = 8000


@click.command(
    "preview",
    help=_(
        "Show the editions in a browser while you work: a page is new as soon as you save an article, a catalog, the "
        "theme or the termbase. Findings stand beside their paragraphs, and a click on a paragraph tells its line in "
        "the article and in the catalog."
    ),
    epilog=_("Example: taiyaku preview --open"),
)
@click.argument("article", required=False, metavar=_("[ARTICLE]"))
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=_PORT,
    show_default=True,
    help=_("The port to serve at; if it is taken, the next free one."),
)
@click.option("--open", "opens", is_flag=True, help=_("Open a browser as well."))
@click.option(
    "--editor",
    default="",
    envvar="TAIYAKU_EDITOR",
    metavar=_("COMMAND"),
    help=_(
        "The command that opens a file at a line, such as: code -g {path}:{line}. TAIYAKU_EDITOR in the environment "
        "says the same."
    ),
)
def command(article: str | None, port: int, opens: bool, editor: str) -> None:
    """Serve the editions until Ctrl-C."""
    import secrets

    from taiyaku.messages import reader_language
    from taiyaku.preview.desk import Desk
    from taiyaku.preview.editor import Editor
    from taiyaku.preview.pages import Pages
    from taiyaku.preview.server import open_server, serve
    from taiyaku.project.project import require_project

    project = require_project(Path.cwd())
    opener = Editor.parse(editor) if editor else None
    articles, problems = project.select([article]) if article else ([], [])
    show_problems(problems, project)
    if problems:
        sys.exit(EXIT_UNREADABLE)
    pages = Pages(Desk(project), reader_language(), _, secrets.token_urlsafe(), opens=opener is not None)
    server = open_server(port, pages, opener)
    if port and server.server_port != port:
        click.echo(_("Port {port} is taken.").format(port=port), err=True)
    url = server.url + (pages.start(articles[0].slug) if len(articles) == 1 else "/")
    with suppress(KeyboardInterrupt):
        click.echo(_("Preview: {url} (Ctrl-C ends it)").format(url=url))
        if opens:
            click.launch(url)
        serve(server)
    click.echo(_("The preview has ended."))
