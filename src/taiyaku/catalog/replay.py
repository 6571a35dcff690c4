"""What an update on one side of a merge did by itself: replayed, to be told from what a person did."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message, with_translation_of


class Replay:
    """Updates to the texts of either side, of `base` and of the other one, made when they are first asked for."""

    def __init__(self, base: Catalog, ours: Catalog, theirs: Catalog) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs

    @cached_property
    def _as_ours(self) -> _Update:
        return _Update(self._base, self._ours)

    @cached_property
    def _as_theirs(self) -> _Update:
        return _Update(self._base, self._theirs)

    @cached_property
    def _ours_as_theirs(self) -> _Update:
        return _Update(self._ours, self._theirs)

    @cached_property
    def _theirs_as_ours(self) -> _Update:
        return _Update(self._theirs, self._ours)

    def taken_over(self, message: Message, *, by_us: bool) -> Message:
        """Return a message that is new on one side, with the words of today.

        If they are those that an update takes over from other messages of the base, or if it found none there, and the
        other side has worked on those messages meanwhile, they are taken over from that side instead.
        """
        if message.obsolete:
            return message
        update, other = (self._as_ours, self._theirs) if by_us else (self._as_theirs, self._ours)
        if update.messages[message.key].words != message.words:
            return message  # somebody has worked on it
        if not message.has_translation:
            return _retold(message, (self._theirs_as_ours if by_us else self._ours_as_theirs).messages[message.key])
        there = {one.key: one for one in other.messages}
        origins = update.origins(message)
        today = [replace(there.get(origin.key, origin), obsolete=False) for origin in origins]
        if all(one.words == origin.words for one, origin in zip(today, origins, strict=True)):
            return message
        again = _Update(replace(self._base, messages=tuple(today)), replace(other, messages=(message,)))
        return _retold(message, again.messages[message.key])

    def before(self, ours: Message, theirs: Message) -> Message | None:
        """Return what an update alone made of a message that is new on both sides, None if nobody knows.

        Nobody does if one of them has no translation: that is nothing done, and not something taken away.
        """
        if any(side.obsolete or not side.has_translation for side in (ours, theirs)):
            return None
        made = (self._as_ours.messages[ours.key], self._as_theirs.messages[theirs.key])
        left_alone = [one for one, side in zip(made, (ours, theirs), strict=True) if one.words == side.words]
        return min(left_alone, key=repr) if left_alone else None


class _Update:
    """An update of `old` to the texts that `like` has in use."""

    def __init__(self, old: Catalog, like: Catalog) -> None:
        template = Catalog(None, like.header, tuple(_bare(message) for message in like.active))
        updated, changes = merge(old, template)
        self.messages = updated.by_key()
        self._old = old
        self._changes = {change.new.key: change for change in changes.changed}

    def origins(self, message: Message) -> tuple[Message, ...]:
        """Return the messages that the translation of one came from: similar ones, or its text in other contexts."""
        change = self._changes.get(message.key)
        return change.old if change else tuple(one for one in self._old.messages if one.msgid == message.msgid)


def _bare(message: Message) -> Message:
    """Return a message as a template has it."""
    return Message(
        message.msgid,
        msgctxt=message.msgctxt,
        msgid_plural=message.msgid_plural,
        references=message.references,
        extracted_comments=message.extracted_comments,
    )


def _retold(message: Message, other: Message) -> Message:
    """Return a message with another's translation, if that has one; its remarks were taken over by the update."""
    if not other.has_translation:
        return message
    return replace(with_translation_of(message, other), translator_comments=message.translator_comments)
