"""The print page of an article, vertical or horizontal, as a file of its own and as what is printed to PDF."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from markupsafe import Markup

from taiyaku.editions.provenance import NOBODY
from taiyaku.editions.site import article_page
from taiyaku.editions.typesetting.vertical import set_vertically
from taiyaku.locale import Locale
from taiyaku.theme.environment import ASSETS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePosixPath

    from taiyaku.editions.article_editions import ArticleEditions
    from taiyaku.japanese.vertical import Rule

STYLESHEET = "print.css"
_BODY = re.compile(r"<body\b[^>]*>")
_TAG = re.compile(r'<(?P<name>img|a)\b(?P<rest>(?:[^>"]|"[^"]*")*)>')
_ADDRESS = re.compile(r'\s(?P<name>src|href)="(?P<address>[^"]*)"')
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")


@dataclass(frozen=True, slots=True)
class Printing:
    """How Japanese is printed: `setting` is "vertical" or "horizontal", and by what rule vertical numerals are set.

    `browser` is the path of the program that makes PDF, "" for the first one that is installed.
    """

    setting: str = "vertical"
    numerals: Rule = "kanji"
    browser: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """The style sheets of a print page, which stand in it, and the sources that its policy allows."""

    sheet: Markup
    running_heads: Markup

    @property
    def sources(self) -> Markup:
        """The hashes of the sheets, as a Content Security Policy names them."""
        hashes = (hashlib.sha256(sheet.encode()).digest() for sheet in (self.sheet, self.running_heads))
        return Markup(" ").join(f"'sha256-{base64.b64encode(each).decode()}'" for each in hashes)


class PrintPage:
    """An article's print page in a locale."""

    def __init__(self, article: ArticleEditions, locale: str) -> None:
        self.article, self.locale = article, locale
        self.rendering, self.addresses = article.renderings[locale]
        self.is_vertical = Locale.parse(locale).language == "ja" and article.printing.setting == "vertical"

    @property
    def title(self) -> str:
        """The headline, as text."""
        return self.rendering.headline.text

    @cached_property
    def author(self) -> str:
        """Who wrote the article: the authors of its front matter, or its byline; "" where it says neither."""
        authors = self.rendering.body.metadata.get("authors") or ""
        byline = self.rendering.field("byline")
        names = [authors] if isinstance(authors, str) else [name for name in authors if isinstance(name, str)]
        return ", ".join(filter(None, names)) or (byline.text if byline else "")

    def html(self) -> str:
        """Return the page as it lies beside the article's other pages."""
        return self._rendered("* data:", lambda html: html)

    def standalone(self) -> str:
        """Return the page with its images in it and without an address that holds only beside other pages."""
        return self._rendered("data:", self._alone)

    def _rendered(self, images: str, finish: Callable[[str], str]) -> str:
        article, locale = self.article, self.locale
        credit = article.credits.get(locale, NOBODY)
        page = article.theme.render(
            "print.html",
            **article.maker.article(self.rendering, article.slug, article.locales, credit),
            setting=f"vertical {article.printing.numerals}" if self.is_vertical else "horizontal",
            author=self.author,
            images=images,
            style=Style(self._sheet(), _running_heads(article.maker.publication.title(locale), self.title)),
        )
        body = _BODY.search(page)
        start = body.end() if body else 0
        html = page[start:]
        if self.is_vertical:
            html = str(set_vertically(html, locale, article.printing.numerals))  # Markup would escape the rest
        return page[:start] + finish(html)

    def _sheet(self) -> Markup:
        path = self.article.theme.files.assets.get(STYLESHEET)
        text = (path or ASSETS / STYLESHEET).read_text("utf-8")
        return Markup(text.replace("</", r"<\/"))  # noqa: S704 (nothing in it ends the element)

    def _alone(self, html: str) -> str:
        return _TAG.sub(lambda tag: f"<{tag['name']}{_ADDRESS.sub(self._address, tag['rest'])}>", html)

    def _address(self, attribute: re.Match[str]) -> str:
        """Return an image with its content, a link with its whole address; a link that leads nowhere has none."""
        address = unescape(attribute["address"])
        if attribute["name"] == "src":
            place = article_page(self.locale, self.article.slug).parent / unquote(address)
            file = self.addresses.files.get(place)
            return f' src="{_data(place, file.read_bytes())}"' if file is not None else attribute[0]
        if _ABSOLUTE.match(address):
            return attribute[0]
        page = self.article.maker.publication.address(article_page(self.locale, self.article.slug))
        return f' href="{escape(urljoin(page, address))}"' if page else ""


def _data(place: PurePosixPath, content: bytes) -> str:
    kind = mimetypes.guess_type(place.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _running_heads(publication: str, headline: str) -> Markup:
    """Return the texts that stand at the head of each sheet, as CSS."""
    return Markup(f":root{{--publication:{_css_text(publication)};--headline:{_css_text(headline)}}}")  # noqa: S704 (escaped)


def _css_text(text: str) -> str:
    """Return a text as a string of CSS; what could end it, or the element around it, is written by its code."""
    escaped = re.sub(r"[^\w \u3000-\u303f]", lambda match: f"\\{ord(match[0]):x} ", text)
    return f'"{escaped}"'
