"""Addresses that another language has of its own: a map with its labels, the article of its own encyclopedia.

An author gives them in the front matter, by language: `links: {ja: {images/map.svg: images/map.ja.svg}}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.article.document import Value

KEY = "links"
"""The key of the front matter."""


def equivalents(metadata: Mapping[str, Value], locale: str) -> dict[str, str]:
    """Return which address takes the place of which in a locale; what is given for its region goes first."""
    tables = metadata.get(KEY)
    if not isinstance(tables, Mapping):
        return {}
    found: dict[str, str] = {}
    for name in dict.fromkeys((locale.partition("-")[0], locale)):
        table = tables.get(name)
        if isinstance(table, Mapping):
            found |= {old: new for old, new in table.items() if isinstance(new, str) and old and _is_address(new)}
    return {old: new for old, new in found.items() if old != new}


def _is_address(text: str) -> bool:
    return text != "" and text.isprintable()
