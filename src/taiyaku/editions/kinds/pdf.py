"""The print page as PDF, made by a browser that is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.chromium import find_browser, printed
from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.printing import PrintPage
from taiyaku.editions.site import article_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the PDF. Raises SettingsError where no browser is installed, PrintError where it does not print."""
    from taiyaku.editions.pdf_file import PdfLabel, labelled

    page = PrintPage(article, locale)
    label = PdfLabel(page.title, page.author, locale, page.rendering.modified, from_right=page.is_vertical)
    content = labelled(printed(find_browser(article.printing.browser), page.standalone()), label)
    yield Artifact("pdf", locale, article_page(locale, article.slug).with_name("index.pdf"), content)


EDITION = Edition(artifacts)
