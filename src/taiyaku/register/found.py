"""A name, or a pair of names, as it is counted over many articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.register.evidence import Evidence
    from taiyaku.register.listed import Use
    from taiyaku.register.names import Name
    from taiyaku.termbase.concept import Kind


@dataclass(slots=True)
class Found:
    """A pair, or a name of one language, in all articles so far; the oftenest forms will be preferred."""

    english: Counter[str] = field(default_factory=Counter)
    japanese: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    counts: list[int] = field(default_factory=lambda: [0, 0])
    together: int = 0
    sure: bool = False
    named: bool = False
    by: Evidence | None = None
    agreed: tuple[str, str] | None = None
    titles: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))
    reading: str = ""
    pieces: tuple[str, ...] = ()
    first: Use | None = None

    def add(self, name: Name, where: Callable[[int, str], Use]) -> None:
        """Count a name's mentions."""
        side = 1 if name.language == "ja" else 0
        self.counts[side] += len(name.all)
        self.titles[side].update(name.titles)
        if self.first is None:
            number, mention = name.all[0]
            self.first = where(number, mention.text)
        if side:
            self.reading = self.reading or _reading(name)

    def take(self, other: Found) -> None:
        """Count the mentions of another form of the same name."""
        self.english += other.english
        self.japanese += other.japanese
        self.counts = [mine + others for mine, others in zip(self.counts, other.counts, strict=True)]
        self.reading = self.reading or other.reading
        self.first = self.first or other.first


def _reading(name: Name) -> str:
    return next((mention.reading for _, mention in name.mentions if mention.reading), "")
