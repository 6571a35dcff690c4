"""Keys of the front matter that stand there empty: an import asked for them, and nobody has answered yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, Problem
from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.formats.markdown.front_matter import Scalar

ASKED = ("title", "date")
_HINTS = {
    "title": Phrase("write the headline behind it, or take the line out"),
    "date": Phrase("write the date of publication behind it as 2026-04-01, or take the line out"),
}


def unanswered(scalar: Scalar, source: str, path: Path) -> Problem:
    """Return the warning about an empty key of `ASKED`."""
    what = Phrase("“{key}” is still empty in the front matter", key=scalar.key)
    return Problem(what, path, LineIndex(source).position(scalar.span.start), _HINTS[scalar.key], "warning")
