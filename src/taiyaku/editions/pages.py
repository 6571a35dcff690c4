"""What the templates are told of a page and of the articles it lists, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from taiyaku.editions.site import BILINGUAL, article_page, way
from taiyaku.locale import Locale

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from markupsafe import Markup

    from taiyaku.editions.rendering import Field


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
    open_graph: tuple[tuple[str, str], ...] = ()  # (property, content)
    json_ld: Markup | str = ""
    feeds: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list of articles. `links` lead to its editions, from the output folder or from a page.

    `modified` is by locale the day of the last change that its readers were told of; `date` where there was none since.
    """

    slug: str
    date: dt.date | None
    headlines: Mapping[str, Field]
    decks: Mapping[str, Field | None]
    links: tuple[Link, ...]
    source_locale: str
    bylines: Mapping[str, Field | None]
    modified: Mapping[str, dt.date | None]

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
