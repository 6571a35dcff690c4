"""A passage of an article before and after a correction, with its translation: the rows of `taiyaku changes`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.text.difference import difference

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.catalog.message import Key
    from taiyaku.catalog.rebuild import Part
    from taiyaku.errors import Phrase
    from taiyaku.span import Position
    from taiyaku.text.difference import Piece

Kind = Literal["same", "edited", "numbers", "split", "joined", "new", "removed"]
"""What became of a passage's source text:

- `same`: nothing;
- `edited`: words changed; `numbers`: nothing but numbers changed;
- `split`: it is a piece of a longer passage; `joined`: it was made of several;
- `new`: it has no predecessor; `removed`: it is gone.
"""
State = Literal["translated", "fuzzy", "untranslated", "removed"]
CatalogState = Literal["current", "behind", "missing"]
"""A catalog is behind where its article has changed since: what is told of it is what an update would make of it."""


class Languages(NamedTuple):
    """The languages of an article and of its translation, as primary subtags."""

    source: str
    target: str


class ChangedNumber(NamedTuple):
    """A number that another one took the place of, as both are written ("" where one was added or taken out).

    `found` tells whether the translation has the new one, in digits, for all that is known: where an update did not
    carry it over, that is so once it stands there more often than it did, or as often as in the source.
    """

    old: str
    new: str
    found: bool


class Old(NamedTuple):
    """A text that a passage came from, and its translation then ("" for none)."""

    source: str
    translation: str


class Marked(NamedTuple):
    """A part of a translation: what changed in it, and whether it is in a sentence that has to be looked at."""

    kind: Literal["same", "deleted", "inserted"]
    text: str
    look: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of an article and what a correction did to it.

    `number` is its place among the catalog's messages in reading order, from 1; None for one that is gone. `source`
    and `translation` are as they are now. `olds` are the whole texts it came from, the main one first; `old_source`
    and `old_translation` are those without the sentences that now stand in another passage.

    `parts` are the sentences of `source`; a part's target is a span of `translation`, and None too where the
    translator has begun to rewrite it. `moved` says that it stands in another place of the article.
    """

    key: Key
    number: int | None
    role: str
    kind: Kind
    state: State
    source: str
    translation: str
    olds: tuple[Old, ...] = ()
    old_source: str = ""
    old_translation: str = ""
    parts: tuple[Part, ...] = ()
    numbers: tuple[ChangedNumber, ...] = ()
    moved: bool = False
    waited: bool = False  # it waited for its translator before the correction as it does now
    problem: Phrase | None = None  # why its translation cannot stand where it belongs, so that it counts as none
    article_position: Position | None = None
    catalog_position: Position | None = None

    @property
    def waits(self) -> bool:
        """Whether a translator has something to do here."""
        return self.state in {"fuzzy", "untranslated"}

    @property
    def changed(self) -> bool:
        """Whether there is anything to tell of this passage."""
        return self.kind != "same" or self.moved or self.retranslated or (self.waits and not self.waited)

    @property
    def retranslated(self) -> bool:
        """Whether the translation is another one although its source is the same."""
        has_both = bool(self.old_translation) and self.state != "untranslated"
        return self.kind == "same" and has_both and self.old_translation != self.translation

    @property
    def difference(self) -> tuple[Piece, ...]:
        """What changed in the source."""
        return difference(self.old_source, self.source)

    @property
    def marked_translation(self) -> tuple[Marked, ...]:
        """The translation with what changed in it, and with the sentences to look at where it is known which."""
        spans = [part.target for part in self.open_parts if part.target is not None and not _is_carried(part)]
        cuts = sorted({offset for span in spans for offset in span})
        marked: list[Marked] = []
        start = 0
        for kind, text in difference(self.old_translation or self.translation, self.translation):
            if kind == "deleted":
                marked.append(Marked(kind, text, look=False))
                continue
            end = start + len(text)
            bounds = [start, *(cut for cut in cuts if start < cut < end), end]
            for first, last in pairwise(bounds):
                look = any(span.start <= first and last <= span.end for span in spans)
                marked.append(Marked(kind, self.translation[first:last], look))
            start = end
        return tuple(marked)

    @property
    def reused(self) -> int:
        """How many sentences still have their translation."""
        return sum(part.state == "same" for part in self.parts)

    @property
    def open_parts(self) -> tuple[Part, ...]:
        """The sentences of the source that wait for the translator."""
        return tuple(part for part in self.parts if part.state != "same") if self.waits else ()


def _is_carried(part: Part) -> bool:
    """Whether nothing but numbers changed in a sentence, and its translation has the new ones."""
    return part.state == "numbers" and all(number.carried for number in part.numbers)


@dataclass(frozen=True, slots=True)
class ArticleChanges:
    """What a correction did to an article, for its translator into one locale. Paths are from the project's root.

    `compared` says that this is what changed since an older state, and not what waits since the translations were
    approved. `old_path` is where the article stood then, if elsewhere; `added` says that it was not there.
    """

    slug: str
    title: str
    path: Path
    source_locale: str
    locale: str
    catalog: Path
    passages: tuple[Passage, ...]
    catalog_state: CatalogState = "current"
    old_path: Path | None = None
    added: bool = False
    compared: bool = False

    @property
    def waiting(self) -> tuple[Passage, ...]:
        """The passages where the translator has something to do because of the correction."""
        return tuple(passage for passage in self.passages if passage.waits and not passage.waited)

    @property
    def waited(self) -> int:
        """How many passages waited before the correction as well."""
        return sum(passage.waited for passage in self.passages)

    @property
    def changed(self) -> tuple[Passage, ...]:
        """The passages of which there is something to tell, in reading order, the removed ones where they stood."""
        return tuple(passage for passage in self.passages if passage.changed)

    @property
    def any(self) -> bool:
        """Whether there is anything to tell: that something was removed at some time is no news by itself."""
        news = (p for p in self.passages if p.changed and (self.compared or p.kind != "removed"))
        return self.catalog_state == "behind" or any(news)

    @property
    def numbers(self) -> tuple[tuple[Passage, ChangedNumber], ...]:
        """The numbers that changed, each with its passage, in reading order."""
        return tuple((passage, number) for passage in self.passages for number in passage.numbers)
