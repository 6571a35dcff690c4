"""The article as Markdown, for generators of sites. An article in plain text has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.site import article_page
from taiyaku.formats import is_plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the text, with the front matter of its locale."""
    rendering, _ = article.renderings[locale]
    if not is_plain_text(rendering.document):
        page = article_page(locale, article.slug).with_name("index.md")
        yield Artifact("markdown", locale, page, rendering.translation.source.encode())


EDITION = Edition(artifacts)
