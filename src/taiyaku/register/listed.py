"""What the register says of a name: how it is called, how often, where first, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.errors import Phrase
    from taiyaku.termbase.concept import Kind

State = Literal["proposed", "unpaired", "unverified", "verified"]
"""Not registered and known in both languages; not registered and not surely known in both; registered, and nobody said
who made sure of it; or somebody did."""
STATES: tuple[State, ...] = ("proposed", "unpaired", "unverified", "verified")


class Use(NamedTuple):
    """Where a name stands: a path from the project's root and a line from 1, 0 if nobody knows it."""

    path: Path
    line: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A name in the register; forms are the preferred ones first, none in a language where it is not known.

    `reading` is in hiragana, family and given name apart; `draft` means that only the dictionary says so. `counts` are
    the mentions in English and Japanese. `kind` is None where no language tells it. `verified` is what the termbase
    says.
    """

    state: State
    kind: Kind | None
    english: tuple[str, ...]
    japanese: tuple[str, ...]
    counts: tuple[int, int]
    first: Use | None
    reading: str = ""
    romanization: str = ""
    draft: bool = False
    titles: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    evidence: tuple[Phrase, ...] = ()
    verified: str = ""
    parts: tuple[str, ...] = ()
    """Family and given name in Japanese, where the Japanese is one word and the English tells them."""


@dataclass(frozen=True, slots=True)
class Register:
    """The names of articles: proposals first, then what is unpaired, unverified and verified; in each the oftenest."""

    names: tuple[Listed, ...]
    articles: int

    def of(self, state: State) -> tuple[Listed, ...]:
        """Return the names of a state."""
        return tuple(name for name in self.names if name.state == state)
