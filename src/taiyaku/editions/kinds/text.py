"""Plain text: what a reader of a mail or a terminal gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.site import article_page
from taiyaku.locale import Locale
from taiyaku.messages import translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions
    from taiyaku.editions.rendering import Rendering


def plain_text_edition(rendering: Rendering) -> str:
    """Return headline, deck, byline, staff and date, the body, and what was put right; a blank line between.

    It ends with a line end.
    """
    locale = Locale.parse(rendering.translation.locale)
    deck = rendering.field("deck")
    signature = [field.text for key in ("byline", "staff") if (field := rendering.field(key))]
    if rendering.date:
        signature.append(locale.format_date(rendering.date))
    parts = [rendering.headline.text, deck.text if deck else "", "\n".join(signature), rendering.text()]
    if rendering.corrections:
        parts.append(translator(locale.language)("Corrections"))
        dated = ((locale.format_date(day) if day else "", text.text) for day, text in rendering.corrections)
        parts += [("\u3000" if locale.language == "ja" else ": ").join(filter(None, both)) for both in dated]
    return "\n\n".join(part for part in parts if part) + "\n"


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the text."""
    rendering, _ = article.renderings[locale]
    page = article_page(locale, article.slug).with_name("index.txt")
    yield Artifact("text", locale, page, plain_text_edition(rendering).encode())


EDITION = Edition(artifacts)
