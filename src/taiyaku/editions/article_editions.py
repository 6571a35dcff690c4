"""All editions of one article, as files to be written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from taiyaku.editions.pages import Entry, edition_links
from taiyaku.editions.plain_text import plain_text_edition
from taiyaku.editions.rendering import Rendering, Wording
from taiyaku.editions.site import BILINGUAL, Addresses, article_page
from taiyaku.formats import addresses_in, is_plain_text
from taiyaku.locale import Locale
from taiyaku.messages import translator

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from pathlib import Path, PurePosixPath

    from taiyaku.checks.remark import Remark
    from taiyaku.editions.pages import PageMaker
    from taiyaku.editions.translation import Translation
    from taiyaku.theme.environment import Theme

EDITIONS = ("html", "markdown", "text", "bilingual")


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of an edition: its place below the output folder, and its content, or the file it is a copy of."""

    edition: str
    locale: str
    place: PurePosixPath
    content: bytes | Path


@dataclass(frozen=True)
class ArticleEditions:
    """An article in the locales it is published in. `credits` are the translators' names by locale.

    `root` is the project's folder and `slugs` those of its articles by their paths, for links among them. `remarks` are
    what the bilingual page shows of the checks' findings, by the translation's locale; None: it shows none.
    """

    slug: str
    root: Path
    translations: tuple[Translation, ...]
    maker: PageMaker
    theme: Theme
    slugs: Mapping[Path, str]
    credits: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Remark, ...]] | None = None

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales in which the article is published."""
        return tuple(translation.locale for translation in self.translations)

    @cached_property
    def renderings(self) -> dict[str, tuple[Rendering, Addresses]]:
        """The article readable in each locale, for that locale's page."""
        return {t.locale: self._rendering(t, article_page(t.locale, self.slug)) for t in self.translations}

    @cached_property
    def original_addresses(self) -> frozenset[str]:
        """The addresses of links and images in the article as its author wrote it."""
        return frozenset(addresses_in(self.translations[0].document))

    def artifacts(self, editions: Container[str], locales: Container[str]) -> Iterator[Artifact]:
        """Yield the files of the wanted editions in the wanted locales; a bilingual page takes all of them."""
        for locale, (rendering, addresses) in self.renderings.items():
            if locale in locales:
                yield from self._in_one_locale(locale, rendering, addresses, editions)
        if BILINGUAL in editions and len(self.translations) > 1 and all(locale in locales for locale in self.locales):
            yield from self._bilingual()

    def _in_one_locale(
        self, locale: str, rendering: Rendering, addresses: Addresses, editions: Container[str]
    ) -> Iterator[Artifact]:
        page = article_page(locale, self.slug)
        if "html" in editions:
            context = self.maker.article(rendering, self.slug, self.locales, self.credits.get(locale, ""))
            yield Artifact("html", locale, page, self.theme.render("article.html", **context).encode())
        if "markdown" in editions and not is_plain_text(rendering.document):
            yield Artifact("markdown", locale, page.with_name("index.md"), rendering.translation.source.encode())
        if "text" in editions:
            yield Artifact("text", locale, page.with_name("index.txt"), plain_text_edition(rendering).encode())
        for place, file in addresses.files.items():
            yield Artifact("file", locale, place, file)

    def _bilingual(self) -> Iterator[Artifact]:
        page = article_page(BILINGUAL, self.slug)
        original, other = sorted(self.translations, key=lambda translation: not translation.is_original)[:2]
        (source, files), (target, more_files) = self._rendering(original, page), self._rendering(other, page)
        translator_name = self.credits.get(other.locale, "")
        remarks = None if self.remarks is None else self.remarks.get(other.locale, ())
        context = self.maker.bilingual(source, target, self.slug, self.locales, translator_name, remarks)
        yield Artifact(BILINGUAL, "", page, self.theme.render("bilingual.html", **context).encode())
        for place, file in (files.files | more_files.files).items():
            yield Artifact("file", "", place, file)

    def _rendering(self, translation: Translation, page: PurePosixPath) -> tuple[Rendering, Addresses]:
        known = None if translation.is_original else self.original_addresses
        addresses = Addresses(self.root, translation.document.path, page, self.slugs, known)
        _ = translator(Locale.parse(translation.locale).language)
        wording = Wording(
            _("not translated yet"),
            _("changed in the original since"),
            _("this translation is being checked"),
            _("back to the text"),
        )
        return Rendering(translation, addresses.rewritten, wording), addresses

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
        )
