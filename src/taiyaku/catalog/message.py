"""One record of a catalog."""

from __future__ import annotations

from dataclasses import dataclass

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
    def translated(self) -> bool:
        """Whether the translation is there and approved."""
        return not self.fuzzy and self.has_translation
