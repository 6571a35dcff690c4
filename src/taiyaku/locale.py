"""Locales: English and Japanese in all their regions. The door to Babel for names, dates and plural forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, UsageError

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale as BabelLocale

LANGUAGES = ("en", "ja")
_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<rest>[A-Za-z0-9]{2,8}(?:[-_][A-Za-z0-9]{2,8})*))?")


def language_in(tag: str) -> str:
    """Return the language of a tag of any form, ours or not, in lower case: `ja` of `ja-JP`, `ja_JP.UTF-8`, `JA`."""
    return re.split("[-_.@]", tag, maxsplit=1)[0].lower()


@dataclass(frozen=True, slots=True, order=True)
class Locale:
    """A language with an optional region, as a BCP 47 tag: `en`, `en-GB`, `ja`."""

    tag: str

    @classmethod
    def parse(cls, tag: str) -> Locale:
        """Read a tag, with a hyphen or an underscore. Raises UsageError for what is no tag or no language of ours."""
        match = _TAG.fullmatch(tag.strip())
        language = match["language"].lower() if match else ""
        if match is None or language not in LANGUAGES:
            raise UsageError(
                Phrase("unknown locale “{locale}”", locale=tag),
                hint=Phrase("taiyaku knows English and Japanese: en, ja, or with a region as in en-GB"),
            )
        rest = [part.upper() if len(part) == 2 else part for part in re.split("[-_]", match["rest"] or "") if part]  # noqa: PLR2004 (a region)
        return cls("-".join([language, *rest]))

    @property
    def language(self) -> str:
        """The language's code, without region."""
        return self.tag.partition("-")[0]

    def __str__(self) -> str:
        return self.tag

    def native_name(self) -> str:
        """Return the language's name in itself: English, 日本語."""
        return self.name_in(self)

    def name_in(self, reader: Locale) -> str:
        """Return the language's name in the reader's language."""
        name = self._babel().get_display_name(reader._babel())
        return name or self.tag

    def format_date(self, day: date) -> str:
        """Return a date as this locale's readers write it: August 8, 2024; 2024年8月8日."""
        from babel.dates import format_date

        return format_date(day, format="long", locale=self._babel())

    def with_territory(self) -> str:
        """Return language and territory as Open Graph writes them, the likeliest one where none is said: en_US."""
        from babel.core import get_global

        parts = self.tag.split("-")
        territory = next((part for part in parts[1:] if len(part) == 2), "")  # noqa: PLR2004 (ISO 3166)
        likely = territory or get_global("likely_subtags").get(self.language, "").rpartition("_")[2]
        return f"{self.language}_{likely.upper()}" if likely else self.language

    def plural_forms(self) -> str:
        """Return the value of gettext's header field Plural-Forms."""
        from babel.messages.plurals import get_plural

        return get_plural(self.language).plural_forms

    def _babel(self) -> BabelLocale:
        from babel import Locale as BabelLocale

        return BabelLocale.parse(self.tag, sep="-")
