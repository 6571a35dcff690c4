"""taiyaku (対訳): localizes articles between English and Japanese."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "ArticleError": "taiyaku.errors",
    "Catalog": "taiyaku.catalog.catalog",
    "CatalogError": "taiyaku.errors",
    "Document": "taiyaku.article.document",
    "Locale": "taiyaku.locale",
    "Message": "taiyaku.catalog.message",
    "Problem": "taiyaku.errors",
    "Project": "taiyaku.project.project",
    "ReadOptions": "taiyaku.formats.options",
    "Segment": "taiyaku.article.document",
    "Span": "taiyaku.span",
    "TaiyakuError": "taiyaku.errors",
    "find_project": "taiyaku.project.project",
    "make_template": "taiyaku.catalog.template",
    "merge": "taiyaku.catalog.merge",
    "parse": "taiyaku.formats",
    "read_catalog": "taiyaku.catalog.po",
    "save_catalog": "taiyaku.catalog.po",
    "splice": "taiyaku.article.splice",
    "translate": "taiyaku.editions.translation",
    "write": "taiyaku.formats",
}
"""The names that others may rely on (docs/api.md), and where each is defined."""

_ORIGINAL_NAMES = {"read_catalog": "read", "save_catalog": "save"}


def __dir__() -> list[str]:
    """Name what is public, imported or not."""
    return sorted([*_PUBLIC, "__version__"])


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that the program starts without what it does not need."""
    if name not in _PUBLIC:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(_PUBLIC[name]), _ORIGINAL_NAMES.get(name, name))
    globals()[name] = value
    return value
