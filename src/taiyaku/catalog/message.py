"""One record of a catalog."""

from __future__ import annotations

from dataclasses import dataclass, replace

Key = tuple[str | None, str]
"""What identifies a message in its catalog: `(msgctxt, msgid)`."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a gettext catalog, without its place in a file.

    Texts are as a program sees them: escapes resolved, lines joined. An empty `msgstr` means untranslated.
    Comments are tuples of lines without their markers (`# `, `#. `); flags and references keep their order.
    """

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    flags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    extracted_comments: tuple[str, ...] = ()
    translator_comments: tuple[str, ...] = ()
    previous_msgid: str | None = None
    previous_msgctxt: str | None = None
    obsolete: bool = False
    # Other projects' catalogs have plurals; articles never do.
    msgid_plural: str | None = None
    plural_forms: tuple[str, ...] = ()
    previous_msgid_plural: str | None = None
    # Whole comment lines of a kind that is not ours to interpret: `#=`, which gettext plans.
    other_comments: tuple[str, ...] = ()
    # Solaris' `domain "x"` directive, which GNU gettext still reads: one file, several catalogs.
    domain: str | None = None
    # Whole comment lines above that directive.
    domain_comments: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """The identity of this message in its catalog."""
        return (self.msgctxt, self.msgid)

    @property
    def fuzzy(self) -> bool:
        """Whether a person must look at the translation again."""
        return "fuzzy" in self.flags

    @property
    def has_translation(self) -> bool:
        """Whether there is any translated word here, fuzzy or not."""
        return bool(self.msgstr) or any(self.plural_forms)

    @property
    def words(self) -> tuple[str, ...]:
        """What it is translated by: its msgstr, or its plural forms; nothing where it is not translated."""
        if any(self.plural_forms):
            return self.plural_forms
        return (self.msgstr,) if self.msgstr else ()

    @property
    def translated(self) -> bool:
        """Whether the translation is there and approved."""
        return not self.fuzzy and self.has_translation


def with_fuzzy(flags: tuple[str, ...], *, fuzzy: bool) -> tuple[str, ...]:
    """Return flags with or without `fuzzy`, which is first where it is new, as gettext writes it."""
    if fuzzy:
        return flags if "fuzzy" in flags else ("fuzzy", *flags)
    return tuple(flag for flag in flags if flag != "fuzzy")


def with_translation_of(message: Message, other: Message) -> Message:
    """Return `message` with the translation that `other` has, and with all that belongs to one.

    That is the words, the plural that they are for, whether they are fuzzy, the previous texts, and what translators
    remarked, to which the message's own remarks are added. Its other flags stay, or are those of `other` where it has
    none; its identity, its place and whether it is in use are its own.
    """
    own = with_fuzzy(message.flags, fuzzy=False) or other.flags
    return replace(
        message,
        msgstr=other.msgstr,
        msgid_plural=other.msgid_plural,
        plural_forms=other.plural_forms,
        flags=with_fuzzy(own, fuzzy=other.fuzzy),
        translator_comments=tuple(dict.fromkeys((*other.translator_comments, *message.translator_comments))),
        previous_msgid=other.previous_msgid,
        previous_msgctxt=other.previous_msgctxt,
        previous_msgid_plural=other.previous_msgid_plural,
    )


def doubted(message: Message, previous_msgid: str | None, previous_msgctxt: str | None = None) -> Message:
    """Return `message` as fuzzy: its translation was made for this text, None if for none that is known."""
    return replace(
        message,
        flags=with_fuzzy(message.flags, fuzzy=True),
        previous_msgid=previous_msgid,
        previous_msgctxt=previous_msgctxt,
    )
