"""What a catalog still knows of messages that are new to it: as much as can be taken from those that vanished."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.article.directives import translation_directive
from taiyaku.catalog.changes import Change
from taiyaku.catalog.joins import holders, holds_words, is_joined
from taiyaku.catalog.message import doubted, with_translation_of
from taiyaku.catalog.origins import TELLING, find_origins
from taiyaku.catalog.rebuild import rebuild
from taiyaku.catalog.verdict import how_changed, major, why_not_minor
from taiyaku.text.lines import joint
from taiyaku.text.style import unstyled
from taiyaku.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.catalog.changes import How
    from taiyaku.catalog.message import Key, Message
    from taiyaku.catalog.rebuild import Part, Rebuilt


class Known(NamedTuple):
    """What a catalog knows: the messages in use before, in order, and those already out of use."""

    active: Sequence[Message]
    vanished: Sequence[Message]
    obsolete: Sequence[Message]


def recover(
    new: Sequence[Message], known: Known, source_language: str, target_language: str, *, minor: bool
) -> dict[Key, Change]:
    """Return by key the changes of those of the `new` messages for which anything is known.

    One vanished message may serve several new ones. Where none does, one that is still in use serves those that are
    much like it: a text that stood twice, and was changed in one place. Then those that were out of use before, which
    also serve single sentences that were taken out and are back. With `minor`, an approved translation stays approved
    where nothing but words changed.
    """
    gone = {message.key for message in known.vanished}
    standing = [m for m in known.active if m.key not in gone and m.translated and holds_words(m)]
    changes = _restyled(new, [*standing, *known.vanished])
    used = {change.old[0].key for change in changes.values()}
    recovery = _Recovery(known, source_language, target_language, minor=minor)

    def unknown() -> list[Message]:
        return [message for message in new if message.key not in changes]

    changes |= recovery.changes(unknown(), [message for message in known.vanished if message.key not in used])
    recovery.minor = False  # what stands, or was out of use, is no text that was corrected just now
    while found := recovery.changes(unknown(), standing, alike=True):
        changes |= found
    obsolete = [message for message in known.obsolete if holds_words(message)]
    changes |= recovery.changes(unknown(), [message for message in obsolete if message.translated])
    fuzzy = [change.new for change in changes.values() if change.new.fuzzy]
    without_words = {message.key for message in fuzzy if is_joined(message)}
    return changes | recovery.changes([message for message in new if message.key in without_words], obsolete)


def _restyled(new: Iterable[Message], vanished: Iterable[Message]) -> dict[Key, Change]:
    """Find the messages that differ from a vanished one in style alone: they keep translation and state."""
    gone = {(message.msgctxt, unstyled(message.msgid)): message for message in vanished}
    changes = {}
    for message in new:
        old = gone.pop((message.msgctxt, unstyled(message.msgid)), None)
        if old is not None:
            changes[message.key] = Change("style", (old,), with_translation_of(message, old))
    return changes


class _Earlier:
    """The texts that are out of use already, as one, in which a sentence is found at once."""

    def __init__(self, obsolete: Iterable[Message]) -> None:
        self.messages = [m for m in obsolete if m.translated and m.msgstr and translation_directive(m.msgstr) is None]
        texts = [unstyled(message.msgid) + "\n" for message in self.messages]
        self.text = "".join(texts)
        self.ends = list(accumulate(map(len, texts)))

    def holding(self, sentences: Iterable[str], olds: Iterable[Message]) -> list[Message]:
        """Return the messages with one of these sentences that stand in none of `olds`."""
        if not self.messages:
            return []
        there = [unstyled(old.msgid) for old in olds]
        found = {}
        for sentence in sentences:
            place = -1 if any(sentence in text for text in there) else self.text.find(sentence)
            if place >= 0:
                message = self.messages[bisect_right(self.ends, place)]
                found[message.key] = message
        return list(found.values())


class _Recovery:
    def __init__(self, known: Known, source_language: str, target_language: str, *, minor: bool) -> None:
        self.minor = minor
        self.languages = source_language, target_language
        self.by_msgid = {message.msgid: message for message in known.obsolete if message.translated}
        self.earlier = _Earlier(known.obsolete)
        self.place = {message.key: number for number, message in enumerate(known.active)}
        self.gone = {message.key for message in known.vanished}
        self.holders = {joined.key: holder for joined, holder in holders(known.active) if holder is not None}
        self.holding = {holder.key for holder in self.holders.values()}
        self.elsewhere: frozenset[str] = frozenset()

    def changes(self, new: Sequence[Message], old: Sequence[Message], *, alike: bool = False) -> dict[Key, Change]:
        """What the `old` ones have for the `new` ones; with `alike`, for those only that are much like one of them."""
        if not new or not old:
            return {}
        origins = find_origins([m.msgid for m in new], [m.msgid for m in old], self.languages[0], alike=alike)
        self.elsewhere = frozenset[str]().union(*origins.sentences)
        heirs = Counter(own[0] for own in origins.of if own)
        changes = {}
        for message, own, keys in zip(new, origins.of, origins.sentences, strict=True):
            if own:
                olds = [old[number] for number in own]
                changes[message.key] = self.change(message, olds, keys, shared=heirs[own[0]] > 1)
        return changes

    def change(self, message: Message, olds: list[Message], keys: Iterable[str], *, shared: bool) -> Change:
        """Return the message with what its origins, the main one first, have for it; `keys` are its sentences."""
        olds += self.earlier.holding([key for key in keys if width(key) >= TELLING], olds)
        olds = self.with_holders(olds)
        pairs = [(number, *pair) for number, old in enumerate(olds) for pair in self.pairs(old)]
        rebuilt = rebuild(
            message.msgid,
            [(msgid, msgstr) for _, msgid, msgstr in pairs],
            *self.languages,
            self.elsewhere,
            # what is translated together with a joined message is not divided
            whole=frozenset(place for place, pair in enumerate(pairs) if olds[pair[0]].key in self.holding),
        )
        olds, parts = _used(olds, rebuilt.parts, [number for number, _, _ in pairs])
        rebuilt = rebuilt._replace(parts=parts)
        how = how_changed(message, olds, rebuilt, shared=shared)
        reason = why_not_minor(message, olds, how, rebuilt) if self.minor else None
        if self.minor and reason is None:
            return Change("minor", tuple(olds), with_translation_of(message, olds[0]), parts)
        numbers = tuple(change for part in parts for change in part.numbers)
        return Change(how, tuple(olds), self.fuzzy(message, olds, rebuilt, how), parts, numbers, reason)

    def fuzzy(self, message: Message, olds: Sequence[Message], rebuilt: Rebuilt, how: How) -> Message:
        main = olds[0]
        comments = dict.fromkeys(line for old in olds for line in old.translator_comments)
        previous = self.joined(major(olds, rebuilt)) if how == "joined" else _previous(main)
        taken = replace(main, msgstr=rebuilt.msgstr, translator_comments=tuple(comments))
        return doubted(with_translation_of(message, taken), previous, main.msgctxt)

    def with_holders(self, olds: Sequence[Message]) -> list[Message]:
        """The origins, joined ones behind those with words; what held theirs, and is gone as well, is one of them."""
        joined = [old for old in olds if is_joined(old)]
        found = {old.key: old for old in olds if not is_joined(old)}
        for holder in (self.holders.get(old.key) for old in joined):
            if holder is not None and holder.key in self.gone and holds_words(holder):
                found.setdefault(holder.key, holder)
        return [*found.values(), *joined]

    def joined(self, olds: Iterable[Message]) -> str:
        """The texts that a joined one was made of, in their old order, as one."""
        ordered = sorted(olds, key=lambda old: self.place.get(old.key, len(self.place)))
        text = ""
        for old in ordered:
            text += joint(text, _previous(old), self.languages[0]) + _previous(old)
        return text

    def pairs(self, old: Message) -> list[tuple[str, str]]:
        """Return the source texts of a translation and what translates them.

        Behind a fuzzy message that nobody has touched since an update rebuilt it stand those that it was made of. The
        translation of any other fuzzy one, as other programs make it, is that of its previous text.
        """
        if not old.fuzzy or old.previous_msgid is None:
            return [(old.msgid, old.msgstr)]
        previous = old.previous_msgid
        single = self.by_msgid.get(previous)
        origins = (
            [single] if single else [m for m in self.by_msgid.values() if m.msgid in previous and not is_joined(m)]
        )
        origins.sort(key=lambda message: previous.find(message.msgid))
        if not origins:
            return [(previous, old.msgstr)]
        pairs = [(origin.msgid, origin.msgstr) for origin in origins]
        again = rebuild(old.msgid, pairs, *self.languages, self.elsewhere)
        return pairs if again.msgstr == old.msgstr else [(old.msgid, old.msgstr)]


def _used(
    olds: Sequence[Message], parts: Iterable[Part], numbers: Sequence[int]
) -> tuple[list[Message], tuple[Part, ...]]:
    """Return the main one of `olds` and those that gave a sentence, and the parts with these as origins.

    `numbers` are the numbers in `olds` of the pairs that the parts have as origins.
    """
    giving = {numbers[part.origin] for part in parts if part.origin is not None}
    order = [0, *sorted(giving - {0})]
    renumbered = (
        part if part.origin is None else part._replace(origin=order.index(numbers[part.origin])) for part in parts
    )
    return [olds[number] for number in order], tuple(renumbered)


def _previous(message: Message) -> str:
    """Return the text that a message's translation was made for."""
    return message.msgid if not message.fuzzy or message.previous_msgid is None else message.previous_msgid
