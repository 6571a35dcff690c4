"""The command line: options in, workflow called, text out. Each command is a module of its own, loaded when called."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING

import click

from taiyaku import __version__
from taiyaku.cli.output import CONTEXT, _, fail, forgive_encodings, install_words

if TYPE_CHECKING:
    from collections.abc import Sequence

install_words()

COMMANDS = {
    "init": _("Begin a new project."),
    "import": _("Make an article of what came in: a paste, HTML, Word."),
    "extract": _("Make the templates of articles."),
    "update": _("Bring templates and catalogs up to date with the articles."),
    "changes": _("Show what a correction did, and what waits for the translator."),
    "status": _("Show how far every article is."),
    "check": _("Show what differs between the languages and should not."),
    "names": _("List names, and propose them for the termbase."),
    "terms": _("Propose terms for the termbase."),
    "approve": _("Sign off a translation."),
    "preview": _("Show the editions in a browser while you work."),
    "build": _("Build the editions."),
    "theme": _("List what pages are made with, and copy it to change it."),
    "explain": _("Say what a check looks for."),
    "answer": _("Answer a doubt about the source, in the article."),
    "waive": _("Answer a finding that is no fault."),
    "baseline": _("Take today's findings as known."),
    "memory": _("Look up what has been translated, import and export it."),
    "align": _("Make a catalog from a translation that was made by hand."),
    "rename": _("Rename an article, with its catalogs."),
    "restore": _("Give back what another program lost in catalogs."),
    "prune": _("Take obsolete messages out of catalogs."),
    "merge-driver": _("Merge catalogs message by message, for git."),
}
"""The commands in the order of a day's work, with their short help: listing them loads none."""


def _module_name(command: str) -> str:
    """Return the module of a command; `import` is a word of Python's own, so that its module is `import_`."""
    name = command.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name


class _Commands(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"taiyaku.cli.{_module_name(cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(_("Commands")):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = _("did you mean “{name}”?").format(name=near[0]) if near else _("`taiyaku --help` lists them")
            raise click.UsageError(_("no command “{name}”; {hint}").format(name=args[0], hint=hint), ctx)
        return super().resolve_command(ctx, args)


@click.command(
    cls=_Commands,
    invoke_without_command=True,
    context_settings=CONTEXT,
    help=_("taiyaku (対訳) localizes articles between English and Japanese. Alone, it says what to do next."),
    epilog=_("Example: taiyaku update && taiyaku build"),
)
@click.version_option(__version__, prog_name="taiyaku", message="%(prog)s %(version)s", help=_("Show the version."))
@click.pass_context
def group(context: click.Context) -> None:
    """Run a command, or say what to do next."""
    if context.invoked_subcommand is None:
        from taiyaku.cli.next_step import show_next_step

        show_next_step()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit: 0 clean, 1 findings or refused editions, 2 usage or settings, 3 unreadable input."""
    import gc

    from taiyaku.errors import Phrase, SaveError, TaiyakuError

    forgive_encodings()
    gc.set_threshold(50_000, 20, 20)  # values without cycles, many at a time: collecting seldom saves a tenth
    try:
        group.main(arguments, prog_name="taiyaku", standalone_mode=True)
    except TaiyakuError as error:
        fail(error)
    except OSError as error:  # no current folder, nowhere to print to: nothing of ours, and no traceback either
        fail(SaveError(Phrase("the system refuses: {why}", why=error.strerror or error)))
