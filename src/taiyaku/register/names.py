"""Mentions of one name put together: George Chen and later Chen, 吉村武司 and later 吉村氏."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taiyaku.checks.names.known_places import known_places
from taiyaku.register.places import known_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.register.mention import Language, Mention
    from taiyaku.termbase.concept import Kind


@dataclass(slots=True)
class Name:
    """A name of an article in one language, as it is written in full, with all its mentions and their texts' numbers.

    `short` are those that have only a part of it; `local` says that places are named after it: the City of Torrance.
    """

    language: Language
    text: str
    pieces: tuple[str, ...]
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    short: list[tuple[int, Mention]] = field(default_factory=list)
    local: bool = False

    @property
    def all(self) -> list[tuple[int, Mention]]:
        """All mentions, in the order of their texts."""
        return sorted([*self.mentions, *self.short], key=lambda item: (item[0], item[1].span.start))

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the texts that have it, in full or in part."""
        return frozenset(number for number, _ in (*self.mentions, *self.short))

    @property
    def kind(self) -> Kind | None:
        """What most of its mentions tell it to be; a head in the name itself decides."""
        votes: Counter[Kind] = Counter()
        for _, mention in (*self.mentions, *self.short):
            if mention.kind is not None:
                votes[mention.kind] += 5 if mention.head else 2
        return next((kind for kind, _ in votes.most_common(1)), "place" if self.local else None)

    @property
    def hints(self) -> Counter[Kind]:
        """What its mentions may well be, and how many of them."""
        return Counter(mention.hint for _, mention in self.all if mention.hint is not None)

    @property
    def head(self) -> str:
        """The word in it that tells what it is."""
        return next((mention.head for _, mention in self.mentions if mention.head), "")

    @property
    def sure(self) -> bool:
        """Whether any of its mentions cannot well be anything but a name."""
        return any(mention.sure for _, mention in self.mentions)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles beside it, each once."""
        return tuple(dict.fromkeys(title for _, mention in self.all for title in mention.titles))

    @property
    def glosses(self) -> frozenset[str]:
        """What stands in brackets behind it."""
        return frozenset(mention.gloss for _, mention in self.all if mention.gloss)

    @property
    def stem(self) -> str:
        """The name without its head: Okayama of Okayama Prefecture, 岡山 of 岡山県."""
        if self.language == "ja":
            return self.text.removesuffix(self.head) or self.text
        rest = [word for word in self.pieces if word.lower() not in {self.head, "of"}]
        return " ".join(rest) or self.text


def merged(mentions: Iterable[tuple[int, Mention]]) -> list[Name]:
    """Return the names of an article in one language, in the order of their first use.

    A part of a full name is taken for that one, if it can be no other's.
    """
    names: dict[str, Name] = {}
    for number, mention in mentions:
        name = names.setdefault(mention.text, Name(mention.language, mention.text, mention.pieces))
        name.mentions.append((number, mention))
    by_part: dict[str, list[Name]] = {}
    for name in filter(_has_parts, names.values()):
        for piece in {name.pieces[0], name.pieces[-1]}:
            by_part.setdefault(piece, []).append(name)
    for name in list(names.values()):
        longer = [other for other in by_part.get(name.pieces[0], ()) if _is_part(name, other)]
        if len(longer) == 1:
            longer[0].short += name.mentions
            del names[name.text]
    places = [name for name in names.values() if name.head and name.kind == "place"]
    local = {piece for name in places for piece in name.pieces if piece.lower() != name.head}
    for name in names.values():
        name.local = len(name.pieces) == 1 and name.text in local
    return [name for name in names.values() if not all(mention.weak for _, mention in name.mentions)]


def _has_parts(name: Name) -> bool:
    return len(name.pieces) > 1 and name.kind in {"person", None} and not name.head


def _is_part(name: Name, other: Name) -> bool:
    if len(name.pieces) != 1 or name is other or not any(mention.later for _, mention in name.mentions):
        return False
    if known_place(name.text) is not None or name.text in known_places().by_japanese:
        return False
    if name.kind not in {"person", None}:
        return False
    return other.kind == "person" or (not name.hints["place"] and _first(other) < _first(name))


def _first(name: Name) -> tuple[int, int]:
    """Return where a name stands first: the number of the text, and the place in it."""
    return min((number, mention.span.start) for number, mention in name.mentions)
