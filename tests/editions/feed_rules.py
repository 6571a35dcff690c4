"""What RFC 4287 and the protocol of sitemaps ask of a file, held against one: the judges that are no programs."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[^\s#]+")
_ONCE = {"id", "title", "updated"}  # 4.1.1, 4.1.2: MUST contain exactly one
_AT_MOST_ONCE = {"published", "summary", "content", "rights", "source", "subtitle", "generator", "icon", "logo"}
_MANY = {"author", "category", "contributor", "link"}


def feed_faults(data: bytes) -> list[str]:
    """Return what keeps a feed from being one."""
    root = ET.fromstring(data)  # noqa: S314 (our own)
    if root.tag != f"{ATOM}feed":
        return [f"the root is {root.tag}"]
    faults = _members(root, {*_ONCE, *_AT_MOST_ONCE, *_MANY, "entry"})
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        faults += _members(entry, {*_ONCE, *_AT_MOST_ONCE, *_MANY})
        if not entry.findall(f"{ATOM}author") and not root.findall(f"{ATOM}author"):
            faults.append("nobody wrote an entry (4.1.1)")
        if not any(link.get("rel", "alternate") == "alternate" for link in entry.findall(f"{ATOM}link")):
            faults.append("an entry without its page or a content (4.1.2)")
    ids = [each.findtext(f"{ATOM}id") for each in (root, *entries)]
    faults += [f"the id {each} stands twice (4.1.1)" for each in ids if ids.count(each) > 1]
    faults += [f"no id: {each}" for each in ids[1:] if not _TAG.fullmatch(each or "")]
    selves = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    return faults if len(selves) == 1 else [*faults, "the feed does not say where it is (4.1.1: SHOULD)"]


def _members(element: ET.Element, known: set[str]) -> list[str]:
    names = [child.tag.removeprefix(ATOM) for child in element]
    faults = [f"unknown: {name}" for name in names if name not in known]
    faults += [f"{name} stands {names.count(name)} times" for name in sorted(_ONCE) if names.count(name) != 1]
    faults += [f"{name} stands twice" for name in sorted(_AT_MOST_ONCE) if names.count(name) > 1]
    for child in element:
        name = child.tag.removeprefix(ATOM)
        if name in {"updated", "published"} and not _is_moment(child.text or ""):
            faults.append(f"no moment (3.3): {child.text}")
        if name == "author" and not (child.findtext(f"{ATOM}name") or "").strip():
            faults.append("an author without a name (3.2.1)")
        if name == "link" and not _is_address(child.get("href", "")):
            faults.append(f"no address: {child.attrib}")
    alternates = [
        (link.get("type"), link.get("hreflang"))
        for link in element.findall(f"{ATOM}link")
        if link.get("rel") == "alternate"
    ]
    if len(alternates) != len(set(alternates)):
        faults.append("two alternates of the same type and language (4.1.1, 4.1.2)")
    return faults


def map_faults(data: bytes) -> list[str]:
    """Return what keeps a map for search engines from being one."""
    root = ET.fromstring(data)  # noqa: S314 (our own)
    faults = [] if root.tag == f"{MAP}urlset" else [f"the root is {root.tag}"]
    urls = list(root)
    if len(urls) > 50_000 or len(data) > 50 << 20:
        faults.append("too long")
    places = [url.findtext(f"{MAP}loc") or "" for url in urls]
    faults += [f"{place} stands twice" for place in places if places.count(place) > 1]
    for url, place in zip(urls, places, strict=True):
        names = [child.tag for child in url if not child.tag.startswith(XHTML)]
        if url.tag != f"{MAP}url" or names not in ([f"{MAP}loc"], [f"{MAP}loc", f"{MAP}lastmod"]):
            faults.append(f"{place}: {url.tag} of {names}")
        if not _is_address(place) or len(place) > 2048:
            faults.append(f"no address: {place}")
        if (day := url.findtext(f"{MAP}lastmod")) and not _is_day(day):
            faults.append(f"no day: {day}")
        links = [link.attrib for link in url.findall(f"{XHTML}link")]
        if any(set(link) != {"rel", "hreflang", "href"} or link["rel"] != "alternate" for link in links):
            faults.append(f"{place}: {links}")
        if len({link["hreflang"] for link in links}) != len(links) or place not in {link["href"] for link in links}:
            faults.append(f"{place}: its counterparts are {links}")
    return faults


def _is_moment(text: str) -> bool:
    """Whether a text is a moment as RFC 3339 writes it, with a capital T and Z."""
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text)) and _is_day(text[:10])


def _is_day(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and text.isascii() and " " not in text
