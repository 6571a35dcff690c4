"""Marks of a text that its translation keeps besides numbers and names: addresses, notes, how it begins and ends."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINK = re.compile(r"\]\(<?(?P<link>[^)\s>]*)>?[^)]*\)|\]\[(?P<label>[^\]]+)\]|(?P<note>\[\^[^\]]+\])")
_BARE = re.compile(r"https?://[^\s<>()\[\]「」（）、。]+")
_HOST = re.compile(r"(?:[a-z+]+:)?//[^/]*")
_LOCALE = re.compile(r"(?:en|ja|jp)(?:[-_][a-z]{2})?", re.IGNORECASE)
_ENDS = {"?": "?", "？": "?", "か。": "?", ":": ":", "：": ":", "!": "!", "！": "!"}
_OPENINGS = {"“": "“", '"': "“", "「": "“", "『": "“", "(": "(", "（": "("}


class Marks(NamedTuple):
    """Addresses of links and labels of notes; and the sign that a text opens or ends with, "" for any other."""

    addresses: frozenset[str]
    opening: str
    end: str


def marks_in(text: str) -> Marks:
    """Return the marks of a segment's text."""
    links = [match["link"] or match["label"] or match["note"] or "" for match in _LINK.finditer(text)]
    bare = _BARE.findall(_LINK.sub(" ", text))
    opening = _OPENINGS.get(text.lstrip("*_ [")[:1], "")
    return Marks(frozenset(_address(link) for link in [*links, *bare]), opening, _end(text))


def without_addresses(text: str) -> str:
    """Return a text with the words of its links, but not where they lead."""
    return _BARE.sub(" ", _LINK.sub("]", text))


def _end(text: str) -> str:
    text = text.rstrip('*_ 」』”")）]')
    return _ENDS.get(text[-2:], _ENDS.get(text[-1:], ""))


def _address(address: str) -> str:
    """An address without what a translated site changes in it: the host, a folder of a locale, a heading's anchor."""
    path = _HOST.sub("", address.partition("#")[0], count=1)
    parts = [part for part in path.split("/") if part and not _LOCALE.fullmatch(part)]
    return "/".join(parts) or address
