"""A page in one language. Its pull quotes are vertical in Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.provenance import NOBODY
from taiyaku.editions.site import article_page
from taiyaku.editions.typesetting.vertical import set_vertically
from taiyaku.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the page."""
    rendering, _ = article.renderings[locale]
    context = article.maker.article(rendering, article.slug, article.locales, article.credits.get(locale, NOBODY))
    if Locale.parse(locale).language == "ja":
        context["body"] = set_vertically(rendering.html(), locale, article.printing.numerals, within="pull-quote")
    page = article_page(locale, article.slug)
    yield Artifact("html", locale, page, article.theme.render("article.html", **context).encode())


EDITION = Edition(artifacts)
