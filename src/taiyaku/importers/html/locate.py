"""The door to the extractor, and which element of a page holds the article.

readability-lxml scores the elements as browsers' reader views do. What it would keep is not taken over, since it drops
short lists, captions and readings: only the place is, and the article is then read whole from our own tree.
"""

from __future__ import annotations

import logging
import re
from itertools import takewhile
from typing import TYPE_CHECKING

from taiyaku.importers.html.names import is_chrome, is_hidden
from taiyaku.importers.html.tree import Element, numbered_html
from taiyaku.importers.html.weights import letters, link_density

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = "data-taiyaku"
_KEPT = re.compile(rf'{_NUMBER}="(\d+)"')
_ENOUGH = 20
"""An element with fewer letters is no article."""

_PARTS = frozenset(
    ["a", "b", "dd", "dl", "dt", "em", "figure", "i", "img", "li", "ol", "p", "span", "strong", "tbody", "tr", "ul"]
)
_MORE = 1.4
"""An element around the found one that reads so much longer is the article, and the found one is a part of it."""

_MOST = 0.6
_LINKED = 0.5
_PARAGRAPH = 40
_LAYOUT = frozenset(
    [
        "div",
        "aside",
        "footer",
        "header",
        "nav",
        "table",
        "tbody",
        "tr",
        "td",
        "form",
        "main",
        "article",
        "section",
        "ul",
        "ol",
        "script",
        "style",
    ]
)
"""Elements that arrange a page: a paragraph inside may be of something else."""


def article_body(root: Element) -> Element:
    """Return the element that holds the article's text: the one that says so, else the one that reads like it."""
    said = [element for element in root.elements() if "articleBody" in element.get("itemprop").split()]
    if len(said) == 1 and letters(said[0]) > _ENOUGH:
        return said[0]
    found = _scored(root)
    if found is not None and letters(found) > _ENOUGH:
        return _whole(_column(found))
    return root.first("article") or root.first("main") or root.first("body") or root


def lead_figures(body: Element) -> list[Element]:
    """Return the figures that stand before the text of the article but within it: the picture under the headline."""
    figures: list[Element] = []
    inner = body
    for around in body.ancestors():
        if inner.tag in {"article", "main", "body"}:
            break
        for sibling in _before(inner, around):
            figures += [each for each in sibling.all("figure") if each.first("img") and not each.first("a")]
        inner = around
    return figures


def _before(inner: Element, around: Element) -> list[Element]:
    """Return what stands before one of the elements in another, chrome left out."""
    before = [
        child for child in takewhile(lambda child: child is not inner, around.children) if not isinstance(child, str)
    ]
    return [element for element in before if not is_chrome(element) and not is_hidden(element)]


def _scored(root: Element) -> Element | None:
    """Return the innermost element around all that the extractor would keep."""
    from lxml.etree import LxmlError
    from readability import Document
    from readability.readability import Unparseable

    html, elements = numbered_html(root, _NUMBER)
    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)  # its failures are ours to tell
    try:
        summary = Document(html).summary(html_partial=True)
    except (Unparseable, LxmlError, ValueError):
        return None
    kept = [elements[int(number)] for number in _KEPT.findall(summary)]
    return _around(kept)


def _around(kept: Sequence[Element]) -> Element | None:
    """Return the innermost element that holds all of `kept`."""
    if not kept:
        return None
    shared = _path(kept[0])
    for element in kept[1:]:
        pairs = zip(shared, _path(element), strict=False)
        shared = [first for first, _ in takewhile(lambda pair: pair[0] is pair[1], pairs)]
    return shared[-1] if shared else None


def _path(element: Element) -> list[Element]:
    return [*[*element.ancestors()][::-1], element]


def _column(found: Element) -> Element:
    """Return the cell that holds the text where the page is arranged by a table; else `found` itself."""
    if found.tag not in {"table", "tbody", "tr"}:
        return found
    cells = [cell for cell in found.all("td") if _reading(cell) > _MOST * _reading(found)]
    return cells[-1] if cells and any(cell.first("p") for cell in cells) else found


def _whole(found: Element) -> Element:
    """Return the element of which `found` is a part only: one section of the text, or one item of a list."""
    body = found
    for around in found.ancestors():
        if around.tag in {"body", "html"}:
            break
        beside = [each for each in around.children if isinstance(each, Element) and each is not body]
        if (
            body.tag in _PARTS
            or any(_is_text(each) or _is_part(each, body) for each in beside)
            or _reading(around) > _MORE * _reading(body)
        ):
            body = around
    return body


def _is_part(element: Element, body: Element) -> bool:
    """Whether an element is a further part of the text, in the same kind of box."""
    alike = (element.tag, element.get("class")) == (body.tag, body.get("class"))
    return alike and bool(body.get("class")) and not is_chrome(element) and _reading(element) > _PARAGRAPH


def _is_text(element: Element) -> bool:
    """Whether an element holds a paragraph that stands by itself: the text goes on around what was found."""
    if element.tag in _LAYOUT or is_chrome(element) or is_hidden(element):
        return False
    return link_density(element) < _LINKED and any(letters(each) > _PARAGRAPH for each in element.all("p"))


def _reading(element: Element) -> int:
    """Count the letters in what reads as text: neither chrome nor mostly links."""
    gone = {part for part in element.elements() if part is not element and (is_chrome(part) or _is_linked(part))}
    return sum(len("".join(text.split())) for text in element.without(lambda part: part in gone))


def _is_linked(part: Element) -> bool:
    return (
        part.tag in {"a", "article", "div", "li", "ol", "section", "table", "td", "ul"} and link_density(part) > _LINKED
    )
