"""Numerals, units and Latin letters in vertical lines: by one rule for all of a page."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from taiyaku.editions.typesetting.passages import Addition, Replace, typeset
from taiyaku.japanese.vertical import vertical_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.typesetting.passages import Passage
    from taiyaku.japanese.vertical import Change, Rule

_HORIZONTAL = frozenset(["td", "th", "caption", "table", "tr", "figcaption"])
_NUMBERS_OF_NOTES = frozenset(["footnote-ref", "footnote-back"])


def set_vertically(html: str, lang: str, rule: Rule, within: str = "") -> Markup:
    """Return HTML, otherwise well set already, with its Japanese texts made for vertical lines.

    Tables and captions stay horizontal. With `within`, the name of a class, so does all else, and a quotation's source.
    """
    if within and f'"{within}' not in html:
        return Markup(html)  # noqa: S704 (safe before)
    setter = partial(_additions, rule=rule, within=within)
    return typeset(html, lang, setter, opaque=_NUMBERS_OF_NOTES)


def _additions(passage: Passage, rule: Rule, within: str) -> Iterator[Addition]:
    if within and (within not in passage.classes or "source" in passage.classes):
        return
    if passage.lang.partition("-")[0] == "ja" and passage.element not in _HORIZONTAL:
        for change in vertical_changes(passage.text, rule):
            yield Replace(change.start, change.end, _html(change))


def _html(change: Change) -> str:
    return "".join(
        f'<span class="upright">{escape(piece.text)}</span>' if piece.combined else escape(piece.text, quote=False)
        for piece in change.pieces
    )
