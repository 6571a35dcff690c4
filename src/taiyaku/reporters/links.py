"""Where places in files lead: to an editor, or to an entry in Weblate, by the addresses of the settings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.span import Position


@dataclass(frozen=True, slots=True)
class Links:
    """Where the places lead: addresses with {path}, {line}, {column}, {slug}, {locale} and {query}; "" for nowhere.

    `root` is the folder that paths count from; {path} is absolute in the editor's address.
    """

    root: Path
    editor: str = ""
    weblate: str = ""

    def to_editor(self, path: Path, position: Position | None, slug: str, locale: str) -> str:
        """Return the address of a place in an editor, "" where the settings have none."""
        return _filled(self.editor, quote((self.root / path).as_posix()), position, slug, locale, "")

    def to_weblate(self, path: Path, position: Position | None, slug: str, locale: str, msgid: str) -> str:
        """Return the address of an entry in Weblate, "" where the settings have none."""
        query = quote(f'source:="{msgid}"', safe="")
        return _filled(self.weblate, path.as_posix(), position, slug, locale, query)


def _filled(address: str, path: str, position: Position | None, slug: str, locale: str, query: str) -> str:
    values = {
        "path": path,
        "line": str(position.line if position else 1),
        "column": str(position.column if position else 1),
        "slug": quote(slug, safe=""),
        "locale": locale.replace("-", "_"),
        "query": query,
    }
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), address)
