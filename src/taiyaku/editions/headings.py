"""Headings of an article on a page: their rank below the headline, and the anchors that links point to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.plain import inline_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.article.document import Segment

_FIRST_RANK = re.compile(r"<h1(?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(r"<(/?)h([1-5])(?=[\s/>])", re.IGNORECASE)
_NO_WORD = re.compile(r"[^\w]+")
_LONGEST = 60


def below_headline(parts: list[str]) -> list[str]:
    """Return the HTML of a text (in parts, not yet sanitized) with its headings below the headline, which is the h1."""
    if not any(_FIRST_RANK.search(html) for html in parts):
        return parts
    return [_TAG.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", html) for html in parts]


def anchors(segments: Iterable[Segment], locale: str) -> dict[int, str]:
    """Return the anchors of the headings among an article's segments.

    They are made of the original's words, so that they are the same in every language.
    """
    found: dict[int, str] = {}
    taken: set[str] = set()
    for index, segment in enumerate(segments):
        if segment.role != "heading":
            continue
        words = _NO_WORD.sub("-", inline_text(segment.text, locale=locale).casefold())
        anchor = base = words.strip("-")[:_LONGEST].strip("-") or "section"
        count = 1
        while anchor in taken:
            count += 1
            anchor = f"{base}-{count}"
        taken.add(anchor)
        found[index] = anchor
    return found
