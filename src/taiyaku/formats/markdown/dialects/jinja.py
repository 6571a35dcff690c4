"""Jinja: `{% block %}`, `{{ value }}` and `{# comment #}`. The braces of Vue and Go templates are the same.

https://jinja.palletsprojects.com/en/stable/templates/
"""

from __future__ import annotations

import re

from taiyaku.formats.markdown.dialects.parameters import reader_values
from taiyaku.formats.markdown.dialects.token import Dialect, Form, Token

_STRING = r""""(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'"""
_TAG = re.compile(rf"\{{%[-+]?\s*(?P<name>\w+)(?:{_STRING}|(?!%\}}|\{{%|[\"']).)*+%\}}", re.DOTALL)
_OUTPUT = re.compile(rf"\{{\{{(?![<%])(?:{_STRING}|\{{[^{{}}]*\}}|(?!\}}\}}|\{{|[\"']).)*+\}}\}}", re.DOTALL)
_LOOSE = re.compile(r"\{%[-+]?\s*(?P<name>\w+)[^{}%]*+%\}|\{\{(?![<%])[^{}]*+\}\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_VERBATIM = {"raw": "code", "verbatim": "code", "highlight": "code", "comment": "comment"}
_ADDRESSES = frozenset({"link", "post_url", "url", "static"})
_ARGUMENT = re.compile(r"""\s+["']?([^\s"'%]+)""")


def read_tag(dialect: str, text: str, at: int, escapes: tuple[str, str]) -> Token | None:
    """Return the tag, output or comment at a place. Liquid's look the same, but their texts have no escapes."""
    if text.startswith("{#", at):
        comment = _COMMENT.match(text, at)
        return None if comment is None else Token(dialect, "comment", "", comment[0], at)
    found = (_TAG if text.startswith("{%", at) else _OUTPUT).match(text, at) or _LOOSE.match(text, at)
    if found is None:
        return None
    if "name" not in found.re.groupindex or found["name"] is None:
        return Token(dialect, "output", found[0].strip("{}-+ \t\r\n"), found[0], at)
    name, source = found["name"], found[0]
    if name.startswith("end"):
        return Token(dialect, "close", name.removeprefix("end"), source, at)
    if name in _VERBATIM:
        end = re.compile(rf"\{{%[-+]?\s*end{name}\s*[-+]?%\}}").search(text, found.end())
        if end is not None:
            form: Form = "comment" if name == "comment" else "code"
            return Token(dialect, form, name, text[at : end.end()], at, words=text[found.end() : end.start()])
    after = found.end("name") - at
    argument = _ARGUMENT.match(source, after)
    form = "link" if name in _ADDRESSES else "tag"
    address = argument[1] if argument else ""
    return Token(dialect, form, name, source, at, values=reader_values(source, name, after, escapes), address=address)


def _read(text: str, at: int) -> Token | None:
    return read_tag("jinja", text, at, ('\\"', "\\'"))


DIALECT = Dialect(
    "jinja",
    r"\{[%{\#]",
    _read,
    r"\{%-?[ \t]*(?:extends|block|endblock|macro|import|from|set|call)\b[^{}\n]*%\}",
    ("{%",),
)
