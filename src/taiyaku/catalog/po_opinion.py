"""A second, independent reader: what polib makes of entries before they are saved.

Reading a file again with the code that wrote it notices none of that code's own misunderstandings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polib

    from taiyaku.catalog.message import Message
    from taiyaku.catalog.po_file import PoFile


class _Lines(str):
    """A text of which polib gets the lines of a file; `str` would split it at ten more characters."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: FBT002 (the signature is that of `str`)
        """Split at LF only; a CR before it is blank space to polib."""
        lines = self.split("\n")
        return [line + "\n" for line in lines] if keepends else lines


def second_opinion(po_file: PoFile, numbers: Sequence[int]) -> Message | None:
    """Return the first of the numbered messages that polib reads differently, or None.

    Left out is what polib is known not to read: untranslated messages, of which nothing could be lost, domains, and
    the bell character, whose escape it does not know.
    """
    messages = po_file.catalog.messages
    judged = [number for number in numbers if _can_be_judged(messages[number])]
    if not judged:
        return None
    bodies = [po_file.text[po_file.spans[number].body : po_file.spans[number].end] for number in judged]
    expected = [messages[number] for number in judged]
    found = _read("\n".join(bodies))
    for message, entry in zip(expected, found, strict=False):
        if not _same(message, entry):
            return message
    return None if len(found) == len(expected) else expected[min(len(found), len(expected) - 1)]


def _can_be_judged(message: Message) -> bool:
    texts = (message.msgctxt, message.msgid, message.msgid_plural, message.msgstr, *message.plural_forms)
    return (
        message.has_translation
        and bool(message.msgid)
        and message.domain is None
        and not any("\a" in text for text in texts if text)
    )


def _read(text: str) -> list[polib.POEntry]:
    import polib

    try:
        return list(polib.pofile(_Lines(text), encoding="utf-8"))
    except OSError:
        return []


def _same(message: Message, entry: polib.POEntry) -> bool:
    forms = tuple(form for _, form in sorted(entry.msgstr_plural.items()))
    return (message.msgctxt, message.msgid, message.msgid_plural or "", message.msgstr, message.plural_forms) == (
        entry.msgctxt,
        entry.msgid,
        entry.msgid_plural,
        entry.msgstr,
        forms,
    ) and message.obsolete == bool(entry.obsolete)
