"""Attributes: `{#id .class key="value"}` behind what they belong to, and kramdown's `{: .class}` and `{:toc}`.

https://kramdown.gettalong.org/syntax.html#attribute-list-definitions,
https://python-markdown.github.io/extensions/attr_list/. A reading, `{漢字|かんじ}`, is none.
"""

from __future__ import annotations

import re

from taiyaku.formats.markdown.dialects.token import Dialect, Token
from taiyaku.formats.markdown.places import heading_attributes

_ITEM = r"""(?:[#.][^\s{}"'|]+|[A-Za-z_][\w:-]*=(?:"(?:\\.|[^"\\\n])*+"|'(?:\\.|[^'\\\n])*+'|[^\s{}"'|]+))"""
_LIST = re.compile(rf"\{{[ \t]*{_ITEM}(?:[ \t]+(?:{_ITEM}|[A-Za-z][\w-]*))*[ \t]*\}}")
_KRAMDOWN = re.compile(r"\{:{1,2}(?![|:])/?(?:[^{}\n\\|]|\\.)*\}")
_VERBATIM = re.compile(r"\{::(?P<name>comment|nomarkdown)[^{}\n]*\}.*?\{:/(?:(?P=name))?\}", re.DOTALL)
_HEADING = re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*\#{1,6}[ \t]")
_UNDERLINE = re.compile(r"[ \t]*\r?\n[ \t>]*(?:=+|-+)[ \t]*(?:\r?\n|\Z)")


def _read(text: str, at: int) -> Token | None:
    verbatim = _VERBATIM.match(text, at)
    if verbatim is not None:
        return Token("attributes", "comment", verbatim["name"], verbatim[0], at)
    found = _KRAMDOWN.match(text, at) or _LIST.match(text, at)
    if found is None or _is_of_heading(text, at, found.end()):
        return None
    return Token("attributes", "attributes", "", found[0], at)


def _is_of_heading(text: str, at: int, end: int) -> bool:
    """Whether these are attributes of a heading as they are read everywhere."""
    if heading_attributes(text[at:end]) is None:
        return False
    line = text.rfind("\n", 0, at) + 1
    at_line_end = re.compile(r"[ \t]*\#*[ \t]*\r?(?:\n|\Z)").match(text, end) is not None
    return (at_line_end and _HEADING.match(text, line, at) is not None) or (
        text[line:at].strip(" \t>") != "" and _UNDERLINE.match(text, end) is not None
    )


DIALECT = Dialect("attributes", r"\{[ \t]*[:#.A-Za-z_]", _read, r"\{:[ \t]*[#.][\w-]+[^{}\n]*\}|^\{:toc\}", ("{:",))
