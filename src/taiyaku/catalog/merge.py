"""Template + catalog -> catalog: what the author changed meets what the translator did, and no word is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.catalog.changes import Change, Changes
from taiyaku.catalog.header import CREATION_DATE, with_field
from taiyaku.catalog.joins import unsettled
from taiyaku.catalog.message import doubted, with_translation_of
from taiyaku.text.order import longest_rise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.changes import NotMinor, Suggest
    from taiyaku.catalog.message import Key, Message

MEMORY = "memory: "
"""Begins the translator's comment that tells where a suggestion comes from."""


def was_suggested(message: Message) -> bool:
    """Whether the translation began as a suggestion from outside of its catalog, whatever became of it."""
    return any(line.startswith(MEMORY) for line in message.translator_comments)


def suggestions(catalog: Catalog) -> frozenset[Key]:
    """Return the messages with a translation of another article's text that nobody has looked at yet.

    One that was accepted and is fuzzy since its own text changed has a predecessor here, and is none.
    """
    waiting = [message for message in catalog.active if message.fuzzy and was_suggested(message)]
    known = {message.msgid for message in catalog.messages if message.obsolete and message.has_translation}
    return frozenset(message.key for message in waiting if message.previous_msgid not in known)


def merge(
    old: Catalog,
    template: Catalog,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    suggest: Suggest | None = None,
    minor: bool = False,
) -> tuple[Catalog, Changes]:
    """Return the catalog brought up to date with its template, and what changed.

    A message whose text still stands keeps its translation wherever it moved. One that came back is revived with the
    translation it had. One whose text changed, or is made of others that vanished, gets what of their translations
    still holds, sentence by sentence, as fuzzy with the previous msgid; where white space or the style of quotation
    marks alone changed, or with `minor` nothing but words, an approved translation stays so. Where a translation holds
    those of the next passages too, and one of them all is gone, edited or elsewhere, the others become fuzzy with it.

    For a message of which the catalog knows nothing, `suggest` is asked; for one that waits untranslated, only for the
    very text. Whatever vanished becomes obsolete with all its words: no translation of `old` is missing from the
    result.

    Languages are those that the headers tell, unless they are given: only English and Japanese differ from the others.
    """
    languages = (
        source_language or template.field("X-Source-Language") or template.field("Language") or "en",
        target_language or old.locale or old.field("Language") or "ja",
    )
    merger = _Merger(old, template, languages, suggest, minor=minor)
    messages = tuple(merger.messages())
    messages += tuple(merger.obsolete())
    date = template.field(CREATION_DATE)
    # the date says when a message last changed, so that an update without news leaves the file alone
    header = old.header if date is None or messages == old.messages else with_field(old.header, CREATION_DATE, date)
    return replace(old, header=header, messages=messages), merger.changes


