"""A mail in one language: a page whose styles are in its elements, and whose addresses are absolute."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.image_size import image_width
from taiyaku.editions.mail import for_mail
from taiyaku.editions.provenance import NOBODY
from taiyaku.editions.site import article_page, way
from taiyaku.errors import Phrase, SettingsError
from taiyaku.theme.environment import ASSETS
from taiyaku.theme.inline_style import read_styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions

_STYLES = "newsletter.css"


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the mail. Raises SettingsError without a base URL: what a mail leads to must be on the web."""
    page = article_page(locale, article.slug)
    base = article.maker.publication.address(page)
    if not base:
        raise SettingsError(
            Phrase("a newsletter needs absolute addresses, and base_url is not set"),
            hint=Phrase('write into taiyaku.toml: base_url = "https://..."'),
        )
    rendering, addresses = article.renderings[locale]
    context = article.maker.article(rendering, article.slug, article.locales, article.credits.get(locale, NOBODY))
    html = article.theme.render("newsletter.html", **context)
    files = {urljoin(base, way(page, place)): file for place, file in addresses.files.items()}
    css = article.theme.files.assets.get(_STYLES, ASSETS / _STYLES)
    mail = for_mail(
        html,
        base,
        read_styles(css.read_text(encoding="utf-8"), css),
        lambda address: image_width(files[address]) if address in files else 0,
    )
    yield Artifact("newsletter", locale, page.with_name("newsletter.html"), mail.encode())


EDITION = Edition(artifacts)
