"""Template + catalog -> catalog: what the author changed meets what the translator did, and no word is lost."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from taiyaku.catalog.template import CREATION_DATE, with_field
from taiyaku.text.similarity import SimilarTexts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Key, Message

SIMILAR = 0.55
"""From this similarity on, a new text is taken for a changed version of a vanished one."""


@dataclass(slots=True)
class Changes:
    """What an update did, as the messages concerned; `changed` are pairs of the old and the new message."""

    new: list[Message] = field(default_factory=list)
    kept: list[Message] = field(default_factory=list)
    moved: list[Message] = field(default_factory=list)
    changed: list[tuple[Message, Message]] = field(default_factory=list)
    revived: list[Message] = field(default_factory=list)
    obsolete: list[Message] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether something was done to any message."""
        return bool(self.new or self.moved or self.changed or self.revived or self.obsolete)


def merge(old: Catalog, template: Catalog) -> tuple[Catalog, Changes]:
    """Return the catalog brought up to date with its template, and what changed.

    A message whose text still stands keeps its translation wherever it moved. One that came back is revived with the
    translation it had. One whose text changed gets the old translation as fuzzy, with the previous msgid. Whatever
    vanished becomes obsolete with all its words: no translation of `old` is missing from the result.
    """
    merger = _Merger(old, template)
    messages = tuple(merger.messages())
    messages += tuple(merger.obsolete())
    date = template.field(CREATION_DATE)
    # the date says when a message last changed, so that an update without news leaves the file alone
    header = old.header if date is None or messages == old.messages else with_field(old.header, CREATION_DATE, date)
    return replace(old, header=header, messages=messages), merger.changes


class _Merger:
    def __init__(self, old: Catalog, template: Catalog) -> None:
        self.template = template
        self.active = old.by_key()
        self.unused = {message.key: message for message in old.messages if message.obsolete}
        self.order = {key: number for number, key in enumerate(self.active)}
        wanted = {message.key for message in template.messages}
        self.vanished = {key: message for key, message in self.active.items() if key not in wanted}
        self.taken: set[Key] = set()  # vanished messages that live on in another context
        self.revived: set[Key] = set()
        self.changes = Changes()

    def messages(self) -> Iterable[Message]:
        exact = [self.exact(message) for message in self.template.messages]
        similar = self.similar([m for m, found in zip(self.template.messages, exact, strict=True) if found is None])
        merged = []
        for message, found in zip(self.template.messages, exact, strict=True):
            merged.append(found or similar.get(message.key) or self.new(message))
        self.sort_out_moved(merged)
        return merged

    def exact(self, message: Message) -> Message | None:
        """The message with the translation that its very text already has, in this context or in another."""
        key = message.key
        if key in self.active:
            return _with_source(self.active[key], message)
        if key in self.unused:
            self.revived.add(key)
            revived = _with_source(replace(self.unused[key], obsolete=False), message)
            self.changes.revived.append(revived)
            return revived
        return self.from_other_context(message)

    def from_other_context(self, message: Message) -> Message | None:
        same = [m for m in self.vanished.values() if m.msgid == message.msgid and m.key not in self.taken]
        if same:
            self.taken.add(same[0].key)
            moved = _with_source(replace(same[0], msgctxt=message.msgctxt), message)
            self.changes.moved.append(moved)
            return moved
        others = [*self.active.values(), *self.unused.values()]
        for other in others:
            if other.msgid == message.msgid and other.has_translation:
                return self.fuzzy(message, other)
        return None

    def similar(self, messages: list[Message]) -> dict[Key, Message]:
        """Pair new texts with the vanished ones they are most like, best pairs first, each used once."""
        gone = [m for m in self.vanished.values() if m.has_translation and m.key not in self.taken]
        index = SimilarTexts(message.msgid for message in gone)
        pairs = [
            (-score, abs(number - position), position, number)
            for position, message in enumerate(messages)
            for score, number in index.ranked(message.msgid, SIMILAR)
        ]
        paired: dict[Key, Message] = {}
        used: set[int] = set()
        for _, _, position, number in sorted(pairs):
            message = messages[position]
            if number not in used and message.key not in paired:
                used.add(number)
                paired[message.key] = self.fuzzy(message, gone[number])
        return paired

    def fuzzy(self, message: Message, other: Message) -> Message:
        previous = other.previous_msgid if other.fuzzy and other.previous_msgid is not None else other.msgid
        flags = other.flags if other.fuzzy else (*other.flags, "fuzzy")
        changed = replace(
            message,
            msgstr=other.msgstr,
            flags=flags,
            translator_comments=other.translator_comments,
            previous_msgid=previous,
            previous_msgctxt=other.msgctxt,
        )
        self.changes.changed.append((other, changed))
        return changed

    def new(self, message: Message) -> Message:
        self.changes.new.append(message)
        return message

    def sort_out_moved(self, merged: list[Message]) -> None:
        """Tell those that kept their place from those that moved: the fewest that had to."""
        kept = [message for message in merged if message.key in self.active]
        staying = _longest_rise([self.order[message.key] for message in kept])
        for number, message in enumerate(kept):
            (self.changes.kept if number in staying else self.changes.moved).append(message)

    def obsolete(self) -> Iterable[Message]:
        """The messages that are out of use: those that were, and those that vanished with words in them."""
        for key, message in self.unused.items():
            if key not in self.revived:
                yield message
        for key, message in self.vanished.items():
            if key in self.taken:
                continue
            if message.has_translation or message.translator_comments:
                gone = replace(message, obsolete=True, references=(), extracted_comments=())
                self.changes.obsolete.append(gone)
                yield gone


def _with_source(message: Message, source: Message) -> Message:
    return replace(message, references=source.references, extracted_comments=source.extracted_comments)


def _longest_rise(numbers: list[int]) -> set[int]:
    """Return the indexes of a longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []  # indexes into numbers, parallel to tails
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [index]
    rise: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        rise.add(index)
        index = before[index]
    return rise
