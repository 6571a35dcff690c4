"""The plain text edition: what a reader of a mail or a terminal gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.locale import Locale

if TYPE_CHECKING:
    from taiyaku.editions.rendering import Rendering


def plain_text_edition(rendering: Rendering) -> str:
    """Return headline, deck, byline and date, a blank line between, and the body; ends with a line end."""
    locale = Locale.parse(rendering.translation.locale)
    deck, byline = rendering.field("deck"), rendering.field("byline")
    signature = [byline.text] if byline else []
    if rendering.date:
        signature.append(locale.format_date(rendering.date))
    parts = [rendering.headline.text, deck.text if deck else "", "\n".join(signature), rendering.text()]
    return "\n\n".join(part for part in parts if part) + "\n"
