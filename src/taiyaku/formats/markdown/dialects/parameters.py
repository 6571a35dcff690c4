"""The parameters of a tag that are for readers: `title="..."`, `caption`, `alt`, ..."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.dialects.token import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

# By the names that themes and components give them; what they are for the translator.
_ROLES = {
    "title": "title",
    "subtitle": "title",
    "header": "title",
    "heading": "title",
    "summary": "title",
    "caption": "caption",
    "figcaption": "caption",
    "alt": "alt",
    "label": "label",
    "text": "label",
    "tooltip": "label",
    "placeholder": "label",
    "description": "description",
    "desc": "description",
    "content": "description",
}
_TITLED_BY_PLACE = frozenset({"details", "tab", "expand", "expandable", "accordion", "collapse", "spoiler"})
"""Tags whose first argument without a name is the title that readers click on."""
_NAMED = frozenset({"tab"})
"""Tags whose `name` is their title."""

_PARAMETER = re.compile(
    r"""(?<![\w.:-])([A-Za-z][\w-]*)\s*=\s*(?:"((?:\\.|[^"\\])*+)"|'((?:\\.|[^'\\])*+)'|`([^`]*+)`)""", re.DOTALL
)
_FIRST = re.compile(r"""\s*"((?:\\.|[^"\\])*+)\"""", re.DOTALL)
_TAG = re.compile(r"\{\{|\{%|\}\}|%\}|://")


def parameters(source: str) -> dict[str, str]:
    """Return the parameters of a tag by name, as written."""
    return {found[1].lower(): found[found.lastindex or 2] for found in _PARAMETER.finditer(source)}


def reader_values(source: str, name: str, after_name: int, escapes: tuple[str, str] = ("", "")) -> tuple[Value, ...]:
    """Return the parameters in the source of a tag that are for readers.

    `after_name` is where its parameters begin; `escapes` how " and ' are written inside such marks.
    """
    return tuple(_values(source, name.lower(), after_name, escapes))


def _values(source: str, name: str, after_name: int, escapes: tuple[str, str]) -> Iterator[Value]:
    first = _FIRST.match(source, after_name) if name in _TITLED_BY_PLACE else None
    if first is not None and _is_text(first[1]):
        yield Value("title", *first.span(1), escapes[0])
    for found in _PARAMETER.finditer(source, after_name):
        group = found.lastindex or 2
        role = _ROLES.get(found[1].lower())
        if found[1].lower() == "name" and name in _NAMED:
            role = "title"
        if role is not None and _is_text(found[group]):
            yield Value(role, *found.span(group), ("", "", *escapes, "")[group])


def _is_text(value: str) -> bool:
    """Whether somebody reads a value: it has words, on one line, and is neither computed nor an address."""
    return any(map(str.isalpha, value)) and "\n" not in value and _TAG.search(value) is None
