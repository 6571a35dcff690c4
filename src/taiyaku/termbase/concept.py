"""A name or a term: one concept, with what it is called in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Kind = Literal["term", "person", "place", "organization", "work"]
Status = Literal["preferred", "admitted", "deprecated", "forbidden"]
Order = Literal["family-first", "given-first"]
LANGUAGES = ("en", "ja")


@dataclass(frozen=True, slots=True)
class Term:
    """One way to say it. `reading` is hiragana, family and given name apart; `parts` are these two in the name itself.

    `case`: only with these capitals. Names need their capitals anyhow.
    """

    text: str
    language: str
    status: Status = "preferred"
    reading: str = ""
    parts: tuple[str, ...] = ()
    case: bool = False
    note: str = ""

    @property
    def allowed(self) -> bool:
        """Whether a text may say it so."""
        return self.status in {"preferred", "admitted"}


@dataclass(frozen=True, slots=True)
class Title:
    """A person's title in each language, the first form preferred, and the days of holding it, both included."""

    en: tuple[str, ...] = ()
    ja: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def of(self, language: str) -> tuple[str, ...]:
        """Return its forms in a language."""
        return self.ja if language == "ja" else self.en

    def held_on(self, day: date | None) -> bool:
        """Whether the person held it on a day; when the day is not known, it may be so."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """A concept. `verified` says who made sure of it, and when; `line` is where it begins in its file, from 1."""

    id: str
    kind: Kind
    terms: tuple[Term, ...]
    definition: str = ""
    note: str = ""
    order: Order | None = None
    verified: str = ""
    titles: tuple[Title, ...] = ()
    line: int = 0

    def of(self, language: str) -> tuple[Term, ...]:
        """Return its terms in a language."""
        return tuple(term for term in self.terms if term.language == language)

    def allowed(self, language: str) -> tuple[Term, ...]:
        """Return its preferred and admitted terms in a language, preferred ones first."""
        terms = [term for term in self.terms if term.language == language and term.allowed]
        return tuple(sorted(terms, key=lambda term: term.status != "preferred"))

    def preferred(self, language: str) -> str:
        """Return what it is best called in a language; empty if the termbase does not say."""
        return next((term.text for term in self.allowed(language)), "")

    @property
    def is_name(self) -> bool:
        """Whether it is the name of one person, place, organization or work."""
        return self.kind != "term"

    def titles_on(self, day: date | None) -> tuple[Title, ...]:
        """Return the titles of a person on a day, or all of them if the day is not known."""
        return tuple(title for title in self.titles if title.held_on(day))
