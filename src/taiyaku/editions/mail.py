"""HTML as programs for mail show it: each element with its own style, and none that they do not know.

What they drop: stylesheets, forms, links within the page, drawings (SVG). Their words stay: a checkbox becomes ☑, a
footnote's mark its number, a drawing a link with its text. Source: https://www.caniemail.com.
"""

from __future__ import annotations

from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from taiyaku.editions.rewriter import Frame, Rewriter, absolute, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.theme.inline_style import InlineStyles

WIDTH = 536
"""Pixels: the widest a picture is shown. Programs for mail take a column of 600 for granted."""

_SILENT = frozenset(["script", "style"])
_DRAWINGS = frozenset([".svg", ".svgz"])
_BLOCKS_WORDS = "article aside details figcaption figure footer header main nav section summary"
_SPANS_WORDS = "abbr bdi bdo cite del dfn ins kbd mark q samp time var"
_AS = {**dict.fromkeys(_BLOCKS_WORDS.split(), "div"), **dict.fromkeys(_SPANS_WORDS.split(), "span")}
_KEPT_WORDS = (
    "href hreflang src alt width height lang dir title colspan rowspan align valign cellpadding cellspacing border "
    "start value charset name content http-equiv reversed"
)
_KEPT = frozenset(_KEPT_WORDS.split())


def for_mail(html: str, base: str, styles: InlineStyles, width: Callable[[str], int]) -> str:
    """Return a page for mail. `base` is its address, which makes all others absolute.

    `width` gives a picture's own width by its absolute address, in pixels, 0 where it is not known.
    """
    return _Mail(base, styles, width).rewritten(html)


class _Mail(Rewriter):
    def __init__(self, base: str, styles: InlineStyles, width: Callable[[str], int]) -> None:
        super().__init__()
        self.base, self.styles, self.width = base, styles, width

    def frame(self, name: str, given: dict[str, str], lang: str) -> Frame | None:
        within = name == "a" and given.get("href", "#").startswith("#")
        if name in _SILENT or (within and "footnote-back" in given.get("class", "").split()):
            return None
        written = "span" if within else _AS.get(name, name)
        kept = {key: value for key, value in given.items() if not (within and key == "href")}
        opening, closing = self.opened(written, written if within else name, kept, lang), f"</{written}>"
        if name == "q":
            first, last = "「」" if lang.startswith("ja") else "“”"
            opening, closing = opening + first, last + closing
        if mark := given.get("data-mark"):
            style = self.style("span", "mark", self.lang)
            opening += f"{tag('span', {'lang': self.lang, **style})}{escape(mark, quote=False)}</span>"
        return Frame(opening, closing)

    def void(self, name: str, given: dict[str, str], lang: str) -> str:
        if name == "input":
            return "☑" if "checked" in given else "☐"
        if name == "link":
            return ""
        return self.image(given, lang) if name == "img" else self.opened(name, name, given, lang)

    def image(self, given: dict[str, str], lang: str) -> str:
        """Return a picture with its width; of a drawing its words, which lead to it."""
        address, words = absolute(self.base, given.get("src", "")), given.get("alt", "")
        if PurePosixPath(urlsplit(address).path).suffix.lower() in _DRAWINGS:
            text = escape(words, quote=False)
            if not text or self.is_in("a"):
                return text
            return f"{self.opened('a', 'a', {'href': address, 'class': 'drawing'}, lang)}{text}</a>"
        width = min(self.width(address) or WIDTH, WIDTH)
        shown = {"src": address, "alt": words, "width": str(width), "border": "0", "class": given.get("class", "")}
        return self.opened("img", "img", shown, lang, f"width:100%;max-width:{width}px;height:auto")

    def opened(self, written: str, name: str, given: dict[str, str], lang: str, more: str = "") -> str:
        """Return an opening tag with what may stay of the attributes, and the style that the rules have for `name`."""
        kept = {key: value for key, value in given.items() if key in _KEPT}
        if given.get("role") == "presentation":
            kept["role"] = "presentation"
        if "href" in kept:
            kept["href"] = absolute(self.base, kept["href"])
        return tag(written, kept | self.style(name, given.get("class", ""), lang, more))

    def style(self, name: str, classes: str, lang: str, more: str = "") -> dict[str, str]:
        """Return the attribute `style`, if there is anything for it to say."""
        text = ";".join(filter(None, [self.styles.style(name, classes.split(), lang), more]))
        return {"style": text} if text else {}
