"""What an update on one side of a merge did by itself: replayed, to be told from what a person did."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message


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
        if words(update.messages[message.key]) != words(message):
            return message  # somebody has worked on it
        if not message.has_translation:
            return _with_state(message, (self._theirs_as_ours if by_us else self._ours_as_theirs).messages[message.key])
        there = {one.key: one for one in other.messages}
        origins = update.origins(message)
        today = [replace(there.get(origin.key, origin), obsolete=False) for origin in origins]
        if all(words(one) == words(origin) for one, origin in zip(today, origins, strict=True)):
            return message
        again = _Update(replace(self._base, messages=tuple(today)), replace(other, messages=(message,)))
        return _with_state(message, again.messages[message.key])

    def before(self, ours: Message, theirs: Message) -> Message | None:
        """Return what an update alone made of a message that is new on both sides, None if nobody knows.

        Nobody does if one of them has no translation: that is nothing done, and not something taken away.
        """
        if any(side.obsolete or not side.has_translation for side in (ours, theirs)):
            return None
        made = (self._as_ours.messages[ours.key], self._as_theirs.messages[theirs.key])
        left_alone = [one for one, side in zip(made, (ours, theirs), strict=True) if words(one) == words(side)]
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


def _with_state(message: Message, other: Message) -> Message:
    """Return a message with another's translation, if that has one."""
    if not other.has_translation:
        return message
    return replace(
        message,
        msgstr=other.msgstr,
        plural_forms=other.plural_forms,
        flags=with_fuzzy(message.flags, fuzzy=other.fuzzy),
        previous_msgid=other.previous_msgid,
        previous_msgctxt=other.previous_msgctxt,
        previous_msgid_plural=other.previous_msgid_plural,
    )


def words(message: Message) -> tuple[str, ...]:
    """Return what a message is translated by, one text or several plural forms; an empty text where it is not."""
    return message.plural_forms if any(message.plural_forms) else (message.msgstr,)


def with_fuzzy(flags: tuple[str, ...], *, fuzzy: bool) -> tuple[str, ...]:
    """Return flags with or without `fuzzy`, which is first where it is new, as gettext writes it."""
    if fuzzy:
        return flags if "fuzzy" in flags else ("fuzzy", *flags)
    return tuple(flag for flag in flags if flag != "fuzzy")
