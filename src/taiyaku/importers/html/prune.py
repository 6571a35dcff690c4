"""What stands inside an article's element and is no part of the article, taken out and told."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase
from taiyaku.importers.html.names import BYLINE, DECK, has_word, is_chrome, is_hidden
from taiyaku.importers.html.tree import Element
from taiyaku.importers.html.weights import letters, link_density

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 0.3
"""What holds more of the article's letters than this is the article, whatever it is called."""

_MANY_LINKS = 0.7
_SHORT = 150
_BOX = 60
"""An `aside` of more letters that are no links is a box of the article: figures, a profile, a recipe."""

_RELATED = re.compile(
    r"(?i)[\W_]*(?:related(?: (?:articles?|stories|posts?|content|links|reading|topics?|news))?"
    r"|read (?:more|next|also)|also read|more (?:on this(?: story)?|stories)|recommended(?: for you)?"
    r"|you (?:may|might) also like"
    r"|関連(?:記事|リンク|ニュース|キーワード|トピックス)?|(?:あわせて|合わせて)読みたい|こちらも(?:おすすめ|どうぞ)"
    r"|おすすめ(?:の)?記事|人気記事|前回の記事|この記事を読んだ人[はに][^。]{0,20})[\W_]*"
)
_TO_TOP = re.compile(
    r"(?i)[\W_]*(?:(?:back to |to the )?top(?: of (?:the )?page)?"
    r"|(?:この)?ページの?(?:先頭|トップ|上)[へに]?(?:戻る)?)[\W_]*"
)
_PAYWALL = re.compile(
    r"(?:有料(?:会員)?(?:限定)?(?:の)?記事|会員限定(?:の)?記事|残り[:：]?\s*[\d,０-９]+\s*文字"
    r"|続きを(?:読む|お読み)[^。]*(?:登録|ログイン)"
    r"|(?i:subscribe to (?:continue|keep) reading|to continue reading|already a subscriber))"
)


class Dropped(NamedTuple):
    """What was left out, and why."""

    element: Element
    why: Phrase
    doubtful: bool = False


def prune(body: Element, title: Element | None) -> list[Dropped]:
    """Take out of the article what is not of it, and return that. `title` is the element of its headline, if known."""
    total = letters(body)
    dropped = {each.element: each for each in _before_title(body, title)}
    before = _neighbours(body)
    for element in [*body.elements()][1:]:
        if element in dropped or not dropped.keys().isdisjoint(element.ancestors()):
            continue
        found = _fault(element, before.get(element), total)
        if found is not None:
            dropped[element] = Dropped(element, *found)
            heading = before.get(element)
            if heading is not None and heading not in dropped and _is_related_links(element, heading):
                dropped[heading] = Dropped(heading, found[0])
    for parent in {element.parent for element in dropped}:
        if parent is not None:
            parent.children = [child for child in parent.children if child not in dropped]
    return [*dropped.values()]


def _neighbours(body: Element) -> dict[Element, Element]:
    """Return for each element the one just before it, where no text is between them."""
    neighbours = {}
    for parent in body.elements():
        last: Element | None = None
        for child in parent.children:
            if isinstance(child, Element):
                if last is not None:
                    neighbours[child] = last
                last = child
            elif child.strip():
                last = None
    return neighbours


def _fault(element: Element, before: Element | None, total: int) -> tuple[Phrase, bool] | None:
    """Say why an element is no part of the article, and whether that is doubtful; None if it is one."""
    if is_hidden(element):
        return Phrase("hidden from readers"), False
    if _is_paywall(element):
        return Phrase("a paywall: the page may hold the beginning of the article only"), True
    size = letters(element)
    if size > _MOST * total:
        return None
    if element.tag == "aside" and not _is_named_chrome(element):
        is_box = size > _BOX and link_density(element) < 1 - _MANY_LINKS and element.first("form", "button") is None
        return None if is_box else (Phrase("beside the article"), False)
    if is_chrome(element):
        return Phrase("navigation, sharing, advertising or comments"), False
    if element.tag == "footer" and not any(around.tag in {"blockquote", "figure"} for around in element.ancestors()):
        return Phrase("the foot of the article"), False
    if element.tag in {"p", "div"} and _TO_TOP.fullmatch(element.text()) and element.first("a"):
        return Phrase("a link to the top of the page"), False
    if _is_related(element, before):
        return Phrase("related articles"), False
    if element.tag == "article" and link_density(element) > _MANY_LINKS:
        return Phrase("another article"), False
    return None


def _is_named_chrome(element: Element) -> bool:
    return is_chrome(_as_div(element))


def _as_div(element: Element) -> Element:
    return Element("div", element.attributes, None)


def _is_paywall(element: Element) -> bool:
    if element.tag not in {"p", "div", "section"} or letters(element) > _SHORT:
        return False
    return _PAYWALL.search(element.text()) is not None


def _is_related(element: Element, before: Element | None) -> bool:
    """Whether an element is links under words such as “Related articles”, in it or before it."""
    if element.tag not in {"p", "ul", "ol", "div", "section"} or not element.first("a"):
        return False
    if before is not None and _is_related_links(element, before):
        return True
    unlinked = "".join(element.without(lambda part: part.tag == "a")).strip()
    return bool(unlinked) and link_density(element) > 0 and _RELATED.fullmatch(unlinked) is not None


def _is_related_links(element: Element, heading: Element) -> bool:
    return link_density(element) > _MANY_LINKS and _RELATED.fullmatch(heading.text()) is not None


def _before_title(body: Element, title: Element | None) -> Iterator[Dropped]:
    """Yield what stands before the headline, and the deck, byline and date below it, which are metadata."""
    if title is None or body not in title.ancestors():
        return
    path = {title, *title.ancestors()}
    inside = iter([*body.elements()][1:])
    gone: set[Element] = set()
    for element in takewhile(lambda each: each is not title, inside):
        if element.parent in path and element not in path and element.first("img") is None:
            gone.add(element)
            yield Dropped(element, Phrase("before the headline"))
    for element in inside:
        if not gone.isdisjoint(element.ancestors()):
            continue
        if _is_reading(element):
            return
        if title not in element.ancestors() and _is_head_matter(element):
            gone.add(element)
            yield Dropped(element, Phrase("deck, byline or date"))


def _is_reading(element: Element) -> bool:
    if element.tag in {"figure", "img", "ul", "ol", "table", "blockquote", "pre", "h2"}:
        return not is_chrome(element)
    return element.tag == "p" and not _is_head_matter(element)


def _is_head_matter(element: Element) -> bool:
    if letters(element) > _SHORT or element.tag in {"h1", "a"}:
        return False
    return (
        element.tag in {"address", "time"}
        or element.first("time") is not None
        or has_word(element, BYLINE | DECK | frozenset({"date", "published", "timestamp", "meta", "dateline"}))
    )
