"""What a change was: an edit, a split, two texts joined, or numbers alone; and whether it can be a minor one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from taiyaku.text.similarity import grams, similarity
from taiyaku.text.style import markup
from taiyaku.text.telling import tells_otherwise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.catalog.changes import How, NotMinor
    from taiyaku.catalog.message import Message
    from taiyaku.catalog.rebuild import Rebuilt

Verdict = Literal["edited", "split", "joined", "numbers"]
"""What became of texts, as `taiyaku.catalog.changes.How` has it."""
MINOR = 0.7
"""A correction without meaning leaves a text at least so similar."""
_MAJOR_PART = 0.5


def how_changed(message: Message, olds: Sequence[Message], rebuilt: Rebuilt, *, shared: bool) -> Verdict:
    """Return what became of `olds`, the main one first; `shared` says that another new text comes from that as well.

    `rebuilt` has the numbers of `olds` as origins.
    """
    if len(major(olds, rebuilt)) > 1:
        return "joined"
    from_main = sum(part.span.end - part.span.start for part in rebuilt.parts if part.origin == 0)
    if shared and from_main >= _MAJOR_PART * len(message.msgid):
        return "split"
    states = {part.state for part in rebuilt.parts}
    return "numbers" if "numbers" in states and states <= {"same", "numbers"} and not rebuilt.dropped else "edited"


def major(olds: Sequence[Message], rebuilt: Rebuilt) -> list[Message]:
    """Return those of the origins of which at least half is in the new text."""
    found = []
    for number, old in enumerate(olds):
        there = {part.old for part in rebuilt.parts if part.origin == number}
        if sum(map(len, there)) >= _MAJOR_PART * len(old.msgid):
            found.append(old)
    return found


def why_not_minor(message: Message, olds: Sequence[Message], how: How, rebuilt: Rebuilt) -> NotMinor | None:
    """Say why an approved translation cannot stay as it is, whatever its author thinks of it; None if it can."""
    main = olds[0]
    if not main.translated:
        return "unapproved"
    several = how in {"split", "joined"} or len(olds) > 1
    if several or rebuilt.dropped or any(part.state == "new" for part in rebuilt.parts):
        return "sentences"
    if markup(message.msgid) != markup(main.msgid):
        return "markup"
    if how == "numbers" or tells_otherwise(main.msgid, message.msgid):
        return "numbers"
    if rebuilt.msgstr != main.msgstr:
        return "sentences"
    return None if similarity(grams(message.msgid), grams(main.msgid)) >= MINOR else "different"
