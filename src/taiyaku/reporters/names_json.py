"""The register of names as JSON, for programs: keys in English, values as they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.register.listed import Listed, Register

VERSION = 1


def names_json(register: Register, gettext: Callable[[str], str]) -> str:
    """Return the register in the order of the screen."""
    names = [_name(listed, gettext) for listed in register.names]
    return json.dumps({"version": VERSION, "articles": register.articles, "names": names}, ensure_ascii=False, indent=2)


def _name(listed: Listed, gettext: Callable[[str], str]) -> dict[str, Any]:
    first = listed.first
    return {
        "state": listed.state,
        "kind": listed.kind,
        "en": list(listed.english),
        "ja": list(listed.japanese),
        "reading": listed.reading,
        "reading_is_draft": listed.draft,
        "romanization": listed.romanization,
        "titles": {"en": list(listed.titles[0]), "ja": list(listed.titles[1])},
        "counts": {"en": listed.counts[0], "ja": listed.counts[1]},
        "first_use": None if first is None else {"path": first.path.as_posix(), "line": first.line},
        "evidence": [phrase.translated(gettext) for phrase in listed.evidence],
        "verified": listed.verified,
    }
