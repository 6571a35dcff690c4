"""What can go wrong, as values: a phrase to be put into the reader's language, a place, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from taiyaku.span import Position

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The worst first."""


class Phrase:
    """A message of the program: an English template and its parameters.

    The template is the id under which a message catalog holds its translation; `str(phrase)` is the English. Only
    the command line, the reporters and the editions translate it, so that no lower floor needs to know a language.
    """

    __slots__ = ("parameters", "template")

    def __init__(self, template: str, /, **parameters: object) -> None:
        self.template = template
        self.parameters = parameters

    def filled(self, **parameters: object) -> Phrase:
        """Return the same message about something else: for tables of messages that wait for their parameters."""
        return type(self)(self.template, **parameters)

    def translated(self, gettext: Callable[[str], str]) -> str:
        """Return the text in the language of `gettext`, parameters filled in."""
        filled = {
            name: value.translated(gettext) if isinstance(value, Phrase) else value
            for name, value in self.parameters.items()
        }
        return gettext(self.template).format(**filled)

    def __str__(self) -> str:
        return self.translated(str)

    def __repr__(self) -> str:
        return f"Phrase({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Phrase):
            return NotImplemented
        return (self.template, self.parameters) == (other.template, other.parameters)

    def __hash__(self) -> int:
        return hash((self.template, tuple(self.parameters)))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file, with its place and what to do about it.

    Wrong data in an author's or translator's file is a problem, and its neighbours stay intact; an exception
    (which carries one) means that the command cannot go on with that file.
    """

    what: Phrase
    path: Path | None = None
    position: Position | None = None
    hint: Phrase | None = None
    severity: Severity = "error"

    def translated(self, gettext: Callable[[str], str]) -> str:
        """Return `path:line:column: what; hint` in the language of `gettext`, leaving out what is not known."""
        place = "" if self.path is None else f"{self.path}:"
        if self.position is not None:
            place += f"{self.position.line}:{self.position.column}:"
        text = self.what.translated(gettext)
        if self.hint is not None:
            text = gettext("{what}; {hint}").format(what=text, hint=self.hint.translated(gettext))
        return f"{place} {text}" if place else text

    def __str__(self) -> str:
        return self.translated(str)


class TaiyakuError(Exception):
    """The base of all errors raised on purpose; `problem` says what, where and what to do."""

    exit_code = 3

    def __init__(
        self,
        what: Phrase,
        *,
        path: Path | None = None,
        position: Position | None = None,
        hint: Phrase | None = None,
    ) -> None:
        self.problem = Problem(what, path, position, hint)
        super().__init__(str(self.problem))


class UsageError(TaiyakuError):
    """The command was called with something that cannot be meant: an unknown slug, locale or option value."""

    exit_code = 2


class SettingsError(TaiyakuError):
    """The settings file or a theme cannot be used."""

    exit_code = 2


class AnswersError(SettingsError):
    """The waivers or the baseline cannot be read, so that nobody knows which findings are answered."""

    exit_code = 3


class ArticleError(TaiyakuError):
    """An article cannot be read: not UTF-8, front matter not closed or unsafe, ..."""


class CatalogError(TaiyakuError):
    """A catalog cannot be read, or what was to be written would not be read back the same; nothing was written."""


class TermbaseError(TaiyakuError):
    """A termbase cannot be used: not TOML, a key nobody knows, entries that contradict each other, ..."""


class UnreadableError(TaiyakuError):
    """What was to be imported cannot be read, or is not safe to be; nothing was written."""


class SaveError(TaiyakuError):
    """A file could not be written; what stood there before stands there still."""
