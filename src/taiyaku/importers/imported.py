"""What an importer gives: an article to be looked over by a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taiyaku.errors import Phrase


@dataclass(frozen=True, slots=True)
class Remark:
    """Something an importer saw or did that a person should know. `line` is that of the input, from 1.

    A doubtful one asks for a decision (a title that is not there, a year that nobody wrote); the others report.
    """

    what: Phrase
    line: int | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that came inside the input. `path` is what the body calls it, seen from the article: `images/x.png`."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Imported:
    """An article as read from a foreign format.

    `metadata` holds what was found for the front matter, as texts: title, deck, byline, staff, date (ISO), place,
    authors (a tuple), locale, source_url ... What was looked for in vain is not in it. `body` is the article in
    taiyaku's Markdown, without front matter. `roles` counts what was seen (paragraph, caption, heading ...). `asked`
    holds what the text says of a key that could not be filled in for sure: the date “Aug. 8”.
    """

    metadata: Mapping[str, str | tuple[str, ...]]
    body: str
    remarks: tuple[Remark, ...] = ()
    pictures: tuple[Picture, ...] = ()
    roles: Mapping[str, int] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
