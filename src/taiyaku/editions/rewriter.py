"""Safe HTML written anew element by element: for programs that need it otherwise than a page has it."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urljoin

_INDEX = re.compile(r"(?<=/)index\.html(?=[#?]|\Z)")
_VOID = frozenset(["br", "col", "hr", "img", "input", "link", "meta", "wbr"])


class Frame(NamedTuple):
    """What is written where an element begins and where it ends."""

    opening: str
    closing: str


class _Open(NamedTuple):
    name: str
    closing: str | None  # None: the element is left out with all in it
    lang: str


class Rewriter(HTMLParser):
    """Reads well-formed HTML, as the sanitizer and the templates write it, and writes what `frame` and `void` say.

    Comments are left out. `lang` is the language of the text around.
    """

    def __init__(self, lang: str = "") -> None:
        super().__init__(convert_charrefs=False)
        self.lang = lang
        self._out: list[str] = []
        self._path: list[_Open] = []

    def rewritten(self, html: str) -> str:
        """Return the HTML written anew."""
        self.feed(html)
        self.close()
        return "".join(self._out)

    def frame(self, name: str, given: dict[str, str], lang: str) -> Frame | None:
        """Return what stands for an element with the `given` attributes; None to leave it out with all in it."""
        raise NotImplementedError

    def void(self, name: str, given: dict[str, str], lang: str) -> str:
        """Return what stands for an element that has no content."""
        raise NotImplementedError

    def is_in(self, name: str) -> bool:
        """Whether an element of this name is open."""
        return any(opened.name == name for opened in self._path)

    def handle_decl(self, decl: str) -> None:
        """Write a declaration as it is."""
        self._put(f"<!{decl}>")

    def handle_data(self, data: str) -> None:
        """Write a text as it is."""
        self._put(data)

    def handle_entityref(self, name: str) -> None:
        """Write a character as it is named."""
        self._put(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Write a character as it is numbered."""
        self._put(f"&#{name};")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an element that closes itself: HTML knows only void ones."""
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write what stands for an element, or remember that it is left out."""
        given = {name: value or "" for name, value in attrs}
        lang = given.get("lang") or (self._path[-1].lang if self._path else self.lang)
        if not self._path and lang and not self.lang:
            self.lang = lang
        if tag in _VOID:
            self._put(self.void(tag, given, lang))
            return
        frame = self.frame(tag, given, lang)
        if frame is not None:
            self._put(frame.opening)
        self._path.append(_Open(tag, None if frame is None else frame.closing, lang))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those in it that were left open."""
        while self.is_in(tag):
            opened = self._path.pop()
            self._put(opened.closing or "")
            if opened.name == tag:
                return

    def _put(self, html: str) -> None:
        if not any(opened.closing is None for opened in self._path):
            self._out.append(html)


def tag(name: str, attributes: dict[str, str]) -> str:
    """Return an opening tag."""
    shown = {key: escape(value, quote=False).replace('"', "&quot;") for key, value in attributes.items()}
    written = "".join(f' {key}="{value}"' for key, value in shown.items())
    return f"<{name}{written}>"


def absolute(base: str, address: str) -> str:
    """Return an address as seen from anywhere, and a page's without `index.html`; with "" as `base`, as it is."""
    joined = urljoin(base, address)
    return joined if joined == address else _INDEX.sub("", joined)
