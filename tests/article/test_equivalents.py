"""Addresses for readers of another language, as the front matter gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taiyaku.article.equivalents import equivalents

if TYPE_CHECKING:
    from taiyaku.article.document import Value

LINKS: Value = {
    "ja": {"map.svg": "地図.svg", "https://en.example.org/a": "https://ja.example.org/あ", "same": "same"},
    "en-GB": {"map.svg": "map-gb.svg"},
    "en": {"map.svg": "map-en.svg", "plan.svg": "plan-en.svg"},
}


@pytest.mark.parametrize(
    ("links", "locale", "found"),
    [
        (LINKS, "ja", {"map.svg": "地図.svg", "https://en.example.org/a": "https://ja.example.org/あ"}),
        (LINKS, "ja-JP", {"map.svg": "地図.svg", "https://en.example.org/a": "https://ja.example.org/あ"}),
        (LINKS, "en-GB", {"map.svg": "map-gb.svg", "plan.svg": "plan-en.svg"}),
        (LINKS, "fr", {}),
        ({"ja": {"a": ("b", "c"), "b": {"c": "d"}, "c": "", "d": "e\nf", "": "g"}}, "ja", {}),
        ({"ja": "map.svg"}, "ja", {}),
        ("map.svg", "ja", {}),
        (("map.svg",), "ja", {}),
    ],
)
def test_a_locale_has_its_own_and_its_languages(links: Value, locale: str, found: dict[str, str]) -> None:
    """Those of a region go before its language's; what is no address to an address is none."""
    assert equivalents({"links": links}, locale) == found


def test_most_articles_have_none() -> None:
    """Without the key there is nothing."""
    assert equivalents({}, "ja") == {}
