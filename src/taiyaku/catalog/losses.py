"""Noticing that a catalog lost translations, or mixed them up, since it was last looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.catalog.journal import Journal, Loss, Texts, remembered, texts_of
from taiyaku.catalog.message import doubted, with_translation_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Key, Message


def losses_since(journal: Journal, catalog: Catalog) -> Iterator[Loss]:
    """Yield what is wrong with the catalog, compared with what stood in it when it was last looked at.

    A translator edits, approves and deletes; so an edited translation is none that was lost, and one that is back at
    an older text is one only where all that was seen since is undone as well, which is how a file looks that an
    editor had open and saved over a newer one.
    """
    now = {message.key: remembered(message) for message in catalog.messages if message.msgid}
    carriers = _carriers(message for message in now.values() if _is_news(journal, message))
    carriers |= {(texts_of(message), None) for key, message in now.items() if key not in journal.versions}
    everywhere = _carriers(now.values())
    base = _generation_of(journal, now)
    purged = not any(message.obsolete for message in now.values())  # as editors do it on request
    for key, (before, generation, _) in journal.present.items():
        texts, message = texts_of(before), now.get(key)
        found = texts_of(message)
        if not texts or found == texts:
            continue
        newer = base >= generation  # the file was made from one that had this translation
        if message is None:
            if not _is_carried(before, carriers):
                yield Loss("gone", before, certain=not (newer and before.obsolete and purged))
        elif not found:
            if not (before.fuzzy and _is_carried(before, everywhere)):
                yield Loss("emptied", before, certain=not newer)
        elif not newer and any(texts_of(version.message) == found for version in journal.versions[key]):
            yield Loss("older", before, found)


def is_open(loss: Loss, catalog: Catalog) -> bool:
    """Whether the catalog is still as the loss left it: nothing given back, nothing written in its place."""
    message = next((message for message in catalog.messages if message.key == loss.message.key), None)
    if loss.kind == "stale" and (message is None or message.fuzzy):
        return False
    return texts_of(message) == loss.instead


def still_lost(losses: Iterable[Loss], catalog: Catalog) -> Iterator[Loss]:
    """Yield the losses that are still open after we wrote the catalog.

    What an update of ours put in the place of a lost translation is not that translation, nor a person's word that it
    is not wanted: only a catalog that has the lost words again closes a loss, or one in which a stale pair waits for
    review.
    """
    messages = {message.key: message for message in catalog.messages}
    for loss in losses:
        message = messages.get(loss.message.key)
        if loss.kind == "stale":
            if message is not None and message.translated and texts_of(message) == loss.instead:
                yield loss
        elif texts_of(message) != texts_of(loss.message):
            yield loss._replace(instead=texts_of(message))


def strange_pairs(journal: Journal, catalog: Catalog) -> Iterator[Loss]:
    """Yield approved translations of messages never seen before whose words were those of a message that is gone.

    An update would have made them fuzzy; a merge of lines can bring both parts together without a word.
    """
    if not journal.generation:
        return
    now = {message.key: message for message in catalog.messages}
    owners: dict[Texts, list[Message]] = {}
    for versions in journal.versions.values():
        for version in versions:
            owners.setdefault(texts_of(version.message), []).append(version.message)
    for key, message in now.items():
        if message.obsolete or not message.translated or key in journal.versions:
            continue
        former = owners.get(texts_of(message), [])
        if former and not any(_is_kept(owner, now) or _is_alike(owner, message) for owner in former):
            yield stale(message, former[-1].msgid)


def stale(message: Message, translated: str | None) -> Loss:
    """Return the loss of a message that is approved though nobody approved it.

    `translated` is the msgid that its translation was made for, None where it was made for none.
    """
    previous = translated if translated != message.msgid else None
    return Loss("stale", doubted(remembered(message), previous), texts_of(message))


def _is_news(journal: Journal, message: Message) -> bool:
    version = journal.present.get(message.key)
    return version is None or (texts_of(version.message), version.message.obsolete) != (
        texts_of(message),
        message.obsolete,
    )


def _carriers(messages: Iterable[Message]) -> set[tuple[Texts, str | None]]:
    """Return the translations that messages carry, each with the texts it is for; None: not told."""
    found: set[tuple[Texts, str | None]] = set()
    for message in messages:
        texts = texts_of(message)
        found |= {(texts, message.msgid), (texts, message.previous_msgid if message.fuzzy else message.msgid)}
    return found


def _is_carried(message: Message, carriers: set[tuple[Texts, str | None]]) -> bool:
    return any((texts_of(message), msgid) in carriers for msgid in (message.msgid, message.previous_msgid, None))


def _generation_of(journal: Journal, now: dict[Key, Message]) -> int:
    """Return the newest observation of which something still stands in the file."""
    return max(
        (version.generation for key, version in journal.present.items() if now.get(key) == version.message),
        default=0,
    )


def _is_kept(owner: Message, now: dict[Key, Message]) -> bool:
    message = now.get(owner.key)
    return message is not None and not message.obsolete and texts_of(message) == texts_of(owner)


def _is_alike(one: Message, other: Message) -> bool:
    """Whether two messages say the same but for white space."""
    return "".join(one.msgid.split()) == "".join(other.msgid.split())


def given_back(catalog: Catalog, losses: Iterable[Loss]) -> Catalog:
    """Return the catalog with what was lost put back, and with what nobody approved marked as fuzzy.

    A translation goes into its message where the catalog has it, with the state that it had; else it comes back as an
    obsolete message, for an update to revive.
    """
    lost = {loss.message.key: loss for loss in losses}
    messages = []
    for message in catalog.messages:
        loss = lost.pop(message.key, None)
        messages.append(message if loss is None else with_translation_of(message, loss.message))
    messages += [replace(loss.message, obsolete=True) for loss in lost.values()]
    return replace(catalog, messages=tuple(messages))
