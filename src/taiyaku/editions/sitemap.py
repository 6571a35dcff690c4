"""The list of a site's pages for search engines. Source: sitemaps.org, protocol 0.9, with alternates as xhtml:link."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from taiyaku.editions.site import HOME, article_page, index_page

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from pathlib import PurePosixPath

    from taiyaku.editions.pages import Entry
    from taiyaku.editions.publication import Publication

_NAMESPACES = {
    "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
}


def sitemap(publication: Publication, entries: Iterable[Entry]) -> bytes:
    """Return the pages of a site in all languages, each with all of its counterparts and itself, as hreflang has it.

    The bilingual pages are not for search engines, and not in it.
    """
    root = ET.Element("urlset", _NAMESPACES)
    lists = {locale: index_page(locale) for locale in publication.locales}
    _pages(root, publication, {**lists, "x-default": HOME})
    for entry in entries:
        pages = {locale: article_page(locale, entry.slug) for locale in entry.headlines}
        original = entry.source_locale
        default = {"x-default": pages[original]} if original in pages else {}
        _pages(root, publication, {**pages, **default}, entry.modified)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _pages(
    root: ET.Element,
    publication: Publication,
    pages: Mapping[str, PurePosixPath],
    modified: Mapping[str, dt.date | None] = MappingProxyType({}),
) -> None:
    written = set()
    for language, page in pages.items():
        if page in written:
            continue
        written.add(page)
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = publication.address(page)
        if day := modified.get(language):
            ET.SubElement(url, "lastmod").text = day.isoformat()
        for locale, other in pages.items():
            attributes = {"rel": "alternate", "hreflang": locale, "href": publication.address(other)}
            ET.SubElement(url, "xhtml:link", attributes)
