"""A picture for where a link to the article is shown, drawn by a browser that is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.pictures import CARD
from taiyaku.editions.site import article_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the card; nothing where no browser is installed."""
    from taiyaku.editions.cards import can_draw, card

    if can_draw(article.printing.browser):
        yield Artifact("card", locale, article_page(locale, article.slug).with_name(CARD), card(article, locale))


EDITION = Edition(artifacts)
"""Open Graph asks for such a picture: https://ogp.me."""
