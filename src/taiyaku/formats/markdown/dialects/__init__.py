"""Dialects of Markdown, read where the setting `markdown.dialects` names them. Each is a file with a `DIALECT`.

A dialect's tags are hidden from the parser: letters of the same length in bytes stand in their places, so that every
offset stays what it is; a tag that stands by itself becomes an HTML block. Afterwards they are put back, as events of
their own: `{"Tag": Token}` between blocks, `{"Placeholder": Token}` within a text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.formats.markdown.dialects.token import Dialect

DIALECTS = ("hugo", "containers", "jinja", "liquid", "attributes", "mdx", "wikilinks")
"""The names, in the order in which they may take what several could read."""


@cache
def dialect(name: str) -> Dialect:
    """Return the dialect called so: one of DIALECTS."""
    from importlib import import_module

    found: Dialect = import_module(f"{__name__}.{name}").DIALECT
    return found
