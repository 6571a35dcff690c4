"""Directives: HTML comments in which authors and translators tell taiyaku what to do.

`<!-- taiyaku: NAME -->` or `<!-- taiyaku: NAME: VALUE -->`. In an article: skip, skip-start, skip-end, note, context.
As a whole translation: omit (with the reason) and joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from taiyaku.errors import Phrase

ARTICLE_DIRECTIVES = ("skip", "skip-start", "skip-end", "note", "context")
TRANSLATION_DIRECTIVES = ("omit", "joined")

_OPENING = re.compile(r"<!--\s*taiyaku:")
_CLOSING = "-->"
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
            from difflib import get_close_matches

            near = get_close_matches(self.name, known, n=1)
            if near:
                return Phrase("unknown directive “{name}”; did you mean “{near}”?", name=self.name, near=near[0])
            return Phrase("unknown directive “{name}”; known here: {known}", name=self.name, known=", ".join(known))
        if self.name in _NEED_VALUE and not self.value:
            return Phrase("the directive “{name}” needs a value: <!-- taiyaku: {name}: ... -->", name=self.name)
        return None


class Orders(NamedTuple):
    """What the directives before a block say about it: whether to skip it, notes to its translator, and its name."""

    skip: bool = False
    note: tuple[str, ...] = ()
    name: str | None = None

    def after(self, directive: Directive) -> Orders:
        """Return these orders and what `directive` adds to them."""
        if directive.name == "skip":
            return self._replace(skip=True)
        if directive.name == "note":
            return self._replace(note=(*self.note, directive.value))
        if directive.name == "context":
            return self._replace(name=directive.value)
        return self


def find_directives(text: str) -> list[Directive]:
    """Return all directives in `text`, in order. A comment ends at its first `-->`."""
    directives = []
    opening = _OPENING.search(text)
    while opening is not None:
        end = text.find(_CLOSING, opening.end())
        if end < 0:
            break
        name, _, value = text[opening.end() : end].partition(":")
        directives.append(Directive(name.strip(), " ".join(value.split()), opening.start()))
        opening = _OPENING.search(text, end)
    return directives


def translation_directive(msgstr: str) -> Directive | None:
    """Return the directive that a translation consists of, or None if it is a text."""
    text = msgstr.strip()
    if not text.startswith("<!--") or text.find(_CLOSING) != len(text) - len(_CLOSING):
        return None
    return next(iter(find_directives(text)), None)
