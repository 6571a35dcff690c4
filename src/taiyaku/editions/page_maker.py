"""The contexts of the templates: what an article's page, the bilingual page and the lists of articles show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from taiyaku.checks.remark import SIGNS
from taiyaku.editions.head import ArticleHead, list_open_graph
from taiyaku.editions.pages import Link, Page, edition_links
from taiyaku.editions.pairs import has_readings, pair_rows
from taiyaku.editions.provenance import NOBODY, joint, notice, provenance
from taiyaku.editions.remarked import remarks_on
from taiyaku.editions.site import BILINGUAL, HOME, STYLESHEET, article_page, feed_page, index_page, way
from taiyaku.locale import Locale
from taiyaku.messages import translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from taiyaku.checks.remark import Remark
    from taiyaku.editions.pages import Entry
    from taiyaku.editions.provenance import Credit
    from taiyaku.editions.publication import Publication
    from taiyaku.editions.rendering import Rendering


class PageMaker:
    """Makes the contexts of the pages of one publication."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication

    def article(
        self, rendering: Rendering, slug: str, editions: tuple[str, ...], credit: Credit = NOBODY
    ) -> dict[str, object]:
        """Return the context of an article's page. `editions` are the locales it is published in."""
        translation = rendering.translation
        locale = translation.locale
        place = article_page(locale, slug)
        page = self._page(rendering, place, locale, self._switcher(place, slug, editions, locale), editions, slug)
        head = ArticleHead(self.publication, rendering, slug, editions, credit.translator)
        page = replace(page, open_graph=tuple(head.open_graph()), json_ld=head.json_ld())
        original = article_page(translation.document.locale, slug)
        return {
            "_": self._gettext(locale),
            "page": page,
            "headline": rendering.headline,
            "kicker": rendering.field("kicker"),
            "deck": rendering.field("deck"),
            "byline": rendering.field("byline"),
            "staff": rendering.field("staff"),
            "translator": "" if translation.is_original else credit.translator,
            "date_iso": rendering.date.isoformat() if rendering.date else "",
            "date": Locale.parse(locale).format_date(rendering.date) if rendering.date else "",
            **self._changes(rendering, locale),
            "notice": notice(rendering),
            "body": rendering.html(),
            "provenance": provenance(translation, credit),
            "joint": joint(locale),
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
        credit: Credit = NOBODY,
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
            "source": self._side(source, NOBODY),
            "target": self._side(target, credit),
            "rows": rows,
            "has_furigana": any(has_readings(row) for row in rows),
            "remarks": None if remarks is None else remarks_on(rows, source.document, remarks, gettext),
            "signs": SIGNS,
        }

    def _side(self, side: Rendering, credit: Credit) -> dict[str, object]:
        """One column of the bilingual page, with the words that it adds in its own language."""
        locale = side.translation.locale
        return {
            "_": self._gettext(locale),
            "lang": locale,
            "name": Locale.parse(locale).native_name(),
            "headline": side.headline,
            "kicker": side.field("kicker"),
            "deck": side.field("deck"),
            "byline": side.field("byline"),
            "staff": side.field("staff"),
            "translator": credit.translator,
            "date_iso": side.date.isoformat() if side.date else "",
            "date": Locale.parse(locale).format_date(side.date) if side.date else "",
            **self._changes(side, locale),
            "provenance": provenance(side.translation, credit),
        }

    def _changes(self, rendering: Rendering, locale: str) -> dict[str, object]:
        """What has changed since publication: the day of the last change, and what was put right, with its day."""
        reader = Locale.parse(locale)
        changed = rendering.modified if rendering.modified != rendering.date else None
        return {
            "updated_iso": changed.isoformat() if changed else "",
            "updated": reader.format_date(changed) if changed else "",
            "corrections": [
                {"date_iso": str(day or ""), "date": reader.format_date(day) if day else "", "text": text}
                for day, text in rendering.corrections
            ],
        }

    def index(self, locale: str, entries: Iterable[Entry]) -> dict[str, object]:
        """Return the context of the list of articles in a locale."""
        place = index_page(locale)
        listed = [entry for entry in entries if locale in entry.headlines]
        return {**self._list(place, locale, listed), "page": self._list_page(place, locale, [locale])}

    def home(self, entries: Iterable[Entry]) -> dict[str, object]:
        """Return the context of the first page: every article in every language."""
        locale, locales = self.publication.source_locale, self.publication.locales
        return {**self._list(HOME, locale, entries), "page": self._list_page(HOME, locale, locales)}

    def not_found(self) -> dict[str, object]:
        """Return the context of the page for an address at which there is none, in every language.

        A server shows it at any address, so its own are counted from the site's root.
        """
        locale, root = self.publication.source_locale, self.publication.root
        languages = [
            {"_": self._gettext(each), "lang": each, "index": root + index_page(each).as_posix()}
            for each in sorted(self.publication.locales, key=lambda each: each != locale)
        ]
        page = replace(
            self._list_page(HOME, locale, ()),
            title=self._gettext(locale)("This page is not here"),
            home=root + HOME.as_posix(),
            stylesheet=root + STYLESHEET.as_posix(),
            switcher=(),
            canonical="",
            alternates=(),
            open_graph=(),
            noindex=True,
        )
        return {"_": self._gettext(locale), "page": page, "languages": languages}

    def _list(self, place: PurePosixPath, locale: str, entries: Iterable[Entry]) -> dict[str, object]:
        newest_first = sorted(entries, key=lambda entry: (str(entry.date or ""), entry.slug), reverse=True)
        return {"_": self._gettext(locale), "entries": [entry.seen_from(place) for entry in newest_first]}

    def _list_page(self, place: PurePosixPath, locale: str, feeds: Iterable[str]) -> Page:
        name = self.publication.title(locale)
        locales = self.publication.locales
        links = tuple(
            Link(way(place, index_page(other)), Locale.parse(other).native_name(), other, place == index_page(other))
            for other in locales
        )
        return Page(
            lang=locale,
            title=name,
            publication=name,
            other_names=self.publication.other_titles(locale),
            home=way(place, HOME),
            stylesheet=way(place, STYLESHEET),
            switcher=links,
            canonical=self.publication.address(place),
            alternates=self._alternates({**{other: index_page(other) for other in locales}, "x-default": HOME}),
            feeds=self._feeds(place, feeds),
            open_graph=tuple(list_open_graph(self.publication, locale, place, locales)),
        )

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
            feeds=self._feeds(place, [locale]),
        )

    def _feeds(self, place: PurePosixPath, locales: Iterable[str]) -> tuple[Link, ...]:
        """The feeds that a page names; there are none without a base URL."""
        if not self.publication.base_url:
            return ()
        return tuple(Link(way(place, feed_page(each)), self.publication.title(each), each) for each in locales)

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

    def _gettext(self, locale: str) -> Callable[[str], str]:
        return translator(locale.partition("-")[0])
