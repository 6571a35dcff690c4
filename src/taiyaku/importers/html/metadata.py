"""What a page says of its article: title, authors, date, address; and where it contradicts itself.

A value that people see wins over one for machines, and every other one that differs is told.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase
from taiyaku.importers.html.linked_data import article_data, texts
from taiyaku.importers.html.names import BYLINE, DECK, has_word, is_chrome, is_hidden
from taiyaku.importers.html.weights import letters
from taiyaku.importers.paste.people import people_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from taiyaku.importers.html.context import Remarks
    from taiyaku.importers.html.tree import Element, Page

_BETWEEN = re.compile(r"\s+[|\-–—:·•»«/]\s+|\s*[｜│]\s*|(?=（[^（）]*）$)|(?= \([^()]*\)$)")
_DATE = re.compile(r"(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})")
_JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
_UTC = re.compile(r"T.*(?:Z|[+-]00:?00)$")
_DATED = frozenset({"date", "published", "pubdate", "posted", "stamp", "timestamp", "dateline"})
_MANY = 0.2
"""A text with more Japanese characters than this part of its letters is Japanese."""

_LONGEST = 150
_LINES = frozenset({"p", "div", "span", "address", "a", "li"})
_NO_BYLINES = frozenset({"footer", "figcaption", "figure", "blockquote"})
_BY = re.compile(r"(?i)^(?:written\s+)?by[:：]?\s+|^(?:文|著者|筆者|執筆|記者)[:：＝=・]\s*")


_SIGNED = re.compile(
    r"(?:(?:Words |Text |Story |Written )?[Bb]y|BY) [A-Z][\w.'’-]+ [A-Z]"
    r"|(?:取材・)?文(?:・(?:写真|撮影))?[＝=／:：]|\S{2,8}記者$"
)
"""How a byline reads that has no name of its own."""


class Found(NamedTuple):
    """The metadata for the front matter, the element of the headline, and the elements that show others of it."""

    values: dict[str, str | tuple[str, ...]]
    headline: Element | None
    shown: tuple[Element, ...]


class _Sources:
    """Everything on a page that tells of its article, by what is looked for; the best first."""

    def __init__(self, page: Page, body: Element, remarks: Remarks) -> None:
        self.root, self.body, self.remarks = page.root, body, remarks
        self.is_whole = page.is_whole
        self.meta = _meta(page.root)
        self.data = article_data(page.root, remarks)
        self.around = _around(body) if page.is_whole else body

    def of(self, *names: str) -> list[str]:
        """Return the values of `meta` elements with these names."""
        return [value for name in names for value in self.meta.get(name, ())]


def find_metadata(page: Page, body: Element, remarks: Remarks) -> Found:
    """Look for the metadata of an article. What is not found is not there; what is contradicted is told."""
    sources = _Sources(page, body, remarks)
    values: dict[str, str | tuple[str, ...]] = {}
    site = next(iter([*sources.of("og:site_name", "application-name"), *texts(sources.data, "publisher")]), "")
    headline = _headline(sources, site)
    title = _title(sources, headline, site)
    deck, bylines = _deck(sources), [*_bylines(sources)]
    authors, byline = _authors(sources, bylines, title)
    found: dict[str, str | tuple[str, ...]] = {
        "title": title,
        "deck": deck.text() if deck is not None else _second_headline(sources, title),
        "description": next(iter(sources.of("og:description", "description", "twitter:description")), ""),
        "byline": byline,
        "authors": authors,
        "date": _date(sources),
        "locale": _locale(sources),
        "source_url": _address(sources),
        "site": site,
    }
    if found["description"] in {found["deck"], title}:
        found["description"] = ""
    values |= {key: value for key, value in found.items() if value}
    return Found(values, headline, tuple(filter(None, (deck, *bylines[:1]))))


def _meta(root: Element) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.all("meta"):
        value = " ".join(meta.get("content").split())
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if value and name:
            found.setdefault(name.lower(), []).append(value)
    return found


def _around(body: Element) -> Element:
    """Return the element within which headline and byline stand: the article, or what is around its text."""
    around = [body, *body.ancestors()]
    named = next((each for each in around if each.tag == "article"), None)
    return named or next((each for each in around if _holds(each, "h1")), body)


def _headline(sources: _Sources, site: str) -> Element | None:
    """Return the headline that readers see: of several, the one that the page names as its title."""
    headings = [each for each in sources.around.all("h1") if letters(each) and not is_hidden(each)]
    if not headings:
        headings = [
            each for each in sources.around.elements() if "headline" in each.get("itemprop").split() and letters(each)
        ]
    headings = [each for each in headings if each.tag != "meta" and each.text() != site]
    said = {_folded(part) for title in _said_titles(sources, site) for part in (title, *_BETWEEN.split(title))}
    named = [each for each in headings if _folded(each.text()) in said]
    if named:
        return named[0]
    return headings[0] if headings and (len(headings) == 1 or sources.is_whole) else None


def _said_titles(sources: _Sources, site: str) -> Iterator[str]:
    yield from texts(sources.data, "headline")
    yield from (
        _without_site(value, site) for value in sources.of("og:title", "twitter:title", "citation_title", "dc.title")
    )
    title = sources.root.first("title")
    if title is not None and not any(around.tag == "svg" for around in title.ancestors()):
        yield _without_site(title.text(), site)


def _without_site(title: str, site: str) -> str:
    """Return a title without the name of the site before or after it."""
    parts = [(match.start(), match.end()) for match in _BETWEEN.finditer(title)]
    if site:
        for start, end in parts:
            if _folded(title[end:]).strip("()（）") == _folded(site):
                return title[:start].strip()
            if _folded(title[:start]) == _folded(site):
                return title[end:].strip()
    return title.strip()


def _title(sources: _Sources, headline: Element | None, site: str) -> str:
    said = [title for title in _said_titles(sources, site) if title]
    seen = "" if headline is None else headline.text()
    title = seen or next(iter(said), "")
    for other in dict.fromkeys(said):
        if not _contains(other, title) and not _contains(title, other):
            sources.remarks.add(Phrase("the page gives another title, too: {title}", title=other), doubtful=True)
    if title and not seen and len(set(said)) == 1 and _BETWEEN.search(title):
        sources.remarks.add(Phrase("the title may end with the name of the site: {title}", title=title), doubtful=True)
    return title


def _contains(text: str, part: str) -> bool:
    return _folded(part) in _folded(text)


def _folded(text: str) -> str:
    quotes = str.maketrans("“”‘’–—", "\"\"''--")
    return "".join(text.translate(quotes).split()).casefold()


def _deck(sources: _Sources) -> Element | None:
    """Return the element that its name calls the deck, if there is one such."""
    decks = [
        each for each in sources.around.elements() if each.tag in {"p", "div", "h2", "h3"} and has_word(each, DECK)
    ]
    innermost = [each for each in decks if not any(each in other.ancestors() for other in decks)]
    if len(innermost) == 1 and 0 < letters(innermost[0]) <= 2 * _LONGEST and not innermost[0].first("ul", "figure"):
        return innermost[0]
    return None


def _second_headline(sources: _Sources, title: str) -> str:
    return next((text for text in texts(sources.data, "alternativeHeadline") if text != title), "")


def _bylines(sources: _Sources) -> Iterator[Element]:
    """Yield the elements that name the authors to readers."""
    for element in sources.around.elements():
        if element.tag in _LINES and _says_byline(element, sources) and not _is_elsewhere(element, sources):
            yield element


def _says_byline(element: Element, sources: _Sources) -> bool:
    """Whether an element names authors by its own name or, outside of the text, by how it reads."""
    text = element.text()
    if not 0 < len(text) <= _LONGEST or _holds(element, "time", "p", "ul", "figcaption"):
        return False
    if has_word(element, BYLINE) or element.tag == "address":
        return True
    return sources.body not in element.ancestors() and _SIGNED.match(text) is not None


def _is_elsewhere(element: Element, sources: _Sources) -> bool:
    """Whether an element is around the text, hidden, or a part of something else."""
    if element is sources.body or element in sources.body.ancestors() or is_hidden(element):
        return True
    return any(each.tag in _NO_BYLINES or is_chrome(each) for each in (element, *element.ancestors()))


def _holds(element: Element, *tags: str) -> bool:
    return any(inner is not element for inner in element.all(*tags))


def _authors(sources: _Sources, bylines: list[Element], title: str) -> tuple[tuple[str, ...], str]:
    """Return the names of the authors and the byline that readers see, or one made of the names alone."""
    names = [
        *texts(sources.data, "author"),
        *sources.of("author", "article:author", "citation_author", "dc.creator", "byl"),
    ]
    linked = [
        each.text()
        for each in sources.around.elements()
        if "author" in each.get("rel").split() or each.get("itemprop") == "author"
    ]
    names = [_BY.sub("", name) for name in names if not name.startswith(("http:", "https:", "@"))]
    said = tuple(dict.fromkeys(name for name in (names or linked) if name and name != title))
    byline = bylines[0].text() if bylines else ""
    if byline:
        for name in said:
            if _folded(name) not in _folded(byline):
                sources.remarks.add(
                    Phrase("the page names {name} as author, its byline does not", name=name), doubtful=True
                )
        if not any(_folded(name) in _folded(byline) for name in said):
            seen = [name for name in linked if name and _folded(name) in _folded(byline)]
            people = seen or people_in(byline, "ja" if _JAPANESE.search(byline) else "en")
            said = tuple(dict.fromkeys(people)) or said
    joiner = "、" if _JAPANESE.search("".join(said)) else ", "
    return said, byline or joiner.join(said)


def _date(sources: _Sources) -> str:
    said = [
        *texts(sources.data, "datePublished"),
        *sources.of(
            "article:published_time",
            "datepublished",
            "date",
            "pubdate",
            "dc.date",
            "dcterms.date",
            "citation_publication_date",
            "og:published_time",
        ),
    ]
    times = [each for each in sources.around.all("time") if not _is_of_another(each, sources.around)]
    said += [each.get("datetime") or each.text() for each in times if "datePublished" in each.get("itemprop")]
    said += [text for each in times[:1] for text in (each.get("datetime"), each.text())]
    dated = (each for each in sources.around.elements() if has_word(each, _DATED) and letters(each) < _LONGEST)
    said += [each.text() for each in dated][:1]
    return _agreed([each for each in said if _iso(each)], sources.remarks)


def _agreed(said: list[str], remarks: Remarks) -> str:
    """Return the date of the first of `said`. A time in UTC gives way to the date that readers are shown."""
    dates = [*dict.fromkeys(map(_iso, said))]
    if len(dates) > 1 and _UTC.search(said[0]):
        days = abs(dt.date.fromisoformat(dates[0]) - dt.date.fromisoformat(dates[1])).days
        dates = dates[1:] if days == 1 else dates
    for other in dates[1:]:
        remarks.add(Phrase("the page gives another date, too: {date}", date=other), doubtful=True)
    return next(iter(dates), "")


def _is_of_another(element: Element, around: Element) -> bool:
    """Whether an element stands in an article within the article: a teaser, a comment."""
    inner = takewhile(lambda each: each is not around, element.ancestors())
    return any(each.tag == "article" or is_chrome(each) for each in inner)


def _iso(text: str) -> str:
    match = _DATE.search(text)
    try:
        return dt.date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def _locale(sources: _Sources) -> str:
    """Return the language of the text, which the page may call otherwise."""
    said = sources.root.get("lang") or next(
        iter([*sources.of("og:locale", "content-language"), *texts(sources.data, "inLanguage")]), ""
    )
    own = next((each.get("lang") for each in (sources.body, *sources.body.ancestors()) if each.get("lang")), said)
    declared = re.split(r"[-_]", own)[0].lower()
    text = "".join(sources.body.text().split())
    seen = "ja" if len(_JAPANESE.findall(text)) > _MANY * len(text) else "en" if re.search(r"[A-Za-z]{2}", text) else ""
    if declared and seen and declared != seen:
        sources.remarks.add(
            Phrase("the page says that its language is {locale}, which does not fit its text", locale=own),
            doubtful=True,
        )
    return declared if declared not in {"", "en", "ja"} and seen == "en" else seen or declared


def _address(sources: _Sources) -> str:
    links = [each.get("href") for each in sources.root.all("link") if "canonical" in each.get("rel").lower().split()]
    said = [*links, *sources.of("og:url"), *texts(sources.data, "mainEntityOfPage"), *texts(sources.data, "url")]
    addresses = [*dict.fromkeys(address for address in said if re.match(r"https?://", address))]
    for other in _others(addresses):
        sources.remarks.add(Phrase("the page gives another address, too: {address}", address=other), doubtful=True)
    return next(iter(addresses), "")


def _others(addresses: Iterable[str]) -> Iterator[str]:
    first, *others = [*addresses] or [""]
    bare = re.compile(r"^https?://(?:www\.)?|/$|[?#].*$")
    yield from (other for other in others if bare.sub("", other).rstrip("/") != bare.sub("", first).rstrip("/"))
