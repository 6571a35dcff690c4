"""The article as Markdown, for programs that make sites. An article in plain text has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.formats.markdown.read import MarkdownDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the text, with the front matter of its locale, and the files it takes along to where it lies."""
    translation = article.renderings[locale][0].translation
    document, files = translation.document, article.markdown
    if not isinstance(document, MarkdownDocument):
        return
    place = files.file(locale, article.slug)
    if files.layout == "page":
        yield Artifact("markdown", locale, place, translation.source.encode())
        return
    text, addresses = files.text(article, document, locale)
    yield Artifact("markdown", locale, place, text.encode())
    for copy, file in addresses.files.items():
        yield Artifact("file", locale, copy, file)


EDITION = Edition(artifacts)
