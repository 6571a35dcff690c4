"""What comes of writing translations into an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taiyaku.span import Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a translation could not be written where it belongs, and what its translator can do."""

    what: Phrase
    hint: Phrase | None = None


EMPTY = Refusal(
    Phrase("the translation is empty"),
    Phrase("to leave a text out on purpose, write <!-- taiyaku: omit: reason -->"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """A translated article's text.

    `spans` says where each segment (by its index in the document) stands in `source`, in code points; None where it
    was left out or joined. `refused` are the segments whose translation could not stand there: they keep their
    source text. `notices` are translations that were written, but lost something.
    """

    source: str
    spans: Mapping[int, Span | None]
    refused: Mapping[int, Refusal] = field(default_factory=dict)
    notices: Mapping[int, Refusal] = field(default_factory=dict)
