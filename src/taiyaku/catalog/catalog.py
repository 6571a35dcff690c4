"""A catalog: the messages of one article in one locale, or of none (a template)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.catalog.message import Key, Message


@dataclass(frozen=True, slots=True)
class Catalog:
    """Messages in file order, with the fields of gettext's header.

    `locale` is None in a template. `header` keeps the order and spelling of the fields; a line of the header
    that is no `Name: value` is kept as `("", line)`, with its newline if it has one. `header_comments` are the
    lines above the header entry, without their `# `. `header_flags` are its flags (`fuzzy` in a fresh template).

    A catalog's text is Unicode, so its header always speaks of UTF-8; what a file was written in is the affair
    of that file (`PoFile.encoding`).
    """

    locale: str | None
    header: tuple[tuple[str, str], ...] = ()
    messages: tuple[Message, ...] = ()
    header_comments: tuple[str, ...] = ()
    header_flags: tuple[str, ...] = ()
    # What else other tools put on the header entry: extracted comments, references, a previous msgid.
    header_extra: Message | None = None
    # Whole comment lines after the last message, which belong to none; gettext's own tools drop them.
    trailing_comments: tuple[str, ...] = ()

    def field(self, name: str) -> str | None:
        """Return the value of a header field, or None; names are compared without case, as gettext does."""
        wanted = name.lower()
        for key, value in self.header:
            if key.lower() == wanted:
                return value
            if not key and value.partition(":")[0].lower() == wanted and ":" in value:
                return value.partition(":")[2].strip()
        return None

    @property
    def active(self) -> tuple[Message, ...]:
        """The messages that are in use."""
        return tuple(message for message in self.messages if not message.obsolete)

    def by_key(self) -> dict[Key, Message]:
        """Return the messages in use by their key."""
        return {message.key: message for message in self.messages if not message.obsolete}
