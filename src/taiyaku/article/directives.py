"""Directives: HTML comments in which authors and translators tell taiyaku what to do.

`<!-- taiyaku: NAME -->` or `<!-- taiyaku: NAME: VALUE -->`. In an article: skip, skip-start, skip-end, note, context.
As a whole translation: omit (with the reason) and joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from taiyaku.errors import Phrase

ARTICLE_DIRECTIVES = ("skip", "skip-start", "skip-end", "note", "context")
TRANSLATION_DIRECTIVES = ("omit", "joined")

_DIRECTIVE = re.compile(r"<!--\s*taiyaku:\s*(?P<name>[\w-]*)\s*(?::\s*(?P<value>.*?)\s*)?-->", re.DOTALL)
_NEED_VALUE = frozenset({"note", "context"})


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive and its value ("" if none); `start` is where its comment begins in the searched text."""

    name: str
    value: str
    start: int

    def fault(self, known: tuple[str, ...]) -> Phrase | None:
        """Say what is wrong with this directive in a place where `known` ones are allowed, or None."""
        if self.name not in known:
            near = get_close_matches(self.name, known, n=1)
            return Phrase(
                "unknown directive “{name}”; known here: {known}",
                name=self.name,
                known=", ".join(near or known),
            )
        if self.name in _NEED_VALUE and not self.value:
            return Phrase("the directive “{name}” needs a value: <!-- taiyaku: {name}: ... -->", name=self.name)
        return None


def find_directives(text: str) -> list[Directive]:
    """Return all directives in `text`, in order."""
    return [
        Directive(match["name"], " ".join((match["value"] or "").split()), match.start())
        for match in _DIRECTIVE.finditer(text)
    ]


def translation_directive(msgstr: str) -> Directive | None:
    """Return the directive that a translation consists of, or None if it is a text."""
    text = msgstr.strip()
    if not text.startswith("<!--"):
        return None
    match = _DIRECTIVE.fullmatch(text)
    return Directive(match["name"], match["value"] or "", 0) if match else None
