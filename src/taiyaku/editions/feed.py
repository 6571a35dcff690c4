"""The newest articles in one language as an Atom feed. Sources: RFC 4287; RFC 4151 for the ids."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from taiyaku.editions.site import feed_page, index_page

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from taiyaku.editions.pages import Entry
    from taiyaku.editions.publication import Publication

NEWEST = 30
"""So many articles are in a feed."""

_ATOM = "http://www.w3.org/2005/Atom"
_LONG_AGO = "1970-01-01T00:00:00Z"


def feed(publication: Publication, locale: str, entries: Iterable[Entry]) -> bytes:
    """Return the feed of a locale. Articles without a date cannot be put in order and are not in it.

    An article keeps its id when its title, its text or the address of the site's pages changes.
    """
    dated = [(entry, entry.date) for entry in entries if entry.date and locale in entry.headlines]
    dated.sort(key=lambda item: (item[1], item[0].slug), reverse=True)
    newest = [entry for entry, _ in dated[:NEWEST]]
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": locale})
    _add(root, "id", publication.address(index_page(locale)))
    _add(root, "title", publication.title(locale))
    _add(root, "updated", max((_moment(entry.modified.get(locale)) for entry in newest), default=_LONG_AGO))
    _link(root, "self", publication.file_address(feed_page(locale)), type="application/atom+xml")
    _link(root, "alternate", publication.address(index_page(locale)), type="text/html", hreflang=locale)
    author = ET.SubElement(root, "author")
    _add(author, "name", publication.title(locale))
    for entry in newest:
        _entry(root, publication, locale, entry)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(root: ET.Element, publication: Publication, locale: str, entry: Entry) -> None:
    item = ET.SubElement(root, "entry")
    site = urlsplit(publication.base_url).hostname or "localhost"
    _add(item, "id", f"tag:{site},{entry.date}:{locale}/{entry.slug}")
    _add(item, "title", entry.headlines[locale].text)
    _add(item, "published", _moment(entry.date))
    _add(item, "updated", _moment(entry.modified.get(locale)))
    for link in entry.links:
        if link.edition in entry.headlines:
            relation = "alternate" if link.edition == locale else "related"
            page = publication.page_address(link.href)
            _link(item, relation, page, type="text/html", hreflang=link.edition)
    if byline := entry.bylines.get(locale):
        author = ET.SubElement(item, "author")
        _add(author, "name", byline.text)
    if deck := entry.decks.get(locale):
        _add(item, "summary", deck.text)


def _moment(day: dt.date | None) -> str:
    """Return a day as the moment that Atom asks for: its beginning, in universal time."""
    return f"{day.isoformat()}T00:00:00Z" if day else _LONG_AGO


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _link(parent: ET.Element, relation: str, address: str, **attributes: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "href": address, **attributes})
