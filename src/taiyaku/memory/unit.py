"""One passage and its translation, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


_FIRST_YEAR, _LAST_YEAR = 1000, 9999


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A passage and its approved translation.

    Locales are BCP 47 tags. `context` is the message's `msgctxt`, `origin` the slug of an article or the name of an
    imported file, `note` what translators remarked, one remark a line. `created` and `changed` are aware times, None
    where nobody noted them. `obsolete` says that the passage is out of use where it comes from.
    """

    source: str
    target: str
    source_locale: str
    target_locale: str
    context: str | None = None
    origin: str = ""
    changed: datetime | None = None
    note: str = ""
    created: datetime | None = None
    obsolete: bool = False

    def reversed(self) -> TranslationUnit:
        """Return the same in the other direction."""
        return replace(
            self,
            source=self.target,
            target=self.source,
            source_locale=self.target_locale,
            target_locale=self.source_locale,
        )


class Match(NamedTuple):
    """A unit that was found, and how similar its source is to what was looked for: 1.0 for the very text, else less."""

    unit: TranslationUnit
    score: float

    @property
    def exact(self) -> bool:
        """Whether the very text was found, not a similar one."""
        return self.score == 1.0


def known_time(time: datetime | None) -> datetime | None:
    """Return a time, None for one out of which nothing was ever translated.

    At both ends of the calendar, a time cannot be said in every zone, nor with four digits of a year.
    """
    return time if time is not None and _FIRST_YEAR < time.year < _LAST_YEAR else None


def language_of(locale: str) -> str:
    """Return the language of a BCP 47 tag, without its region: `en` of `en-GB`."""
    return locale.partition("-")[0]
