"""What the names of classes, ids and roles on web pages say: share buttons, related links, decks, bylines.

Names are compared by their words: `sns_list`, `snsList` and `sns-list` are “sns” and “list”.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.importers.html.tree import Element

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

CHROME = frozenset(
    [
        "ad",
        "ads",
        "adslot",
        "advert",
        "advertisement",
        "adsense",
        "sponsor",
        "sponsored",
        "promo",
        "promotion",
        "pr",
        "banner",
        "outbrain",
        "taboola",
        "share",
        "sharing",
        "sharedaddy",
        "addtoany",
        "social",
        "sns",
        "tweet",
        "hatena",
        "related",
        "relatedposts",
        "recommend",
        "recommended",
        "recommendation",
        "recommendations",
        "readmore",
        "kanren",
        "osusume",
        "mostread",
        "ranking",
        "rankings",
        "trending",
        "popular",
        "popularposts",
        "comment",
        "comments",
        "commentlist",
        "disqus",
        "conversation",
        "respond",
        "newsletter",
        "subscribe",
        "subscription",
        "signup",
        "paywall",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "breadcrumb",
        "breadcrumbs",
        "pankuzu",
        "topicpath",
        "pager",
        "pagination",
        "paging",
        "nav",
        "navi",
        "navigation",
        "navbar",
        "menu",
        "sidebar",
        "widget",
        "toolbar",
        "tools",
        "feedback",
        "tags",
        "taglist",
        "skip",
        "print",
    ]
)
"""Words in the names of what a page puts around, and into, an article."""

_NAMED_BY_AUTHORS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "section"})
_LEFT_AS_TEXT = frozenset({"body", "html", "main", "article"})
_CHROME_ROLES = frozenset(
    [
        "navigation",
        "complementary",
        "search",
        "banner",
        "contentinfo",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
    ]
)
_PAIRS = frozenset(
    {
        ("author", "box"), ("author", "card"), ("author", "bio"), ("author", "info"), ("about", "author"),
        ("page", "meta"), ("entry", "footer"), ("post", "footer"), ("most", "read"), ("read", "more"),
        ("read", "next"), ("read", "also"), ("see", "also"), ("also", "read"), ("more", "stories"), ("sign", "up"),
        ("jp", "relatedposts"), ("link", "card"), ("tag", "list"), ("side", "column"),
        ("left", "nav"), ("right", "nav"), ("left", "col"), ("right", "col"), ("back", "to"), ("skip", "link"),
    }
)  # fmt: skip

HIDDEN = frozenset({("sr", "only"), ("screen", "reader"), ("visually", "hidden"), ("visuallyhidden",)})
DECK = frozenset(
    ["deck", "dek", "standfirst", "subtitle", "subheadline", "subheading", "subhead", "summary", "excerpt", "lede"]
)
BYLINE = frozenset(["byline", "author", "authors", "writer", "reporter", "credits", "by"])
CREDIT = frozenset(["credit", "credits", "photographer", "copyright"])
PULL_QUOTE = frozenset({"pullquote", "pullout"})


def words(element: Element) -> list[str]:
    """Return the words of an element's class and id, in lower case.

    The id of a heading or a section is made of the author's words, and says nothing.
    """
    named = element.get("class") if element.tag in _NAMED_BY_AUTHORS else f"{element.get('class')} {element.get('id')}"
    return [word.lower() for word in _WORD.findall(named)]


def has_word(element: Element, wanted: frozenset[str]) -> bool:
    """Whether one of the words of an element's class or id is `wanted`."""
    return not wanted.isdisjoint(words(element))


def is_pull_quote(element: Element) -> bool:
    """Whether an element repeats words of the article in large letters."""
    found = words(element)
    return not PULL_QUOTE.isdisjoint(found) or ("pull", "quote") in itertools.pairwise(found)


def is_hidden(element: Element) -> bool:
    """Whether a browser would not show an element, or only to those who hear the page."""
    style = element.get("style").replace(" ", "").lower()
    found = words(element)
    return (
        "hidden" in element.attributes
        or "display:none" in style
        or "visibility:hidden" in style
        or any(pair in HIDDEN for pair in itertools.pairwise(found))
        or "visuallyhidden" in found
    )


def is_chrome(element: Element) -> bool:
    """Whether an element is by its kind or its names no part of an article: navigation, sharing, related links ..."""
    if element.tag in {"nav", "form", "dialog", "button", "menu"} or element.get("role") in _CHROME_ROLES:
        return True
    if element.tag in _LEFT_AS_TEXT or is_pull_quote(element):
        return False
    if element.tag == "aside":
        return element.get("role") not in {"note", "doc-footnote", "doc-pullquote"}
    found = words(element)
    return not CHROME.isdisjoint(found) or any(pair in _PAIRS for pair in itertools.pairwise(found))
