"""What a translation may bring into an article: no raw HTML and no link address that could run something.

Translations are semi-trusted: raw HTML passes only where the source has the same tags, and a link leads to http,
https, mailto or a relative address unless the author wrote the very same one.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.formats.markdown.tree import descendants
from taiyaku.formats.written import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.formats.markdown.tree import Node

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_safe_address(address: str) -> bool:
    """Whether a link or image may point to `address`: http, https, mailto, relative or a fragment."""
    scheme = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", address))
    return scheme is None or scheme[1].lower() in SAFE_SCHEMES


def intrusion(source: Node, written: Iterable[Node]) -> Refusal | None:
    """Say what the leaves that a translation became contain which the source's leaf does not allow, or None."""
    tags = Counter(_tags(source))
    addresses = set(_addresses(source))
    for leaf in written:
        foreign = Counter(_tags(leaf)) - tags
        if foreign:
            return foreign_html(next(iter(foreign)))
        for address in _addresses(leaf):
            if address not in addresses and not is_safe_address(address):
                return Refusal(
                    Phrase("the translation links to an address that is not allowed: {address}", address=address),
                    Phrase("links may lead to http, https, mailto and relative addresses"),
                )
        for image in _addresses(leaf, "Image"):
            if image not in addresses and _leads_elsewhere(image):
                return Refusal(
                    Phrase(
                        "the translation shows an image from elsewhere that its source does not: {address}",
                        address=image,
                    ),
                    Phrase("keep the image of the source, or give the other one in its front matter, under links"),
                )
    return None


def _leads_elsewhere(address: str) -> bool:
    """Whether a browser that shows an image asks another site for it, which then knows who reads the page."""
    address = _IGNORED_BY_BROWSERS.sub("", address).replace("\\", "/")
    return address.startswith("//") or _SCHEME.match(address) is not None


def foreign_html(tag: str) -> Refusal:
    """Say that a translation holds HTML which its source does not."""
    return Refusal(
        Phrase("the translation holds HTML that its source does not: {tag}", tag=tag),
        Phrase("take it out; for a reading write {{漢字|かんじ}}, for a sign < write \\<"),
    )


def _tags(leaf: Node) -> list[str]:
    html = (inline.detail for inline in descendants(leaf) if inline.kind == "InlineHtml")
    return [" ".join(tag.split()) for tag in html if not _BREAK.fullmatch(tag)]


def _addresses(leaf: Node, *kinds: str) -> list[str]:
    links = (inline.detail for inline in descendants(leaf) if inline.kind in (kinds or ("Link", "Image")))
    return [("mailto:" if link["link_type"] == "Email" else "") + link["dest_url"] for link in links]
