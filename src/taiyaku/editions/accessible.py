"""What a page's text gets for readers with a keyboard or a screen reader, after it was sanitized.

Source: the rules label, scrollable-region-focusable and definition-list of https://dequeuniversity.com/rules/axe/.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_SCROLLED = re.compile(r"<(pre|table)(?=[\s>])")
_LISTED = re.compile(r"<(/?)(dl|dt|dd)(?=[\s>])")
_TICKED, _OPEN = '<input type="checkbox" disabled="" checked="">', '<input type="checkbox" disabled="">'
_ROLES = {"dl": "", "dt": ' role="term"', "dd": ' role="definition"'}


def accessible(html: Markup, done: str, to_do: str) -> Markup:
    """Return sanitized HTML in which boxes of tasks say what they tell, and what scrolls can be scrolled by keys.

    `done` and `to_do` are the words for a box that is ticked and one that is not.
    """
    text = _SCROLLED.sub(r'<\1 tabindex="0"', str(html))
    for box, words in ((_TICKED, done), (_OPEN, to_do)):
        text = text.replace(box, f'{box[:-1]} aria-label="{Markup.escape(words)}">')
    return Markup(text)  # noqa: S704 (safe before, and what is added is escaped)


def terms_apart(html: Markup) -> Markup:
    """Return a piece of a list of definitions for a place of its own, where a term stands without its definition."""
    return Markup(_LISTED.sub(_element, str(html)))  # noqa: S704 (safe before; only names of elements change)


def _element(match: re.Match[str]) -> str:
    return "</div" if match[1] else f"<div{_ROLES[match[2]]}"
