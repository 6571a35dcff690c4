"""What the templates are told: the words and links of an article's page, of the bilingual page and of the index."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from taiyaku.checks.remark import SIGNS
from taiyaku.editions.pairs import pair_rows
from taiyaku.editions.remarked import remarks_on
from taiyaku.editions.site import BILINGUAL, HOME, STYLESHEET, article_page, index_page, way
from taiyaku.locale import Locale
from taiyaku.messages import translator

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from taiyaku.checks.remark import Remark
    from taiyaku.editions.rendering import Field, Rendering
    from taiyaku.editions.translation import Translation


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page. `current` says that it is this very page.

    `lang` is the label's language, and the page's too, but for the page that has two: its `edition` is `bilingual`,
    the others' a locale. `detail` follows the label and belongs to no language: EN–JA.
    """

    href: str
    label: str
    lang: str
    current: bool = False
    edition: str = ""
    detail: str = ""

    @property
    def hreflang(self) -> str:
        """The language of the page, "" if it has two."""
        return "" if self.edition == BILINGUAL else self.edition or self.lang


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

    def other_titles(self, locale: str) -> tuple[tuple[str, str], ...]:
        """Return the publication's other names, each with its language."""
        own = self.title(locale)
        return tuple((language, name) for language, name in self.titles.items() if name != own)

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
    other_names: tuple[tuple[str, str], ...]  # of the publication: (language, name)
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
        return next(link for link in self.links if link.edition == locale)

    def other_links(self, locale: str) -> list[Link]:
        """Return the links to the editions in other languages."""
        return [link for link in self.links if link.edition != locale]

    def headlines_for(self, locale: str) -> list[tuple[str, Field]]:
        """Return the headlines with their locales, first the one for readers of `locale`."""
        return sorted(self.headlines.items(), key=lambda item: item[0] != locale)

    def date_in(self, locale: str) -> str:
        """Return the date as readers of a locale write it, "" if there is none."""
        return Locale.parse(locale).format_date(self.date) if self.date else ""


