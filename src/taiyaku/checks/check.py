"""What a check is: a function over a bitext, with its words and its own examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding
    from taiyaku.errors import Phrase, Severity

Family = Literal[
    "completeness", "facts", "names", "terms", "markup", "typography", "style-ja", "style-en", "source", "process"
]
Scope = Literal["translation", "source"]
"""What a check looks at: an article in two languages, or the author's text alone, translated or not."""


class Bad(NamedTuple):
    """An example that must be found. `says` is part of the English message. Locales are told by the scripts."""

    source: str
    target: str
    says: str
    termbase: str = ""
    date: str = ""
    settings: str = ""


class Good(NamedTuple):
    """A near miss: an example that must stay silent. `why`, a message of the program, stands third in each call."""

    source: str
    target: str
    why: str
    termbase: str = ""
    date: str = ""
    settings: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A check. Its examples are its tests, what `taiyaku explain` shows, and its section in the docs.

    `name` is that of its module, with dashes. `languages` restricts the target ("ja", "en"); empty means both. What
    finds a `slip` of the source asks for no decision: it is put right, and no note of the desk answers it.
    """

    name: str
    family: Family
    severity: Severity
    summary: Phrase
    find: Callable[[Bitext], Iterator[Finding]]
    examples: tuple[Bad | Good, ...]
    scope: Scope = "translation"
    languages: tuple[str, ...] = ()
    default: bool = True
    slip: bool = False
