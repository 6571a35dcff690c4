"""Pairs that a merge of lines made: an original from one side, a translation from the other, approved by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.catalog.journal import texts_of
from taiyaku.catalog.losses import stale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.catalog.journal import Loss, Texts
    from taiyaku.catalog.message import Message
    from taiyaku.catalog.po_file import PoFile


def pairs_nobody_approved(merged: PoFile, sides: Sequence[PoFile]) -> Iterator[Loss]:
    """Yield the translations that are approved in the result of a merge and on neither side.

    A person who solves a conflict may write a translation anew; hers has words that neither side has.
    """
    approved = {(m.key, texts_of(m)) for side in sides for m in side.catalog.messages if m.translated}
    owners: dict[Texts, Message] = {}
    for side in sides:
        for message in side.catalog.messages:
            if message.has_translation and (message.translated or texts_of(message) not in owners):
                owners[texts_of(message)] = message
    lines = {line.strip() for side in sides for line in side.text.splitlines()}
    for message, span in zip(merged.catalog.messages, merged.spans, strict=True):
        if not message.translated or not message.msgid or (message.key, texts_of(message)) in approved:
            continue
        owner = owners.get(texts_of(message))
        if owner is not None:
            yield stale(message, _translated_by(owner))
        elif all(line.strip() in lines for line in merged.text[span.body : span.end].splitlines()):
            yield stale(message, None)  # put together from lines of both sides


def _translated_by(owner: Message) -> str:
    """Return the text that the words of a message were made for."""
    return owner.previous_msgid if owner.fuzzy and owner.previous_msgid is not None else owner.msgid