def edition_links(slug: str, locales: tuple[str, ...]) -> tuple[Link, ...]:
    """Return the links to an article's editions, from the output folder."""
    links = [
        Link(article_page(locale, slug).as_posix(), Locale.parse(locale).native_name(), locale, edition=locale)
        for locale in locales
    ]
    if len(locales) > 1:
        both = "–".join(Locale.parse(locale).language.upper() for locale in locales)
        links.append(Link(article_page(BILINGUAL, slug).as_posix(), "対訳", "ja", edition=BILINGUAL, detail=both))
    return tuple(links)


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
            "provenance": self.provenance(translation),
            "joint": _joint(locale),
            "original": None
            if translation.is_original
            else Link(
                way(place, original),
                Locale.parse(translation.document.locale).native_name(),
                translation.document.locale,
            ),
        }

    def bilingual(
        self,
        source: Rendering,
        target: Rendering,
        slug: str,
        editions: tuple[str, ...],
        translator_name: str = "",
        remarks: Iterable[Remark] | None = None,
    ) -> dict[str, object]:
        """Return the context of the bilingual page; its own words are in the original's language.

        With `remarks`, it shows the findings of the checks: a page for the desk.
        """
        locale = source.document.locale
        place = article_page(BILINGUAL, slug)
        page = self._page(source, place, locale, self._switcher(place, slug, editions, BILINGUAL), (), slug)
        gettext = self._gettext(locale)
        rows = pair_rows(source.rows("s-"), target.rows("t-"), target.translation)
        return {
            "_": gettext,
            "page": page,
            "source": self._side(source, ""),
            "target": self._side(target, translator_name),
            "rows": rows,
            "remarks": None if remarks is None else remarks_on(rows, source.document, remarks, gettext),
            "signs": SIGNS,
        }

    def _side(self, side: Rendering, translator_name: str) -> dict[str, object]:
        """One column of the bilingual page, with the words that it adds in its own language."""
        locale = side.translation.locale
        return {
            "_": self._gettext(locale),
            "lang": locale,
            "headline": side.headline,
            "deck": side.field("deck"),
            "byline": side.field("byline"),
            "translator": translator_name,
            "date_iso": side.date.isoformat() if side.date else "",
            "date": Locale.parse(locale).format_date(side.date) if side.date else "",
            "provenance": self.provenance(side.translation),
        }

    def index(self, locale: str, entries: list[Entry]) -> dict[str, object]:
        """Return the context of the list of articles in a locale."""
        return self._list(index_page(locale), locale, [entry for entry in entries if locale in entry.headlines])

    def home(self, entries: list[Entry]) -> dict[str, object]:
        """Return the context of the first page: every article in every language."""
        return self._list(HOME, self.publication.source_locale, entries)

    def _list(self, place: PurePosixPath, locale: str, entries: list[Entry]) -> dict[str, object]:
        name = self.publication.title(locale)
        locales = self.publication.locales
        links = tuple(
            Link(way(place, index_page(other)), Locale.parse(other).native_name(), other, place == index_page(other))
            for other in locales
        )
        page = Page(
            lang=locale,
            title=name,
            publication=name,
            other_names=self.publication.other_titles(locale),
            home=way(place, HOME),
            stylesheet=way(place, STYLESHEET),
            switcher=links,
            canonical=self.publication.address(place),
            alternates=self._alternates({**{other: index_page(other) for other in locales}, "x-default": HOME}),
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
        named = {other: article_page(other, slug) for other in alternates}
        if named:
            named["x-default"] = article_page(rendering.document.locale, slug)
        return Page(
            lang=locale,
            title=rendering.headline.text,
            publication=self.publication.title(locale),
            other_names=self.publication.other_titles(locale),
            home=way(place, HOME),
            stylesheet=way(place, STYLESHEET),
            switcher=switcher,
            canonical=self.publication.address(place),
            alternates=self._alternates(named),
            description=deck.text if deck else "",
            noindex=place.parts[0] == BILINGUAL,
        )

    def _alternates(self, pages: Mapping[str, PurePosixPath]) -> tuple[Link, ...]:
        """The same page in all languages, itself included; none without a base URL, since they must be absolute."""
        if not self.publication.base_url:
            return ()
        return tuple(Link(self.publication.address(page), "", lang) for lang, page in pages.items())

    def _switcher(self, place: PurePosixPath, slug: str, editions: tuple[str, ...], current: str) -> tuple[Link, ...]:
        return tuple(
            replace(link, href=way(place, PurePosixPath(link.href)), current=link.edition == current)
            for link in edition_links(slug, editions)
        )

    def provenance(self, translation: Translation) -> str:
        """Return the sentences that tell a reader where the text comes from and how current it is."""
        return _joint(translation.locale).join(self._sentences(translation))

    def _sentences(self, translation: Translation) -> Iterator[str]:
        locale = translation.locale
        _ = self._gettext(locale)
        language = self._name(translation.document.locale, locale)
        if translation.is_original:
            yield _("This is the original, written in {language}.").format(language=language)
            return
        yield _("This is a translation; the original is in {language}.").format(language=language)
        untranslated, older = translation.states.count("source"), translation.states.count("older")
        if untranslated:
            template = _("Not translated yet, and standing in {language}: {count} of {total} passages.")
            yield template.format(total=len(translation.states), count=untranslated, language=language)
        if left_out := translation.states.count("left-out"):
            template = _("Left out here for want of a translation: {count} of {total} passages.")
            yield template.format(count=left_out, total=len(translation.states))
        if older:
            template = _("Changed in the original since, and standing here as they were: {count} of {total} passages.")
            yield template.format(count=older, total=len(translation.states))
        if faulty := translation.states.count("faulty"):
            template = _("Still being checked: {count} of {total} passages.")
            yield template.format(count=faulty, total=len(translation.states))
        if translation.current:
            yield _("It is complete and follows the present original.")

    def _name(self, locale: str, reader: str) -> str:
        return Locale.parse(locale).name_in(Locale.parse(reader))

    def _gettext(self, locale: str) -> Callable[[str], str]:
        return translator(locale.partition("-")[0])


def _joint(locale: str) -> str:
    """What stands between two sentences."""
    return "" if Locale.parse(locale).language == "ja" else " "
