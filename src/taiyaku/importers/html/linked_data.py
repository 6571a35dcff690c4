"""JSON-LD: what a page tells search engines of its article, in the words of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from taiyaku.importers.html.context import Remarks
    from taiyaku.importers.html.tree import Element

_ARTICLES = ("Article", "Posting", "Report")


def article_data(root: Element, remarks: Remarks) -> Mapping[str, Any]:
    """Return the data of the page's article, empty if there is none."""
    for script in root.all("script"):
        if script.get("type").lower() != "application/ld+json":
            continue
        try:
            data = json.loads("".join(child for child in script.children if isinstance(child, str)))
        except (ValueError, RecursionError):
            remarks.add(Phrase("the page has JSON-LD that cannot be read"))
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).endswith(_ARTICLES) for name in names):
                if str(thing.get("isAccessibleForFree")).lower() == "false":
                    remarks.add(Phrase("the article is not free: the page may hold its beginning only"), doubtful=True)
                return thing
    return {}


def _things(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the things that a document describes: one, a list, or a graph of them."""
    if isinstance(data, list):
        for each in data:
            if isinstance(each, dict):
                yield each
    elif isinstance(data, dict):
        graph = data.get("@graph")
        yield from _things(graph) if isinstance(graph, list) else [data]


def texts(data: Mapping[str, Any], key: str) -> list[str]:
    """Return the values of a key as texts: those of things are their names or addresses."""
    value = data.get(key)
    found = []
    for each in value if isinstance(value, list) else [value]:
        text = each.get("name") or each.get("@id") or each.get("url") if isinstance(each, dict) else each
        if isinstance(text, str) and text.strip():
            found.append(" ".join(text.split()))
    return found
