"""Which address an image really has, and images that came inside the page."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from hashlib import sha256
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.formats.markdown.trust import is_safe_address
from taiyaku.importers.html.context import excerpt
from taiyaku.importers.imported import Picture

if TYPE_CHECKING:
    from taiyaku.importers.html.context import Context
    from taiyaku.importers.html.tree import Element

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-url", "data-hi-res-src")
_DATA = re.compile(r"data:image/(png|jpe?g|gif|webp|avif)\s*(?:;[^,;]*)*;base64,(.*)", re.IGNORECASE | re.DOTALL)
_PLACEHOLDER = 200
"""An image inside the page of fewer bytes fills a gap until the real one comes."""


def image_address(image: Element, context: Context) -> str:
    """Return the address of an image, "" if it has none that can be used. One inside the page becomes a picture."""
    lazy = next(filter(None, (image.get(name) for name in _LAZY)), "")
    own = image.get("src")
    if lazy and (not own or own.startswith("data:") or "placeholder" in own or "blank." in own or "spacer." in own):
        own = lazy
    if not own or own.startswith("data:"):
        own = _largest(image.get("srcset") or image.get("data-srcset")) or own
    if own.lower().startswith("data:"):
        return _inside(own, context)
    if own and not is_safe_address(own):
        context.remarks.add(Phrase("an image was left out: {address}", address=excerpt(own)), at=own)
        return ""
    return context.absolute(own) if own else ""


def _largest(candidates: str) -> str:
    """Return the address of the largest image of a `srcset`."""
    sized = [candidate.split() for candidate in re.split(r",\s+|,(?=https?:)", candidates) if candidate.strip(" ,")]
    return max(sized, key=_size)[0].strip(",") if sized else ""


def _size(candidate: list[str]) -> float:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)[wx]", candidate[-1])
    return float(found[1]) if found else 0


def _inside(address: str, context: Context) -> str:
    match = _DATA.match(address)
    try:
        content = b64decode("".join(match[2].split()), validate=True) if match else b""
    except (binascii.Error, ValueError):
        content = b""
    if len(content) < _PLACEHOLDER:
        if match is None or not content:
            context.remarks.add(Phrase("an image inside the page was left out: {address}", address=excerpt(address)))
        return ""
    kind = match[1].lower().replace("jpeg", "jpg") if match else ""
    path = f"images/{sha256(content).hexdigest()[:12]}.{kind}"
    context.pictures[path] = Picture(path, content)
    return path
