"""A page for paper in one language: in vertical lines for Japanese, unless the settings say otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.printing import PrintPage
from taiyaku.editions.site import article_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the page, which has its style sheet in it."""
    place = article_page(locale, article.slug).with_name("print.html")
    yield Artifact("print", locale, place, PrintPage(article, locale).html().encode())


EDITION = Edition(artifacts)
