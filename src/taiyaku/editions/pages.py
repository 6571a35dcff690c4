"""What the templates are told: the words and links of an article's page, of the bilingual page and of the index."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from taiyaku.editions.site import BILINGUAL, HOME, STYLESHEET, article_page, index_page, way
from taiyaku.locale import Locale
from taiyaku.messages import translator

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from markupsafe import Markup

    from taiyaku.editions.rendering import Field, Rendering, Row
    from taiyaku.editions.translation import Translation


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page. `lang` is that page's language; `current` says that it is this very page."""

    href: str
    label: str
    lang: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """What all pages share: the publication's names by language, its address, its locales."""

    titles: Mapping[str, str]
    base_url: str
    locales: tuple[str, ...]
    source_locale: str

    def title(self, locale: str) -> str:
        """Return the publication's name for readers of a locale."""
        language = locale.partition("-")[0]
        return self.titles.get(locale) or self.titles.get(language) or next(iter(self.titles.values()), "taiyaku")

    def address(self, page: PurePosixPath) -> str:
        """Return the absolute address of a page, "" if the settings give no base URL."""
        if not self.base_url:
            return ""
        below = "" if page == HOME else f"{page.parent.as_posix()}/"
        return f"{self.base_url.rstrip('/')}/{below}"


@dataclass(frozen=True, slots=True)
class Page:
    """What every page needs: its language and titles, its stylesheet, and the ways to its partners."""

    lang: str
    title: str
    publication: str
    home: str
    stylesheet: str
    switcher: tuple[Link, ...] = ()
    canonical: str = ""
    alternates: tuple[Link, ...] = ()
    description: str = ""
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list of articles. `links` lead to its editions, from the output folder or from a page."""

    slug: str
    date: dt.date | None
    headlines: Mapping[str, Field]
    decks: Mapping[str, Field | None]
    links: tuple[Link, ...]

    def seen_from(self, place: PurePosixPath) -> Entry:
        """Return the entry with links that work on the page at `place`."""
        links = (replace(link, href=way(place, PurePosixPath(link.href))) for link in self.links)
        return replace(self, links=tuple(links))

    def link(self, locale: str) -> Link:
        """Return the link to the edition in a locale."""
        return next(link for link in self.links if link.lang == locale)

    def date_in(self, locale: str) -> str:
        """Return the date as readers of a locale write it, "" if there is none."""
        return Locale.parse(locale).format_date(self.date) if self.date else ""


@dataclass(slots=True)
class PairRow:
    """A row of the bilingual page: a passage of the original, and what it became."""

    number: int
    source: list[Markup] = field(default_factory=list)
    target: list[Markup] = field(default_factory=list)
    kind: str = "Paragraph"
    depth: int = 0
    continued: bool = False
    omitted: bool = False
    shared: bool = False  # one block for both sides: code, a rule


class PageMaker:
    """Makes the contexts of the pages of one publication."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication

    def article(
        self, rendering: Rendering, slug: str, editions: tuple[str, ...], translator_name: str = ""
    ) -> dict[str, object]:
        """Return the context of an article's page. `editions` are the locales it is published in."""
        translation = rendering.translation
        locale = translation.locale
        place = article_page(locale, slug)
        page = self._page(rendering, place, locale, self._switcher(place, slug, editions, locale), editions, slug)
        original = article_page(translation.document.locale, slug)
        return {
            "_": self._gettext(locale),
            "page": page,
            "headline": rendering.headline,
            "deck": rendering.field("deck"),
            "byline": rendering.field("byline"),
            "translator": "" if translation.is_original else translator_name,
            "date_iso": rendering.date.isoformat() if rendering.date else "",
            "date": Locale.parse(locale).format_date(rendering.date) if rendering.date else "",
            "body": rendering.html(),
            "provenance": list(self._provenance(translation)),
            "joint": "" if Locale.parse(locale).language == "ja" else " ",  # between two sentences
            "original": None
            if translation.is_original
            else Link(
                way(place, original), self._name(translation.document.locale, locale), translation.document.locale
            ),
        }

    def bilingual(
        self, source: Rendering, target: Rendering, slug: str, editions: tuple[str, ...]
    ) -> dict[str, object]:
        """Return the context of the bilingual page; its own words are in the original's language."""
        locale = source.document.locale
        place = article_page(BILINGUAL, slug)
        page = self._page(source, place, locale, self._switcher(place, slug, editions, BILINGUAL), (), slug)
        sides = tuple(
            {
                "lang": side.translation.locale,
                "headline": side.headline,
                "deck": side.field("deck"),
                "byline": side.field("byline"),
                "date": Locale.parse(side.translation.locale).format_date(side.date) if side.date else "",
            }
            for side in (source, target)
        )
        return {
            "_": self._gettext(locale),
            "page": page,
            "source": sides[0],
            "target": sides[1],
            "rows": pair_rows(source.rows("s-"), target.rows("t-"), target.translation),
        }

    def index(self, locale: str, entries: list[Entry]) -> dict[str, object]:
        """Return the context of the list of articles in a locale."""
        return self._list(index_page(locale), locale, [entry for entry in entries if locale in entry.headlines])

    def home(self, entries: list[Entry]) -> dict[str, object]:
        """Return the context of the first page: every article in every language."""
        return self._list(HOME, self.publication.source_locale, entries)

    def _list(self, place: PurePosixPath, locale: str, entries: list[Entry]) -> dict[str, object]:
        name = self.publication.title(locale)
        links = tuple(
            Link(way(place, index_page(other)), Locale.parse(other).native_name(), other, place == index_page(other))
            for other in self.publication.locales
        )
        page = Page(
            lang=locale,
            title=name,
            publication=name,
            home=way(place, HOME),
            stylesheet=way(place, STYLESHEET),
            switcher=links,
            canonical=self.publication.address(place),
        )
        newest_first = sorted(entries, key=lambda entry: (str(entry.date or ""), entry.slug), reverse=True)
        return {"_": self._gettext(locale), "page": page, "entries": [entry.seen_from(place) for entry in newest_first]}

    def _page(
        self,
        rendering: Rendering,
        place: PurePosixPath,
        locale: str,
        switcher: tuple[Link, ...],
        alternates: tuple[str, ...],
        slug: str,
    ) -> Page:
        deck = rendering.field("description") or rendering.field("deck")
        address = self.publication.address
        named = [(other, article_page(other, slug)) for other in alternates]
        links = [Link(address(page), "", other) for other, page in named if self.publication.base_url]
        if links:
            links.append(Link(address(article_page(rendering.document.locale, slug)), "", "x-default"))
        return Page(
            lang=locale,
            title=rendering.headline.text,
            publication=self.publication.title(locale),
            home=way(place, HOME),
            stylesheet=way(place, STYLESHEET),
            switcher=switcher,
            canonical=address(place),
            alternates=tuple(links),
            description=deck.text if deck else "",
            noindex=place.parts[0] == BILINGUAL,
        )

    def _switcher(self, place: PurePosixPath, slug: str, editions: tuple[str, ...], current: str) -> tuple[Link, ...]:
        links = [
            Link(way(place, article_page(other, slug)), Locale.parse(other).native_name(), other, other == current)
            for other in editions
        ]
        if len(editions) > 1:
            both = way(place, article_page(BILINGUAL, slug))
            links.append(Link(both, "対訳 EN–JA", "ja", current == BILINGUAL))
        return tuple(links)

    def _provenance(self, translation: Translation) -> Iterator[str]:
        """The sentences that tell a reader where the text comes from and how current it is."""
        locale = translation.locale
        _ = self._gettext(locale)
        language = self._name(translation.document.locale, locale)
        if translation.is_original:
            yield _("This is the original, written in {language}.").format(language=language)
            return
        yield _("This is a translation; the original is in {language}.").format(language=language)
        untranslated, older = translation.states.count("source"), translation.states.count("older")
        if untranslated:
            template = _("Of its {total} passages, {count} are not translated yet and stand in {language}.")
            yield template.format(total=len(translation.states), count=untranslated, language=language)
        if older:
            yield _("{count} passages have changed in the original since; they stand here as they were.").format(
                count=older
            )
        if translation.current:
            yield _("It is complete and follows the present original.")

    def _name(self, locale: str, reader: str) -> str:
        return Locale.parse(locale).name_in(Locale.parse(reader))

    def _gettext(self, locale: str) -> Callable[[str], str]:
        return translator(locale.partition("-")[0])


def pair_rows(source: list[Row], target: list[Row], translation: Translation) -> list[PairRow]:
    """Return the rows of a bilingual page: each passage of the original beside what it became.

    A passage joined with the one before shares its row; one that became two paragraphs has both in its row; one that
    was omitted has an empty side. Blocks without text stand once, for both.
    """
    by_segment: dict[int, list[Row]] = {}
    textless = iter([row for row in target if not row.segments])
    for row in target:
        for index in row.segments[:1]:
            by_segment.setdefault(index, []).append(row)
    rows: list[PairRow] = []
    for row in source:
        states = {translation.states[index] for index in row.segments}
        if states == {"joined"} and rows:
            rows[-1].source.append(row.html)
            continue
        pair = PairRow(len(rows) + 1, [row.html], [], row.kind, row.depth, row.continued)
        if row.segments:
            found = next((by_segment[index] for index in row.segments if index in by_segment), [])
            pair.target = [other.html for other in found]
            pair.omitted = not found
        else:
            other = next(textless, None)
            pair.shared = other is not None and other.html == row.html
            pair.target = [] if other is None or pair.shared else [other.html]
        rows.append(pair)
    return rows
