"""What a check sees: one article in two languages, each text analysed at most once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from taiyaku.checks.settings import CheckSettings
from taiyaku.checks.style import Style
from taiyaku.locale import language_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from taiyaku.article.document import Segment
    from taiyaku.catalog.message import Message
    from taiyaku.checks.passage import Passage
    from taiyaku.termbase.termbase import Termbase

PairState = Literal["translated", "fuzzy", "untranslated", "omitted", "joined"]
"""How a text stands: `omitted` and `joined` are done, on purpose without words of their own."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation. `segment` is None for a catalog of another project.

    `target` is empty where there are no words to look at: untranslated, left out on purpose (`omitted`), or told in
    the pair before (`joined`). The `state` tells which; of a fuzzy pair the old translation is the target.
    """

    source: Passage
    target: Passage
    message: Message
    segment: Segment | None = None
    state: PairState = "translated"

    @property
    def english(self) -> Passage | None:
        """The English side, whichever it is."""
        return self._side("en")

    @property
    def japanese(self) -> Passage | None:
        """The Japanese side, whichever it is."""
        return self._side("ja")

    def _side(self, language: str) -> Passage | None:
        if self.source.language == language:
            return self.source
        return self.target if self.target.language == language else None


@dataclass(frozen=True, slots=True)
class Bitext:
    """An article in two languages, its pairs in reading order. `locales` are those of source and target.

    `date` is the article's date of publication, where it is known: it tells which Friday is meant, and which mayor.
    `style` is the house's, its profile's points included. `links` are addresses that the author gave the target's
    readers in the place of others.
    """

    pairs: tuple[Pair, ...]
    locales: tuple[str, str]
    date: date | None = None
    termbase: Termbase | None = None
    settings: CheckSettings = field(default_factory=CheckSettings)
    style: Style = field(default_factory=Style)
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, str]:
        """The languages of source and target, without regions."""
        source, target = self.locales
        return language_in(source), language_in(target)


class Identity:
    """A bitext as a key that is compared without reading it through."""

    __slots__ = ("bitext",)

    def __init__(self, bitext: Bitext) -> None:
        self.bitext = bitext

    def __hash__(self) -> int:
        return id(self.bitext)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and self.bitext is other.bitext
