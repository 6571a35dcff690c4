"""What a page tells other programs of itself: Open Graph for those that show a link, JSON-LD for search engines.

Sources: https://ogp.me and https://schema.org/NewsArticle. Both need the site's absolute address: without a base URL
there is none of it.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from taiyaku.editions.site import article_page
from taiyaku.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.editions.publication import Publication
    from taiyaku.editions.rendering import Rendering

_RASTER = frozenset([".png", ".jpg", ".jpeg", ".webp", ".gif"])


class ArticleHead:
    """What is said of an article's page in one locale. `editions` are the locales that it is published in."""

    def __init__(
        self, publication: Publication, rendering: Rendering, slug: str, editions: Sequence[str], translator: str
    ) -> None:
        self.publication, self.rendering, self.slug = publication, rendering, slug
        self.editions, self.translator = editions, translator
        self.locale = rendering.translation.locale

    def open_graph(self) -> Iterator[tuple[str, str]]:
        """Yield properties and contents, in an order that keeps them readable."""
        if not self.publication.base_url:
            return
        description = self._description()
        yield "og:type", "article"
        yield "og:title", self._title()
        if description:
            yield "og:description", description
        yield "og:url", self._address(self.locale)
        yield "og:site_name", self.publication.title(self.locale)
        yield "og:locale", Locale.parse(self.locale).with_territory()
        for other in self.editions:
            if other != self.locale:
                yield "og:locale:alternate", Locale.parse(other).with_territory()
        for image in self._images(_RASTER):
            yield "og:image", image
        if self.rendering.date:
            yield "article:published_time", self.rendering.date.isoformat()

    def json_ld(self) -> Markup:
        """Return the description of the article for a `<script type="application/ld+json">`; "" without a base URL.

        The original names its translations and each translation the original, by the same ids.
        """
        if not self.publication.base_url:
            return Markup()
        said = {"@context": "https://schema.org", **dict(self._said())}
        text = json.dumps(said, ensure_ascii=False, indent=1)
        for character in "<>&\u2028\u2029":  # nothing in it ends the element
            text = text.replace(character, f"\\u{ord(character):04x}")
        return Markup(text)  # noqa: S704 (the characters that mean something in HTML are gone)

    def _said(self) -> Iterator[tuple[str, object]]:
        translation = self.rendering.translation
        yield "@type", "NewsArticle"
        yield "@id", self._id(self.locale)
        yield "mainEntityOfPage", self._address(self.locale)
        yield "headline", self.rendering.headline.text
        if description := self._description():
            yield "description", description
        yield "inLanguage", self.locale
        if self.rendering.date:
            yield "datePublished", self.rendering.date.isoformat()
        if self.rendering.modified:
            yield "dateModified", self.rendering.modified.isoformat()
        if authors := self.rendering.body.metadata.get("authors"):
            names = [authors] if isinstance(authors, str) else list(authors)
            yield "author", [{"@type": "Person", "name": name} for name in names if isinstance(name, str)]
        if byline := self.rendering.field("byline"):
            yield "creditText", byline.text
        name = self.publication.title(self.locale)
        yield "publisher", {"@type": "Organization", "name": name, "url": self.publication.base_url}
        if images := list(self._images(_RASTER | {".svg"})):
            yield "image", images
        if not translation.is_original:
            if self.translator:
                yield "translator", {"@type": "Person", "name": self.translator}
            yield "translationOfWork", {"@id": self._id(translation.document.locale)}
        elif others := [locale for locale in self.editions if locale != self.locale]:
            yield "workTranslation", [{"@id": self._id(locale)} for locale in others]

    def _title(self) -> str:
        short = self.rendering.field("short_title")
        return short.text if short else self.rendering.headline.text

    def _description(self) -> str:
        field = self.rendering.field("description") or self.rendering.field("deck")
        return field.text if field else ""

    def _images(self, suffixes: frozenset[str]) -> Iterator[str]:
        """Yield the absolute address of the article's picture, if it is of a kind that can be shown."""
        image = self.rendering.body.metadata.get("image")
        if isinstance(image, str) and PurePosixPath(image).suffix.lower() in suffixes:
            address = self.rendering.url(image)
            yield address if "://" in address else self._address(self.locale) + address

    def _address(self, locale: str) -> str:
        return self.publication.address(article_page(locale, self.slug))

    def _id(self, locale: str) -> str:
        return f"{self._address(locale)}#article"
