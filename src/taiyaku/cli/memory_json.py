"""What `taiyaku memory find` found, as JSON, for programs. docs/memory.md describes the fields."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from taiyaku.text.difference import difference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.memory.unit import Match

VERSION = 1


def matches_as_json(
    text: str, source_locale: str, target_locale: str, matches: Sequence[Match], problems: list[dict[str, Any]]
) -> str:
    """Return the matches of a look-up as JSON, and the problems as records."""
    value = {
        "version": VERSION,
        "text": text,
        "source_locale": source_locale,
        "target_locale": target_locale,
        "matches": [_match(text, match) for match in matches],
        "problems": problems,
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _match(text: str, match: Match) -> dict[str, Any]:
    unit = match.unit
    return {
        "score": round(match.score, 3),
        "source": unit.source,
        "target": unit.target,
        "source_locale": unit.source_locale,
        "target_locale": unit.target_locale,
        "context": unit.context,
        "origin": unit.origin,
        "changed": unit.changed.isoformat() if unit.changed else None,
        "note": unit.note,
        "obsolete": unit.obsolete,
        "difference": [{"kind": piece.kind, "text": piece.text} for piece in difference(unit.source, text)],
    }
