"""What the writers of one article share: its language, its addresses, its notes, and what was noticed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from taiyaku.errors import Phrase
from taiyaku.formats.markdown.trust import is_safe_address
from taiyaku.importers.imported import Picture, Remark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taiyaku.importers.html.tree import Element

_UNSAFE = re.compile(r"[\s<>\\\x00-\x1f\x7f]")  # what cannot stand in a link of Markdown
_HARMLESS = ("tel:", "sms:", "ftp:", "ftps:", "sip:", "xmpp:", "irc:", "geo:", "magnet:", "news:")


class Remarks:
    """What was noticed, each once, with the line of the input where that is known."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: dict[Remark, None] = {}

    def add(self, what: Phrase, *, at: str = "", doubtful: bool = False) -> None:
        """Note something. `at` is a part of the input that tells where: an address."""
        place = self._source.find(at) if at else -1
        line = self._source.count("\n", 0, place) + 1 if place >= 0 else None
        self._found[Remark(what, line, doubtful)] = None

    def all(self) -> tuple[Remark, ...]:
        """Return what was noticed, the doubtful first."""
        return tuple(sorted(self._found, key=lambda remark: not remark.doubtful))


@dataclass(slots=True)
class Context:
    """What the writers of one article share. `address` is that of the page, `base` what addresses in it start from."""

    locale: str
    remarks: Remarks
    address: str = ""
    base: str = ""
    title: str = ""
    notes: Mapping[Element, str] = field(default_factory=dict)  # labels, by the links that refer to them
    anchors: frozenset[str] = frozenset()  # ids of headings that the article links to
    roles: Counter[str] = field(default_factory=Counter)
    pictures: dict[str, Picture] = field(default_factory=dict)
    images: set[str] = field(default_factory=set)  # addresses written so far
    relative: int = 0

    @property
    def joiner(self) -> str:
        """What takes the place of a line break where there can be none."""
        return "\u3000" if self.locale == "ja" else " "

    def absolute(self, address: str) -> str:
        """Return an address as it is seen from anywhere; left relative where nobody knows the page's own."""
        address = _UNSAFE.sub(lambda match: quote(match[0]), re.sub(r"[\t\n\r]", "", address).strip())
        try:
            found = urljoin(self.base, address) if self.base else address
            relative = not urlsplit(found).scheme and not found.startswith("#")
        except ValueError:  # brackets that are no IPv6 address
            return address
        self.relative += relative and bool(found)
        return found

    def link(self, element: Element) -> str:
        """Return where a link leads to, "" if it is none or not one to be followed."""
        address = element.get("href")
        if not address:
            return ""
        if address.startswith("#"):
            known = address[1:] in self.anchors or not self.address
            return "" if len(address) == 1 else address if known else f"{self.address}{address}"
        if not is_safe_address(address) and not address.lower().startswith(_HARMLESS):
            shown = excerpt(address)
            self.remarks.add(
                Phrase(
                    "a link that could run a program was taken off “{text}”: {address}",
                    text=excerpt(element.text()),
                    address=shown,
                ),
                at=address,
            )
            return ""
        return self.absolute(address)


def excerpt(text: str, length: int = 60) -> str:
    """Return the beginning of a text for a remark."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[:length]}…"
