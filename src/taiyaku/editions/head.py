"""What a page tells other programs of itself: Open Graph for those that show a link, JSON-LD for search engines.

Sources: https://ogp.me and https://schema.org/NewsArticle. Both need the site's absolute address: without a base URL
there is none of it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from markupsafe import Markup

from taiyaku.editions.pictures import card_of, pictures_of
from taiyaku.editions.site import article_page
from taiyaku.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import PurePosixPath

    from taiyaku.editions.publication import Publication
    from taiyaku.editions.rendering import Field, Rendering


def list_open_graph(
    publication: Publication, locale: str, place: PurePosixPath, editions: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield what a list of articles says of itself to programs that show a link to it."""
    if publication.base_url:
        yield "og:type", "website"
        yield "og:title", publication.title(locale)
        yield "og:url", publication.address(place)
        yield from _languages(locale, editions)
        yield "twitter:card", "summary"


def _languages(locale: str, editions: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield "og:locale", Locale.parse(locale).with_territory()
    for other in editions:
        if other != locale:
            yield "og:locale:alternate", Locale.parse(other).with_territory()


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
        yield "og:title", short_title(self.rendering)
        if description:
            yield "og:description", description
        yield "og:url", self._address(self.locale)
        yield "og:site_name", self.publication.title(self.locale)
        yield from _languages(self.locale, self.editions)
        card = card_of(self.rendering, made=self.publication.cards)
        image = self._absolute(card.address) if card else ""
        if card and image:
            yield "og:image", image
            if card.size:
                yield "og:image:width", str(card.size[0])
                yield "og:image:height", str(card.size[1])
            yield "og:image:alt", card.words or self.rendering.headline.text
        if self.rendering.date:
            yield "article:published_time", self.rendering.date.isoformat()
        if self.rendering.modified and self.rendering.modified != self.rendering.date:
            yield "article:modified_time", self.rendering.modified.isoformat()
        yield "twitter:card", "summary_large_image" if image else "summary"

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
        yield "@type", "NewsArticle"
        yield "@id", self._id(self.locale)
        yield "mainEntityOfPage", self._address(self.locale)
        yield "headline", self.rendering.headline.text
        if (title := short_title(self.rendering)) != self.rendering.headline.text:
            yield "alternativeHeadline", title
        if description := self._description():
            yield "description", description
        yield "inLanguage", self.locale
        if self.rendering.date:
            yield "datePublished", self.rendering.date.isoformat()
        if self.rendering.modified:
            yield "dateModified", self.rendering.modified.isoformat()
        yield from self._people()
        addresses = map(self._absolute, pictures_of(self.rendering, made=self.publication.cards))
        if images := list(filter(None, addresses)):
            yield "image", images
        if corrections := list(self._corrections()):
            yield "correction", corrections
        if not self.rendering.translation.is_original:
            yield "translationOfWork", {"@id": self._id(self.rendering.document.locale)}
        elif others := [locale for locale in self.editions if locale != self.locale]:
            yield "workTranslation", [{"@id": self._id(locale)} for locale in others]

    def _people(self) -> Iterator[tuple[str, object]]:
        if authors := self.rendering.body.metadata.get("authors"):
            names = [authors] if isinstance(authors, str) else list(authors)
            yield "author", [{"@type": "Person", "name": name} for name in names if isinstance(name, str)]
        if byline := self.rendering.field("byline"):
            yield "creditText", byline.text
        name = self.publication.title(self.locale)
        yield "publisher", {"@type": "Organization", "name": name, "url": self.publication.base_url}
        if self.translator and not self.rendering.translation.is_original:
            yield "translator", {"@type": "Person", "name": self.translator}

    def _corrections(self) -> Iterator[dict[str, str]]:
        for day, text in self.rendering.corrections:
            dated = {"datePublished": day.isoformat()} if day else {}
            yield {"@type": "CorrectionComment", "text": text.text, **dated}

    def _description(self) -> str:
        fields = [self.rendering.field("description"), self.rendering.field("deck")]
        field = in_own_language(self.rendering, fields)
        return field.text if field else ""

    def _absolute(self, address: str) -> str:
        """Return an address as seen from anywhere, "" for one that is none on the web."""
        found = urljoin(self._address(self.locale), address)
        return found if found.startswith(("https://", "http://")) else ""

    def _address(self, locale: str) -> str:
        return self.publication.address(article_page(locale, self.slug))

    def _id(self, locale: str) -> str:
        return f"{self._address(locale)}#article"


def short_title(rendering: Rendering) -> str:
    """Return the title for where there is little room: `short_title`, unless only the headline is translated."""
    field = in_own_language(rendering, [rendering.field("short_title"), rendering.headline])
    return field.text if field else ""


def in_own_language(rendering: Rendering, fields: Iterable[Field | None]) -> Field | None:
    """Return the first field in the page's language, else the first."""
    found = [field for field in fields if field is not None]
    return next((field for field in found if field.lang == rendering.translation.locale), next(iter(found), None))
