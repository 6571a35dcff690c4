"""An article as all its editions see it: readable in each of its locales."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from taiyaku.article.equivalents import equivalents
from taiyaku.editions.edition import Artifact
from taiyaku.editions.kinds import named
from taiyaku.editions.markdown_files import THE_TEXT, MarkdownFiles
from taiyaku.editions.pages import Entry, edition_links
from taiyaku.editions.pictures import given
from taiyaku.editions.printing import Printing
from taiyaku.editions.rendering import Rendering, Wording
from taiyaku.editions.site import Addresses, article_page
from taiyaku.editions.typesetting.furigana import NO_READINGS, Readings
from taiyaku.formats import addresses_in
from taiyaku.locale import Locale
from taiyaku.messages import translator

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from pathlib import Path, PurePosixPath

    from taiyaku.checks.remark import Remark
    from taiyaku.editions.page_maker import PageMaker
    from taiyaku.editions.provenance import Credit
    from taiyaku.editions.translation import Translation
    from taiyaku.theme.environment import Theme


@dataclass(frozen=True)
class ArticleEditions:
    """An article in the locales it is published in. `credits` says by locale whose work a translation is.

    `root` is the project's folder and `slugs` those of its articles by their paths, for links among them. `remarks` are
    what the bilingual page shows of the checks' findings, by the translation's locale; None: it shows none. With
    `passages`, each passage of a page says which segments it holds: for a preview, never for readers.
    """

    slug: str
    root: Path
    translations: tuple[Translation, ...]
    maker: PageMaker
    theme: Theme
    slugs: Mapping[Path, str]
    credits: Mapping[str, Credit] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Remark, ...]] | None = None
    passages: bool = False
    printing: Printing = field(default_factory=Printing)
    readings: Readings = NO_READINGS
    markdown: MarkdownFiles = THE_TEXT

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales in which the article is published."""
        return tuple(translation.locale for translation in self.translations)

    @cached_property
    def renderings(self) -> dict[str, tuple[Rendering, Addresses]]:
        """The article readable in each locale, for that locale's page."""
        return {t.locale: self.rendering(t, article_page(t.locale, self.slug)) for t in self.translations}

    @cached_property
    def original_addresses(self) -> frozenset[str]:
        """The addresses of links and images that the article's author gave, those for other languages included."""
        document = self.translations[0].document
        others = (equivalents(document.metadata, locale).values() for locale in self.locales)
        pictures = (picture.address for picture in given(document.metadata).values())
        return frozenset(addresses_in(document)).union(pictures, *others)

    def artifacts(self, editions: Iterable[str], locales: Container[str]) -> Iterator[Artifact]:
        """Yield the files of the wanted editions in the wanted locales; what has all languages needs all of them."""
        kinds = [named(name) for name in editions]
        for locale, (_, addresses) in self.renderings.items():
            if locale in locales:
                for kind in kinds:
                    if not kind.shared:
                        yield from kind.artifacts(self, locale)
                for place, file in addresses.files.items():
                    yield Artifact("file", locale, place, file)
        if all(locale in locales for locale in self.locales):
            for kind in kinds:
                if kind.shared:
                    yield from kind.artifacts(self, "")

    def rendering(self, translation: Translation, page: PurePosixPath) -> tuple[Rendering, Addresses]:
        """Return a translation made readable for the page at `page`, and the addresses as that page sees them."""
        known = None if translation.is_original else self.original_addresses
        addresses = Addresses(self.root, translation.document.path, page, self.slugs, known)
        _ = translator(Locale.parse(translation.locale).language)
        wording = Wording(
            _("not translated yet"),
            _("changed in the original since"),
            _("this translation is being checked"),
            _("back to the text"),
            _("done"),
            _("to do"),
        )
        return Rendering(translation, addresses.rewritten, wording, self.readings, passages=self.passages), addresses

    def entry(self) -> Entry:
        """Return what the lists of articles say of this one."""
        by_locale = {locale: rendering for locale, (rendering, _) in self.renderings.items()}
        first = next(iter(by_locale.values()))
        return Entry(
            slug=self.slug,
            date=first.date,
            headlines={locale: rendering.headline for locale, rendering in by_locale.items()},
            decks={locale: rendering.field("deck") for locale, rendering in by_locale.items()},
            links=edition_links(self.slug, self.locales),
            source_locale=first.document.locale,
            bylines={locale: rendering.field("byline") for locale, rendering in by_locale.items()},
            modified={locale: rendering.modified for locale, rendering in by_locale.items()},
        )
