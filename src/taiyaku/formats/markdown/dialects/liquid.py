"""Liquid, as Jekyll has it: `{% include figure.html caption="..." %}`, `{{ page.title }}`.

https://jekyllrb.com/docs/liquid/. Its texts in quotation marks know no escapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.formats.markdown.dialects.jinja import read_tag
from taiyaku.formats.markdown.dialects.token import Dialect

if TYPE_CHECKING:
    from taiyaku.formats.markdown.dialects.token import Token


def _read(text: str, at: int) -> Token | None:
    return read_tag("liquid", text, at, ("", ""))


DIALECT = Dialect(
    "liquid",
    r"\{[%{]",
    _read,
    r"\{%-?[ \t]*(?:include|include_relative|link|post_url|assign|capture|if|unless|for|raw|highlight|comment)\b"
    r"[^{}\n]*%\}"
    r"|\{\{[ \t]*(?:site|page)\.[^{}\n]*\}\}",
    ("{%", "{{"),
)
