"""Addresses of two languages: which may stand for each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.markup.items import of_kinds, only_in

if TYPE_CHECKING:
    from taiyaku.checks.bitext import Pair
    from taiyaku.text.inline_markup import Item

_LOCALE = re.compile(
    r"(?<=[/.=_-])(?:en|ja|jp|en-us|ja-jp|en_us|ja_jp|english|japanese)(?=[/.&_-]|$)|(?:(?<=//)|^)(?:en|ja|jp|www)\."
)
_NOISE = re.compile(r"^https?://(?:www\.)?|/+$|#.*$")


class Addresses(NamedTuple):
    """The addresses of either side without a counterpart."""

    missing: list[Item]
    added: list[Item]


def addresses(pair: Pair) -> Addresses:
    """Return the addresses that only one side has, those of pages in the reader's own language apart."""
    source, target = (of_kinds(side, "link", "image", "url") for side in (pair.source, pair.target))
    return Addresses(only_in(source, target, _key), only_in(target, source, _key))


def _key(item: Item) -> str:
    """An address without its locale, scheme, last slash and anchor: /en/ is /ja/ to a translator."""
    address = _NOISE.sub("", item.text)
    return re.sub(r"[/._=-]+", "/", _LOCALE.sub("", address.lower())).strip("/")
