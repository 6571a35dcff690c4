"""Containers: `:::tip Title` (Docusaurus, VitePress), `/// note | Title`, and what is indented (MkDocs Material).

Indented below `!!! note "Title"`, `??? note` and `=== "Tab"` by four columns is what they contain.
https://vitepress.dev/guide/markdown#custom-containers, https://docusaurus.io/docs/markdown-features/admonitions,
https://squidfunk.github.io/mkdocs-material/reference/admonitions/
"""

from __future__ import annotations

import re

from taiyaku.formats.markdown.dialects.scan import begins_line
from taiyaku.formats.markdown.dialects.token import Dialect, Token, Value

_FENCE = re.compile(
    r"""(?P<mark>:{3,})(?:[ \t]*(?P<name>[A-Za-z][\w-]*)
          (?: (?:[ \t]*\{[^{}\n]*\})? [ \t]* \[(?P<bracketed>[^\n]*)\]
            | [ \t]+(?P<title>(?!\{[^{])\S[^\n]*?) )?
          (?: [ \t]*\{[^{}\n]*\} )* | [ \t]*\{[^{}\n]*\} )?
        [ \t]*:*(?=[ \t]*\r?(?:\n|\Z))""",
    re.VERBOSE,
)
_SLASHES = re.compile(
    r"(?P<mark>/{3,})(?:[ \t]*(?P<name>[A-Za-z][\w-]*)(?:[ \t]*\|[ \t]*(?P<title>[^\n]*?))?)?(?=[ \t]*\r?(?:\n|\Z))"
    r"(?P<options>(?:\r?\n {4,}[\w-]+:[^\n]*)*)"
)
_INDENTED = re.compile(
    r"""(?:(?:!!!|\?\?\?\+?)[ ]?(?P<name>[A-Za-z][\w-]*)(?:[ ]+[a-z][\w-]*)*(?:[ ]+"(?P<title>[^"\n]*)")?
          | ===[!+]?[ ]"(?P<tab>[^"\n]*)")(?=[ \t]*\r?(?:\n|\Z))""",
    re.VERBOSE,
)


def _read(text: str, at: int) -> Token | None:
    if not begins_line(text, at):
        return None
    found = (_FENCE if text[at] == ":" else _SLASHES).match(text, at)
    if found is None:
        return None
    rank = len(found["mark"])
    if found[0].strip() == found["mark"]:
        return Token("containers", "close", "", found["mark"], at, rank=rank)
    values = tuple(
        Value("title", found.start(group) - at, found.end(group) - at)
        for group in ("bracketed", "title")
        if group in found.re.groupindex and found[group]
    )
    return Token("containers", "tag", found["name"] or "", found[0].rstrip(), at, values=values, rank=rank)


def _indented(text: str, at: int) -> Token | None:
    found = _INDENTED.match(text, at)
    if found is None:
        return None
    group = "title" if found["tab"] is None else "tab"
    values = (Value("title", found.start(group) - at, found.end(group) - at),) if found[group] else ()
    return Token("containers", "tag", found["name"] or "tab", found[0], at, values=values, paired=True)


DIALECT = Dialect(
    "containers",
    r":{3,}|/{3,}",
    _read,
    r"^[ \t>]*(?:(?::{3,}|/{3})[ \t]*(?:tip|note|info|warning|danger|details|caution|important|admonition)\b"
    r'|(?:!!!|\?\?\?\+?)[ ][a-z]+(?:[ ]+"[^"\n]*")?[ \t]*\r?$)',
    (":::", "!!! ", "\n???", "\n///"),
    _indented,
)
