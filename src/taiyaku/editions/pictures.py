"""The pictures that stand for an article elsewhere: where a link to it is shown, and for search engines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.article.document import Value
    from taiyaku.editions.rendering import Rendering

CARD = "card.png"
"""The card that is made for an article, beside its page."""

CARD_SIZE = (1200, 630)
"""Its width and height in pixels: what those who show links ask for (1.91:1)."""

_RASTER = frozenset([".png", ".jpg", ".jpeg", ".webp", ".gif"])
_KEYS = ("card", "image")
_ADDRESSES = ("src", "url", "path", "file")


class Picture(NamedTuple):
    """An address as seen from the article's page, words for who cannot see it, and its size where it is known."""

    address: str
    words: str = ""
    size: tuple[int, int] | None = None


def given(metadata: Mapping[str, Value]) -> dict[str, Picture]:
    """Return the pictures that the front matter gives, by key: `image: a.png` or `image: {src: a.png, alt: ...}`."""
    found = {}
    for key in _KEYS:
        value = metadata.get(key)
        table = value if isinstance(value, Mapping) else {"src": value or ""}
        address = next((table[name] for name in _ADDRESSES if table.get(name)), "")
        words = table.get("alt", "")
        if isinstance(address, str) and address:
            found[key] = Picture(address, words if isinstance(words, str) else "")
    return found


def card_of(rendering: Rendering, *, made: bool) -> Picture | None:
    """Return the picture for a link: the author's card, one that is `made`, or the article's picture.

    Those who show links show no drawings (SVG).
    """
    pictures = given(rendering.body.metadata)
    if "card" in pictures and _is_raster(pictures["card"].address):
        return _seen(rendering, pictures["card"])
    if made:
        return Picture(CARD, size=CARD_SIZE)
    image = pictures.get("image")
    return _seen(rendering, image) if image and _is_raster(image.address) else None


def pictures_of(rendering: Rendering, *, made: bool) -> Iterator[str]:
    """Yield the addresses of all pictures that stand for an article, its own first."""
    image = given(rendering.body.metadata).get("image")
    card = card_of(rendering, made=made)
    addresses = [_seen(rendering, image).address] if image else []
    addresses += [card.address] if card else []
    yield from dict.fromkeys(addresses)


def _seen(rendering: Rendering, picture: Picture) -> Picture:
    return picture._replace(address=rendering.url(picture.address))


def _is_raster(address: str) -> bool:
    return PurePosixPath(address.partition("?")[0]).suffix.lower() in _RASTER
