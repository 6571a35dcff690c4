"""Addresses of two languages: which may stand for each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.markup.items import of_kinds, only_in
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taiyaku.checks.bitext import Pair
    from taiyaku.text.inline_markup import Item

_SCHEME = lazy_pattern(r"^https?://", re.IGNORECASE)
_LANGUAGE = r"(?:en|ja|jp|eng|jpn|en[-_](?:us|gb)|ja[-_]jp|english|japanese)"
_QUERY = lazy_pattern(rf"[?&](?:hl|l|lc|lang|language|locale|setlang)={_LANGUAGE}(?=[&#]|$)", re.IGNORECASE)
_FRAGMENT = lazy_pattern(r"#.*$", re.DOTALL)
_INDEX = lazy_pattern(r"(?<=/)(?:index|default)\.html?$|/+$", re.IGNORECASE)
_LABEL = lazy_pattern(rf"^(?:(?:{_LANGUAGE}|www)\.)+", re.IGNORECASE)
_PATH = lazy_pattern(rf"(?:^|[/.=_-]){_LANGUAGE}(?=[/.&_-]|$)", re.IGNORECASE)
_COUNTRY = lazy_pattern(r"\.(?:com|org|net|(?:co|ne|or|go)\.jp|jp|co\.uk|us)$")


class Addresses(NamedTuple):
    """The addresses of either side without a counterpart."""

    missing: list[Item]
    added: list[Item]


def addresses(pair: Pair, links: Mapping[str, str]) -> Addresses:
    """Return the addresses that only one side has, those of pages in the reader's own language apart.

    `links` are addresses of the source that the author gave the reader another for: either may stand in a translation.
    """
    source, target = (of_kinds(side, "link", "image", "url") for side in (pair.source, pair.target))
    given = {_address_key(new): _address_key(old) for old, new in links.items()}

    def key(item: Item) -> str:
        own = _address_key(item.text)
        return given.get(own, own)

    missing, added = only_in(source, target, key), only_in(target, source, key)
    if missing and added:
        _part_siblings(missing, added)
    return Addresses(missing, added)


def _address_key(text: str) -> str:
    """An address without what may differ for the reader of another language: its locale, its heading, an index page."""
    address = _FRAGMENT.sub("", _SCHEME.sub("", text))
    address = _QUERY.sub("", address)
    if "?" not in address:
        address = address.replace("&", "?", 1)
    start = address.partition("/")[0] if "://" in text else ""
    path = _PATH.sub("", _INDEX.sub("", _INDEX.sub("", address[len(start) :])))
    return _LABEL.sub("", start).lower() + path.removesuffix("/")


def _part_siblings(missing: list[Item], added: list[Item]) -> None:
    """Take out pairs of pages on the sites of two languages: their articles have titles of their own."""
    for one in list(missing):
        other = next((other for other in added if _are_siblings(one.text, other.text)), None)
        if other is not None:
            missing.remove(one)
            added.remove(other)


def _are_siblings(one: str, other: str) -> bool:
    """Whether hosts differ by their language only: en.wikipedia.org and ja.wikipedia.org, example.com and .co.jp."""
    if not (_SCHEME.match(one) and _SCHEME.match(other)):
        return False
    hosts = [_SCHEME.sub("", address).partition("/")[0].lower().removeprefix("www.") for address in (one, other)]
    if hosts[0] == hosts[1]:
        return False
    bare = [_LABEL.sub("", host) for host in hosts]
    if bare[0] == bare[1]:
        return True
    is_japanese = [host.endswith(".jp") for host in bare]
    return is_japanese[0] != is_japanese[1] and _COUNTRY.sub("", bare[0]) == _COUNTRY.sub("", bare[1])