class _Merger:
    def __init__(
        self,
        old: Catalog,
        template: Catalog,
        languages: tuple[str, str],
        suggest: Suggest | None,
        *,
        minor: bool,
    ) -> None:
        self.template, self.suggest, self.minor = template, suggest, minor
        self.languages = [language.replace("_", "-").partition("-")[0].lower() for language in languages]
        self.active = old.by_key()
        self.unused = {message.key: message for message in old.messages if message.obsolete}
        self.order = {key: number for number, key in enumerate(self.active)}
        wanted = {message.key for message in template.messages}
        self.vanished = {key: message for key, message in self.active.items() if key not in wanted}
        self.by_msgid = _by_msgid([*self.vanished.values(), *self.active.values(), *self.unused.values()])
        self.taken: set[Key] = set()  # vanished messages that live on in another context
        self.revived: set[Key] = set()
        self.names: dict[Key, Key] = {}  # the former keys of those that mean the same under another one
        self.changes = Changes()

    def messages(self) -> Iterable[Message]:
        exact = [self.exact(message) for message in self.template.messages]
        unknown = [m for m, found in zip(self.template.messages, exact, strict=True) if found is None]
        recovered = self.recovered(unknown) if unknown else {}
        merged = []
        for message, found in zip(self.template.messages, exact, strict=True):
            merged.append(found or recovered.get(message.key) or self.suggested(message) or self.new(message))
        doubtful = unsettled(list(self.active.values()), merged, self.names, self.languages[0])
        if doubtful:
            merged = [doubted(m, doubtful[m.key], m.msgctxt) if m.key in doubtful else m for m in merged]
            self.tell_doubtful({message.key: message for message in merged if message.key in doubtful})
        self.sort_out_moved(merged)
        return merged

    def tell_doubtful(self, doubtful: Mapping[Key, Message]) -> None:
        """Count messages as changed of which something else was told, or nothing yet."""
        changes = self.changes
        told = {change.new.key for change in changes.changed}
        for number, change in enumerate(changes.changed):
            if change.new.key in doubtful:
                reason: NotMinor | None = "sentences" if self.minor else None
                changes.changed[number] = replace(change, how="edited", new=doubtful[change.new.key], not_minor=reason)
        for messages in (changes.moved, changes.revived):
            told |= {message.key for message in messages}
            messages[:] = [doubtful.get(message.key, message) for message in messages]
        for key, message in doubtful.items():
            if key not in told:
                changes.changed.append(Change("edited", (self.active[key],), message))

    def exact(self, message: Message) -> Message | None:
        """The message with the translation that its very text already has, in this context or in another."""
        key = message.key
        if key in self.active:
            return self.waiting(_with_source(self.active[key], message))
        if key in self.unused:
            self.revived.add(key)
            revived = _with_source(replace(self.unused[key], obsolete=False), message)
            self.changes.revived.append(revived)
            return revived
        return self.from_other_context(message)

    def waiting(self, message: Message) -> Message:
        """The message, with what has been said elsewhere meanwhile, unless a translator emptied a suggestion here."""
        if message.has_translation or was_suggested(message):
            return message
        return self.suggested(message, exact=True) or message

    def from_other_context(self, message: Message) -> Message | None:
        known = self.by_msgid.get(message.msgid, ())
        free = next((m for m in known if m.key in self.vanished and m.key not in self.taken), None)
        if free is not None:
            self.taken.add(free.key)
            self.names[message.key] = free.key
            moved = _with_source(replace(free, msgctxt=message.msgctxt), message)
            self.changes.moved.append(moved)
            return moved
        other = next((m for m in known if m.has_translation), None)
        return None if other is None else self.copied(message, other)

    def copied(self, message: Message, other: Message) -> Message:
        """The message with the translation that its text has in another context, for a person to look at."""
        previous = other.previous_msgid if other.fuzzy and other.previous_msgid is not None else other.msgid
        copied = doubted(with_translation_of(message, other), previous, other.msgctxt)
        self.changes.changed.append(Change("other-context", (other,), copied))
        return copied

    def recovered(self, unknown: list[Message]) -> dict[Key, Message]:
        """What can be taken from messages whose text was similar, or had a sentence in common."""
        from taiyaku.catalog.recover import Known, recover  # an update without news needs none of it

        gone = [m for m in self.vanished.values() if m.msgstr and m.key not in self.taken]
        known = Known(tuple(self.active.values()), gone, tuple(self.unused.values()))
        source, target = self.languages
        changes = recover(unknown, known, source, target, minor=self.minor)
        self.changes.changed.extend(changes.values())
        self.names |= {key: change.old[0].key for key, change in changes.items() if change.how in {"style", "minor"}}
        return {key: change.new for key, change in changes.items()}

    def suggested(self, message: Message, *, exact: bool = False) -> Message | None:
        """The message with a translation from outside of this catalog, and a comment that says from where."""
        suggestion = self.suggest(message, exact=exact) if self.suggest is not None else None
        if suggestion is None or not suggestion.msgstr:
            return None
        same = suggestion.msgid == message.msgid
        found = replace(
            message,
            msgstr=suggestion.msgstr,
            flags=() if suggestion.approved and same else ("fuzzy",),
            translator_comments=(*message.translator_comments, f"{MEMORY}{' '.join(suggestion.origin.split())}"),
            previous_msgid=None if same else suggestion.msgid,
        )
        self.changes.changed.append(Change("memory", (), found))
        return found

    def new(self, message: Message) -> Message:
        self.changes.new.append(message)
        return message

    def sort_out_moved(self, merged: list[Message]) -> None:
        """Tell those that kept their place from those that moved: the fewest that had to."""
        told = {change.new.key for change in self.changes.changed}
        kept = [message for message in merged if message.key in self.active and message.key not in told]
        staying = longest_rise([self.order[message.key] for message in kept])
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


def _by_msgid(messages: Iterable[Message]) -> dict[str, list[Message]]:
    known: dict[str, list[Message]] = {}
    for message in messages:
        known.setdefault(message.msgid, []).append(message)
    return known


def _with_source(message: Message, source: Message) -> Message:
    return replace(message, references=source.references, extracted_comments=source.extracted_comments)
