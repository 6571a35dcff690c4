"""A page with the original and its translation side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.provenance import NOBODY
from taiyaku.editions.site import BILINGUAL, article_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions


def artifacts(article: ArticleEditions, _: str) -> Iterator[Artifact]:
    """Yield the page and the files that it takes along; nothing where the article is readable in one language only."""
    page = article_page(BILINGUAL, article.slug)
    languages = sorted(article.translations, key=lambda translation: not translation.is_original)
    if len(languages) == 1:
        return
    original, other = languages[:2]
    (source, files), (target, more_files) = article.rendering(original, page), article.rendering(other, page)
    remarks = None if article.remarks is None else article.remarks.get(other.locale, ())
    credit = article.credits.get(other.locale, NOBODY)
    context = article.maker.bilingual(source, target, article.slug, article.locales, credit, remarks)
    yield Artifact(BILINGUAL, "", page, article.theme.render("bilingual.html", **context).encode())
    for place, file in (files.files | more_files.files).items():
        yield Artifact("file", "", place, file)


EDITION = Edition(artifacts, shared=True)
