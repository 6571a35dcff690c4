"""The card of an article: a picture with its headline, for where a link to it is shown."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markupsafe import Markup

from taiyaku.chromium import drawn, find_browser
from taiyaku.editions.head import in_own_language
from taiyaku.editions.pictures import CARD_SIZE, given
from taiyaku.editions.site import article_page
from taiyaku.errors import Phrase, Problem, SettingsError
from taiyaku.locale import Locale
from taiyaku.text.width import width
from taiyaku.theme.environment import ASSETS

if TYPE_CHECKING:
    from taiyaku.editions.article_editions import ArticleEditions

STYLESHEET = "card.css"
_LENGTHS = ((24, "short"), (52, "medium"), (84, "long"))
"""Headlines of so many columns (a Japanese character has two), and what the stylesheet calls them."""

NO_CARDS = Problem(
    Phrase("no browser draws the cards here: none are made, and pages name the picture of their article, if any"),
    hint=Phrase("install Chromium, Chrome or Edge, or say in the setting editions.chromium where it is"),
    severity="warning",
)


def can_draw(browser: str) -> bool:
    """Whether there is a browser at this path or, for "", anywhere. Raises SettingsError for a path that has none."""
    try:
        find_browser(browser)
    except SettingsError:
        if browser:
            raise
        return False
    return True


def card(article: ArticleEditions, locale: str) -> bytes:
    """Return the card of an article in a locale as PNG. Raises PrintError where the browser does not draw it."""
    return drawn(find_browser(article.printing.browser), card_page(article, locale), CARD_SIZE)


def card_page(article: ArticleEditions, locale: str) -> str:
    """Return the page that is drawn: it has all in it that it needs."""
    rendering, _ = article.renderings[locale]
    publication = article.maker.publication
    reader = Locale.parse(locale)
    title = in_own_language(rendering, [rendering.field("short_title"), rendering.headline]) or rendering.headline
    own = article.theme.files.assets.get(STYLESHEET)
    sheet = (own or ASSETS / STYLESHEET).read_text("utf-8").replace("</", r"<\/")
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return article.theme.render(
        "card.html",
        lang=locale,
        publication=publication.title(locale),
        title=title,
        length=next((name for limit, name in _LENGTHS if width(title.text) <= limit), "longest"),
        date=reader.format_date(rendering.date) if rendering.date else "",
        kind=reader.native_name() if len(article.locales) > 1 else "",
        image=_image(article, locale),
        sheet=Markup(sheet),  # noqa: S704 (nothing in it ends the element)
        sources=Markup(f"'sha256-{digest}'"),  # noqa: S704 (Base64)
    )


def _image(article: ArticleEditions, locale: str) -> str:
    """Return the article's own picture, "" if it has none or if it lies elsewhere."""
    rendering, addresses = article.renderings[locale]
    picture = given(rendering.body.metadata).get("image")
    if picture is None:
        return ""
    place = article_page(locale, article.slug).parent / unquote(rendering.url(picture.address))
    file = addresses.files.get(place)
    if file is None:
        return ""
    kind = mimetypes.guess_type(place.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"
