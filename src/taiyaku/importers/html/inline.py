"""The elements of running text -> pieces with marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.html.images import image_address
from taiyaku.importers.html.left_out import CONTROLS, image_title, is_anchor
from taiyaku.importers.html.media import report_media
from taiyaku.importers.html.pieces import BREAK, Mark, Piece
from taiyaku.importers.html.ruby import ruby_pieces
from taiyaku.importers.html.tree import VERBATIM, Element

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.importers.html.context import Context

_STYLES = {
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("del", "s", "strike"), "del"),
    **dict.fromkeys(("code", "samp", "tt"), "code"),
}
_TAGS = frozenset({"sup", "sub", "kbd", "mark", "ins", "u"})
"""Elements that Markdown has no signs for: they stay HTML."""

_SEPARATE = frozenset(
    [
        "p",
        "div",
        "li",
        "dd",
        "dt",
        "tr",
        "section",
        "article",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "pre",
        "hr",
        "figure",
    ]
)
"""Blocks that begin a line where there is running text only: in a cell, a caption, a heading."""


class InlineReader:
    """Collects the pieces of running text from the elements it is given."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.pieces: list[Piece] = []

    def children(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read all that is in an element."""
        for child in element.children:
            if isinstance(child, str):
                self.text(child, marks)
            else:
                self.element(child, marks)

    def text(self, text: str, marks: tuple[Mark, ...]) -> None:
        """Read a text. Soft hyphens go: they belong to one width of the page."""
        if "\u00ad" in text or "\ufeff" in text:
            self.context.remarks.add(Phrase("soft hyphens and byte order marks were taken out of the text"))
            text = text.replace("\u00ad", "").replace("\ufeff", "")
        self.pieces.append(Piece(text, marks))

    def element(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read one element."""
        tag = element.tag
        if tag in _READERS:
            _READERS[tag](self, element, marks)
        elif report_media(element, self.context) or tag in VERBATIM:
            return
        elif tag in CONTROLS:
            self.control(element)
        elif tag in _SEPARATE:
            self.separate(element, marks)
        else:
            self.children(element, _with(marks, _mark_of(element)))

    def separate(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read a block inside of running text: it begins a line and ends it."""
        self.pieces.append(Piece(" ", marks) if self.ends_line() else BREAK)
        self.children(element, marks)
        if not self.ends_line():
            self.pieces.append(BREAK)

    def ends_line(self) -> bool:
        """Whether nothing stands on the current line yet."""
        for piece in reversed(self.pieces):
            if piece.kind != "text" or piece.text.strip():
                return piece.kind == "break"
        return True

    def line_break(self, _element: Element, _marks: tuple[Mark, ...]) -> None:
        """Read a line break."""
        self.pieces.append(BREAK)

    def image(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read an image; a caption of its own is what its title says beyond the alternative text."""
        address = image_address(element, self.context)
        alt = " ".join(element.get("alt").split())
        if not address:
            if alt:
                self.context.remarks.add(Phrase("an image without an address was left out: {alt}", alt=alt))
            return
        if address in self.context.images and element.parent is not None and element.parent.tag == "noscript":
            return
        self.context.images.add(address)
        self.pieces.append(Piece(alt, marks, "image", (address, image_title(element, self.context))))

    def noscript(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read the images that stand there for readers without scripts, where the page has not shown them."""
        for image in element.all("img"):
            if image_address(image, self.context) not in self.context.images:
                self.image(image, marks)

    def ruby(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read a text with its reading."""
        self.pieces += ruby_pieces(element, marks, self.context)

    def link(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read a link, or the mark of a footnote."""
        label = self.context.notes.get(element)
        if label is not None:
            self.pieces.append(Piece(label, tuple(mark for mark in marks if mark != Mark("tag", "sup")), "note"))
            return
        address = self.context.link(element)
        if is_anchor(element):
            return
        title = " ".join(element.get("title").split())
        shown = "" if title == element.text() else title
        self.children(element, _with(marks, Mark("link", address, shown) if address else None))

    def quotation(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read a quotation, with the marks that a browser would put around it."""
        opening, closing = ("「", "」") if self.context.locale == "ja" else ("“", "”")
        self.pieces.append(Piece(opening, marks))
        self.children(element, marks)
        self.pieces.append(Piece(closing, marks))

    def control(self, element: Element) -> None:
        """Read a box to tick; tell of other controls."""
        if element.get("type").lower() == "checkbox" and element.tag == "input":
            return  # the list writes the box of a task
        text = element.text() or element.get("value")
        if text:
            self.context.remarks.add(Phrase("a control of the page was left out: {text}", text=text[:60]))

    def formula(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Read the letters of a formula."""
        self.context.remarks.add(Phrase("a formula came in as text: {text}", text=element.text()[:60]), doubtful=True)
        for part in element.without(lambda inner: inner.tag in {"annotation", "annotation-xml"}):
            self.text(part, marks)


def _with(marks: tuple[Mark, ...], mark: Mark | None) -> tuple[Mark, ...]:
    """Add a mark inside others. Nothing is emphasized twice, no link stands in a link, and code is the innermost."""
    if mark is None or any(each.kind == mark.kind and each.value == mark.value for each in marks):
        return marks
    if mark.kind == "link" and any(each.kind == "link" for each in marks):
        return marks
    if marks and marks[-1].kind == "code":
        return (*marks[:-1], mark, marks[-1]) if mark.kind == "link" else marks
    return (*marks, mark)


def _mark_of(element: Element) -> Mark | None:
    """Return what an element says of its text, by its name or its style."""
    style = element.get("style").replace(" ", "").lower()
    weight = re.search(r"font-weight:(\w+)", style)
    is_bold = weight is not None and (weight[1] in {"bold", "bolder"} or weight[1] in {"600", "700", "800", "900"})
    if element.tag == "b" and weight is not None and not is_bold:
        return None
    if element.tag in _STYLES:
        return Mark(_STYLES[element.tag])
    if element.tag in _TAGS:
        return Mark("tag", element.tag)
    if element.tag in {"span", "font"}:
        if is_bold:
            return Mark("strong")
        if "font-style:italic" in style:
            return Mark("em")
    return None


_READERS: dict[str, Callable[[InlineReader, Element, tuple[Mark, ...]], None]] = {
    "br": InlineReader.line_break,
    "img": InlineReader.image,
    "noscript": InlineReader.noscript,
    "ruby": InlineReader.ruby,
    "a": InlineReader.link,
    "q": InlineReader.quotation,
    "math": InlineReader.formula,
}
