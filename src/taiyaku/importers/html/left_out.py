"""Which elements inside an article are no text of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.importers.html.names import words
from taiyaku.importers.html.tree import VERBATIM, Element

if TYPE_CHECKING:
    from taiyaku.importers.html.context import Context

MEDIA = frozenset(["iframe", "video", "audio", "object", "embed", "applet", "frame", "canvas", "svg", "portal"])
"""What no article in Markdown can hold."""

CONTROLS = frozenset(["button", "select", "textarea", "input", "datalist", "meter", "progress", "output"])

_ANCHOR = re.compile(r"[#¶§🔗\s\u00a0]*")
_NEVER = VERBATIM | MEDIA | CONTROLS | {"rp", "noscript", "annotation", "annotation-xml", "head", "title"}
_LINE_NUMBERS = frozenset({"lineno", "linenos", "linenumber", "linenumbers", "gutter"})


def is_left_out(element: Element, context: Context) -> bool:
    """Whether the text of an element is not the article's: of controls, of players, of numbers of lines and notes."""
    if element.tag == "a":
        return element in context.notes or is_anchor(element)
    return element.tag in _NEVER or is_line_number(element) or is_headline(element, context)


def is_anchor(link: Element) -> bool:
    """Whether a link leads from a heading to itself, with a sign for a text."""
    own = link.get("href").startswith("#") and link.first("img") is None
    return own and _ANCHOR.fullmatch(link.text()) is not None


def is_headline(element: Element, context: Context) -> bool:
    """Whether a heading repeats the title of the article."""
    return element.tag == "h1" and bool(context.title) and _folded(element.text()) == _folded(context.title)


def is_line_number(element: Element) -> bool:
    """Whether an element numbers the lines of code."""
    inside = element.tag in {"td", "th"} or any(around.tag in {"pre", "code"} for around in element.ancestors())
    return inside and not _LINE_NUMBERS.isdisjoint(words(element)) and not re.search(r"[^\W\d]", element.text())


def image_title(image: Element, context: Context) -> str:
    """Return what the title of an image says beyond its alternative text, where no caption says it."""
    title = " ".join(image.get("title").split())
    figure = next((around for around in image.ancestors() if around.tag == "figure"), None)
    if title == image.get("alt") or (figure is not None and figure.first("figcaption") is not None):
        return ""
    shown = not any(is_left_out(around, context) for around in image.ancestors())
    return title if shown else ""


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
