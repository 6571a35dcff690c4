"""Wiki links: `[[Page]]`, `[[Page#Part|words]]`, and `![[image.png|words]]`, which puts the file in.

https://help.obsidian.md/links. The page must stay in a translation; the words are the translator's.
"""

from __future__ import annotations

import re

from taiyaku.formats.markdown.dialects.token import Dialect, Token

_LINK = re.compile(r"(?P<embed>!?)\[\[(?P<page>[^\[\]|\n\\]+)(?:\\?\|(?P<words>[^\[\]\n]*))?\]\](?!\()")

_SIZE = re.compile(r"\s*\d+(?:x\d+)?\s*")


def _read(text: str, at: int) -> Token | None:
    found = _LINK.match(text, at)
    if found is None:
        return None
    page = found["page"].strip()
    name = "embed" if found["embed"] else "page"
    words = found["words"]
    if words is None:
        words = page if name == "embed" else page.replace("#", " › ").strip(" ›")
    elif name == "embed" and _SIZE.fullmatch(words):
        words = page
    return Token("wikilinks", "link", name, found[0], at, words=words, address=page, key=f"{found['embed']}[[{page}]]")


DIALECT = Dialect("wikilinks", r"!?\[\[", _read, r"(?<!\])!?\[\[[^\W\d_][^\[\]\n]*\]\](?!\()", ("[[",))
