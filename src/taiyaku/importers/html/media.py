"""What no article in Markdown can hold: players, frames, scripts. Never taken over, always told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.html.left_out import MEDIA

if TYPE_CHECKING:
    from taiyaku.importers.html.context import Context
    from taiyaku.importers.html.tree import Element


def report_media(element: Element, context: Context) -> bool:
    """Tell of a player, a frame or a script with its address; return whether the element is one."""
    if element.tag == "script":
        if element.get("type").lower() in {"application/ld+json", "application/json"}:
            return True
        address = element.get("src")
        if address:
            context.remarks.add(
                Phrase("a script was left out: {address}", address=context.absolute(address)), at=address
            )
        else:
            context.remarks.add(Phrase("scripts inside the article were left out"))
        return True
    if element.tag not in MEDIA:
        return False
    addresses = [address for part in element.elements() for address in _addresses(part)]
    for address in dict.fromkeys(addresses):
        context.remarks.add(
            Phrase(
                "left out, put a link in if readers need it: {kind} {address}",
                kind=element.tag,
                address=context.absolute(address),
            ),
            at=address,
            doubtful=True,
        )
    text = element.get("title") or element.text()
    if not addresses and element.tag != "svg":
        context.remarks.add(Phrase("left out: {kind} {text}", kind=element.tag, text=text[:60]), doubtful=True)
    elif element.tag == "svg" and text:
        context.remarks.add(Phrase("a drawing was left out: {text}", text=text[:60]), doubtful=True)
    return True


def _addresses(part: Element) -> list[str]:
    names = ("src", "data-src", "data") if part.tag != "track" else ()
    return [part.get(name) for name in names if part.get(name) and part.get(name) != "about:blank"]
