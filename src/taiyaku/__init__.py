"""taiyaku (対訳): localizes articles between English and Japanese."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the same names for type checkers; a test compares
    from taiyaku.article.document import Document as Document
    from taiyaku.article.document import Segment as Segment
    from taiyaku.article.splice import splice as splice
    from taiyaku.catalog.catalog import Catalog as Catalog
    from taiyaku.catalog.merge import merge as merge
    from taiyaku.catalog.message import Message as Message
    from taiyaku.catalog.po import read as read_catalog
    from taiyaku.catalog.po import save as save_catalog
    from taiyaku.catalog.template import make_template as make_template
    from taiyaku.checks.check_catalog import check as check
    from taiyaku.checks.settings import CheckSettings as CheckSettings
    from taiyaku.editions.translation import translate as translate
    from taiyaku.errors import (
        ArticleError as ArticleError,
    )
    from taiyaku.errors import (
        CatalogError as CatalogError,
    )
    from taiyaku.errors import (
        Problem as Problem,
    )
    from taiyaku.errors import (
        TaiyakuError as TaiyakuError,
    )
    from taiyaku.formats import parse as parse
    from taiyaku.formats import write as write
    from taiyaku.formats.options import ReadOptions as ReadOptions
    from taiyaku.locale import Locale as Locale
    from taiyaku.project.project import Project as Project
    from taiyaku.project.project import find_project as find_project
    from taiyaku.span import Span as Span
    from taiyaku.termbase.file import read_termbase as read_termbase

__version__ = "0.1.0"

_PUBLIC = {
    "ArticleError": "taiyaku.errors",
    "Catalog": "taiyaku.catalog.catalog",
    "CatalogError": "taiyaku.errors",
    "CheckSettings": "taiyaku.checks.settings",
    "Document": "taiyaku.article.document",
    "Locale": "taiyaku.locale",
    "Message": "taiyaku.catalog.message",
    "Problem": "taiyaku.errors",
    "Project": "taiyaku.project.project",
    "ReadOptions": "taiyaku.formats.options",
    "Segment": "taiyaku.article.document",
    "Span": "taiyaku.span",
    "TaiyakuError": "taiyaku.errors",
    "check": "taiyaku.checks.check_catalog",
    "find_project": "taiyaku.project.project",
    "make_template": "taiyaku.catalog.template",
    "merge": "taiyaku.catalog.merge",
    "parse": "taiyaku.formats",
    "read_catalog": "taiyaku.catalog.po",
    "read_termbase": "taiyaku.termbase.file",
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
