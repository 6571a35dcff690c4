"""A page as an independent reader sees it: the HTML parser of the standard library, not the one that wrote it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HARMLESS_SCHEMES = {"", "http", "https", "mailto"}
FORBIDDEN = {
    "applet",
    "audio",
    "base",
    "button",
    "embed",
    "form",
    "frame",
    "frameset",
    "iframe",
    "isindex",
    "math",
    "noscript",
}
FORBIDDEN |= {"object", "script", "select", "style", "svg", "template", "textarea", "video", "xmp"}
IN_HEAD = frozenset({"head", "link", "meta", "title"})
ADDRESSES = ("action", "background", "cite", "data", "formaction", "href", "poster", "src", "srcset", "xlink:href")


@dataclass
class Element:
    """An element: its name, its attributes, the language it is in, and the text directly or deeper in it."""

    name: str
    attributes: dict[str, str]
    parent: Element | None = None
    pieces: list[str | Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, without what only keeps characters on one line."""
        text = "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)
        return text.replace("\u2060", "")

    @property
    def lang(self) -> str:
        """Its language: its own, else that of what it stands in."""
        own = self.attributes.get("lang")
        return own if own is not None else self.parent.lang if self.parent else ""

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def all(self, name: str = "", /, **attributes: str) -> Iterator[Element]:
        """Yield the elements in it, by name and attributes; `class_` is one of the classes."""
        for piece in self.pieces:
            if not isinstance(piece, str):
                if piece.matches(name, attributes):
                    yield piece
                yield from piece.all(name, **attributes)

    def one(self, name: str = "", /, **attributes: str) -> Element:
        """Return the only such element."""
        (found,) = self.all(name, **attributes)
        return found

    def matches(self, name: str, attributes: dict[str, str]) -> bool:
        """Whether it is what `all` asks for."""
        wanted = dict(attributes)
        class_ = wanted.pop("class_", None)
        return (
            name in {"", self.name}
            and (class_ is None or class_ in self.classes)
            and all(self.attributes.get(key) == value for key, value in wanted.items())
        )


class Page(HTMLParser):
    """A page read strictly: an element that is not closed in its place is a fault."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.comments: list[str] = []
        self._open = [self.root]
        self.feed(html)
        self.close()
        assert self._open == [self.root], f"not closed: {[element.name for element in self._open[1:]]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: <{tag} {attrs}>"
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open[-1])
        self._open[-1].pieces.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element that closes itself."""
        self.handle_starttag(tag, attrs)
        assert tag in VOID, f"<{tag}/>"

    def handle_endtag(self, tag: str) -> None:
        """Close an element, which must be the innermost."""
        assert self._open[-1].name == tag, f"</{tag}> closes <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self._open[-1].pieces.append(data)

    def handle_comment(self, data: str) -> None:
        """Keep a comment."""
        self.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        """Keep what is no element."""
        self.comments.append(data)

    @property
    def main(self) -> Element:
        """What stands between the head and the foot of the page."""
        return self.root.one("main")


def dangers(page: Page) -> list[str]:
    """Return what on a page could run, load or lead somewhere unasked."""
    found = [f"comment {comment!r}" for comment in page.comments]
    for element in page.root.all():
        name = element.name
        if _is_data(element):
            continue
        if name in FORBIDDEN or (name in IN_HEAD and not _stands_in_head(element)):
            found.append(f"<{name}>")
        if name == "input" and not _is_task(element) and not _is_choice(element):
            found.append(f"<input {element.attributes}>")
        if name == "meta" and element.attributes.get("http-equiv", "").lower() == "refresh":
            found.append("refresh")
        for attribute, value in element.attributes.items():
            if attribute.startswith("on") or attribute in {"style", "srcdoc", "autofocus", "target", "ping"}:
                found.append(f"<{name} {attribute}>")
            if attribute in ADDRESSES and _scheme(value) not in HARMLESS_SCHEMES:
                found.append(f"<{name} {attribute}={value!r}>")
    return found


def faults(page: Page) -> list[str]:
    """Return what keeps a page from being a good one: headings, ids, links within it."""
    elements = list(page.root.all())
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    found = [f"the id {name} occurs twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    headlines = [element for element in elements if element.name == "h1"]
    if len(headlines) != 1:
        found.append(f"{len(headlines)} h1")
    ranks = [int(element.name[1]) for element in elements if element.name in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    if ranks and ranks[0] != 1:
        found.append("does not begin with its h1")
    found += [f"no text: <{e.name}>" for e in elements if e.name in {"a", "h1", "h2", "title"} and not e.text.strip()]
    found += [f"a link in a link: {e.text}" for e in elements if e.name == "a" and any(e.all("a"))]
    found += [f"no alternative text: {e.attributes}" for e in elements if e.name == "img" and "alt" not in e.attributes]
    links = [e.attributes["href"] for e in elements if e.name == "a" and e.attributes.get("href", "").startswith("#")]
    found += [f"leads nowhere: {link}" for link in links if link != "#" and unquote(link[1:]) not in ids]
    return found


def broken_ways(page: Page, place: Path) -> list[str]:
    """Return the addresses of a page (a file) within its site that lead to no file."""
    found = []
    root = next((folder for folder in place.parents if folder.name == "build"), place.parent)
    for element in page.root.all():
        address = element.attributes.get("href") or element.attributes.get("src") or ""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        start = root if parts.path.startswith("/") else place.parent
        if not (start / unquote(parts.path).lstrip("/")).is_file():
            found.append(address)
    return found


def _is_task(element: Element) -> bool:
    """Whether it is the box of a list of tasks, which nobody can tick."""
    return element.attributes.get("type") == "checkbox" and "disabled" in element.attributes


def _is_choice(element: Element) -> bool:
    """Whether it is one of the page's own choices, with a label around it, and not in a text."""
    around = element.parent
    if around is None or around.classes != ["pill"] or around.parent is None:
        return False
    types = {"furigana": "checkbox", "both-languages": "radio", "only-source": "radio", "only-target": "radio"}
    known = types.get(element.attributes.get("id", "")) == element.attributes.get("type")
    return known and element.attributes.keys() <= {"type", "id", "name", "checked"}


def _is_data(element: Element) -> bool:
    """Whether it is a block of data in the head, which no browser runs; it must be JSON."""
    if element.attributes != {"type": "application/ld+json"} or not _stands_in_head(element):
        return False
    json.loads(element.text)
    return element.name == "script"


def _stands_in_head(element: Element) -> bool:
    return element.name == "head" or (element.parent is not None and element.parent.name == "head")


def _scheme(address: str) -> str:
    """The scheme as a browser sees it, which ignores control characters and blanks."""
    address = "".join(character for character in address if character > " " and not "\x7f" <= character <= "\xa0")
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
    return scheme[1].lower() if scheme else ""
