"""Directives: HTML comments in which authors and translators tell taiyaku what to do.

`<!-- taiyaku: NAME -->` or `<!-- taiyaku: NAME: VALUE -->`. In an article: skip, skip-start, skip-end, note, context,
role, desk. As a whole translation: omit (with the reason) and joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from taiyaku.errors import Phrase

ARTICLE_DIRECTIVES = ("skip", "skip-start", "skip-end", "note", "context", "role", "desk")
TRANSLATION_DIRECTIVES = ("omit", "joined")

ROLES = ("caption", "credit", "byline", "staff", "dateline", "pull-quote", "editors-note", "crosshead", "deck")
"""What the author may call a paragraph or a quotation."""

_OPENING = re.compile(r"(<!--|\{/\*|\{#)\s*taiyaku:")
_CLOSINGS = {"<!--": "-->", "{/*": "*/}", "{#": "#}"}
_NEED_VALUE = frozenset({"note", "context", "role"})
_DESK_NOTE = re.compile(r"(\d{4}-\d{2}-\d{2})[:：]\s*(\S.*)")


class DeskNote(NamedTuple):
    """The desk's answer to a doubt about the source: `date` as 2026-11-20, and what was found out."""

    date: str
    text: str

    @property
    def line(self) -> str:
        """The note as the translator is shown it."""
        return f"{_DESK}{self.date}: {self.text}"


_DESK = "desk, "


def desk_note(value: str) -> DeskNote | None:
    """Return the note that a directive's value gives, or None if it does not begin with its date."""
    match = _DESK_NOTE.fullmatch(value)
    return DeskNote(match[1], match[2]) if match and _is_date(match[1]) else None


def desk_notes(lines: tuple[str, ...]) -> list[DeskNote]:
    """Return the desk's notes among the lines that tell a translator what a segment is."""
    notes = (desk_note(line.removeprefix(_DESK)) for line in lines if line.startswith(_DESK))
    return [note for note in notes if note is not None]


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive and its value ("" if none); `start` is where its comment begins in the searched text."""

    name: str
    value: str
    start: int

    def fault(self, known: tuple[str, ...]) -> Phrase | None:
        """Say what is wrong with this directive in a place where `known` ones are allowed, or None."""
        if self.name not in known:
            near = _nearest(self.name, known)
            if near:
                return Phrase("unknown directive “{name}”; did you mean “{near}”?", name=self.name, near=near)
            return Phrase("unknown directive “{name}”; known here: {known}", name=self.name, known=", ".join(known))
        if self.name in _NEED_VALUE and not self.value:
            return Phrase("the directive “{name}” needs a value: <!-- taiyaku: {name}: ... -->", name=self.name)
        if self.name == "desk" and desk_note(self.value) is None:
            return Phrase("a note of the desk begins with its date: <!-- taiyaku: desk: 2026-11-20: ... -->")
        if self.name == "role" and self.value not in ROLES:
            near = _nearest(self.value, ROLES)
            if near:
                return Phrase("unknown role “{name}”; did you mean “{near}”?", name=self.value, near=near)
            return Phrase("unknown role “{name}”; known are: {known}", name=self.value, known=", ".join(ROLES))
        return None


def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.lower().replace("_", "-"), known, n=1)), None)


class Orders(NamedTuple):
    """What the directives before a block say: whether to skip it, notes to its translator, its name, and its role."""

    skip: bool = False
    note: tuple[str, ...] = ()
    name: str | None = None
    role: str | None = None

    def after(self, directive: Directive) -> Orders:
        """Return these orders and what `directive` adds to them."""
        if directive.name == "skip":
            return self._replace(skip=True)
        if directive.name == "note":
            return self._replace(note=(*self.note, directive.value))
        if directive.name == "desk" and (note := desk_note(directive.value)) is not None:
            return self._replace(note=(*self.note, note.line))
        if directive.name == "context":
            return self._replace(name=directive.value)
        if directive.name == "role":
            return self._replace(role=directive.value)
        return self


def find_directives(text: str) -> list[Directive]:
    """Return all directives in `text`, in order. A comment ends at its first `-->`.

    The comments of MDX (`{/* */}`) and Jinja (`{# #}`) will do, where they are comments.
    """
    directives = []
    opening = _OPENING.search(text)
    while opening is not None:
        end = text.find(_CLOSINGS[opening[1]], opening.end())
        if end < 0:
            break
        name, _, value = text[opening.end() : end].partition(":")
        directives.append(Directive(name.strip(), " ".join(value.split()), opening.start()))
        opening = _OPENING.search(text, end)
    return directives


def translation_directive(msgstr: str) -> Directive | None:
    """Return the directive that a translation consists of, or None if it is a text."""
    text = msgstr.strip()
    if not text.startswith("<!--") or text.find("-->") != len(text) - len("-->"):
        return None
    return next(iter(find_directives(text)), None)
