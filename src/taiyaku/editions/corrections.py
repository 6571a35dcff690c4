"""What an author has put right since an article was published, as its front matter tells it.

`corrections: [{date: 2026-05-01, text: ...}]`. One that concerns an edition only names its `locale`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from taiyaku.article.document import Value
    from taiyaku.editions.rendering import Field

KEY = "corrections"
ROLE = "correction"
"""The role of a note's segment."""

_ISO_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")


class Note(NamedTuple):
    """A note in the front matter: its day, its text, and the locale of the edition that it is for, "" for all."""

    day: dt.date | None
    text: str
    locale: str

    def is_for(self, locale: str) -> bool:
        """Whether the edition in a locale shows it."""
        return self.locale in {"", locale, locale.partition("-")[0]}


class Correction(NamedTuple):
    """A note as readers see it."""

    day: dt.date | None
    text: Field


def day_of(value: object) -> dt.date | None:
    """Return the day that a value of the front matter gives, None if it gives none that is one."""
    match = _ISO_DATE.match(value) if isinstance(value, str) else None
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def notes(metadata: Mapping[str, Value]) -> list[Note]:
    """Return the notes in the front matter, in its order; what has another form has no text."""
    given = metadata.get(KEY, ())
    items = (given,) if isinstance(given, (str, Mapping)) else given
    return [_note(item) if isinstance(item, Mapping) else Note(None, "", "") for item in items]


def _note(item: Mapping[str, Value]) -> Note:
    text, locale = item.get("text"), item.get("locale")
    return Note(
        day_of(item.get("date")),
        text.strip() if isinstance(text, str) else "",
        locale if isinstance(locale, str) else "",
    )


def last_change(metadata: Mapping[str, Value], locale: str) -> dt.date | None:
    """Return the day of the last change that readers were told of: `updated`, a correction, or the date itself."""
    days = [day_of(metadata.get("date")), day_of(metadata.get("updated"))]
    days += [note.day for note in notes(metadata) if note.text and note.is_for(locale)]
    return max((day for day in days if day is not None), default=None)


def faults(metadata: Mapping[str, Value], locales: Sequence[str], path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the notes: readers would not see them, or not when they were made."""
    known = {*locales, *(locale.partition("-")[0] for locale in locales)}
    for note in notes(metadata):
        if not note.text:
            hint = Phrase("write it as - {{date: 2026-11-22, text: ...}}")
            yield Problem(Phrase("a correction without a text"), path, hint=hint, severity="warning")
        elif note.day is None:
            hint = Phrase("add when it was made, as date: 2026-11-22")
            yield Problem(Phrase("a correction without a date"), path, hint=hint, severity="warning")
        elif note.locale and note.locale not in known:
            what = Phrase("a correction for {locale}, in which no edition is", locale=note.locale)
            yield Problem(what, path, hint=Phrase("known here: {names}", names=", ".join(locales)), severity="warning")
