"""The Markdown edition as programs that make sites want it: named as they name files, with what they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from taiyaku.article.splice import splice
from taiyaku.editions.site import Addresses, Ways, article_page, way
from taiyaku.formats.markdown.body import parse_body
from taiyaku.formats.markdown.completed import completed
from taiyaku.formats.markdown.destinations import destinations, readdressed
from taiyaku.formats.markdown.front_matter import read_front_matter
from taiyaku.formats.markdown.reread import reread
from taiyaku.formats.markdown.undirected import undirected

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.editions.article_editions import ArticleEditions
    from taiyaku.editions.rendering import Rendering
    from taiyaku.formats.markdown.read import MarkdownDocument

CONTENT, STATIC = "content", "static"
"""The folders of the output in which the files for such programs lie."""

_REPLACED = frozenset(["lang", "draft"])  # what must be true of this file, whatever the original's says


@dataclass(frozen=True, slots=True)
class MarkdownFiles:
    """How the Markdown edition is laid out, and what becomes of directives and readings.

    `page`: the article's very text, beside its page. `suffix`: `content/slug.ja.md`, images in `static`, at addresses
    from the site's root. `folders`: `content/ja/slug.md`, images in a folder beside.
    """

    layout: str = "page"
    directives: str = "drop"
    readings: str = "ruby"

    def file(self, locale: str, slug: str) -> PurePosixPath:
        """Return where the text lies below the output folder."""
        if self.layout == "suffix":
            return PurePosixPath(CONTENT, f"{slug}.{locale}.md")
        if self.layout == "folders":
            return PurePosixPath(CONTENT, locale, f"{slug}.md")
        return article_page(locale, slug).with_name("index.md")

    def text(self, article: ArticleEditions, document: MarkdownDocument, locale: str) -> tuple[str, Addresses]:
        """Return the text for a program that makes sites, and the files that it takes along."""
        rendering, _ = article.renderings[locale]
        addresses = self._addresses(article, rendering)
        image = rendering.body.metadata.get("image")
        if isinstance(image, str):
            addresses.rewritten(image)  # taken along; what the key says stays
        source = readdressed_body(rendering.translation.source, document, addresses.rewritten)
        if self.readings != "keep":
            source = reread(source, document, "ruby" if self.readings == "ruby" else "brackets")
        if self.directives == "drop":
            front = read_front_matter(source, document.path, locale)
            source = undirected(source, front.end, math=document.math, dialects=document.dialects)
        replaced = [] if rendering.translation.is_original and rendering.translation.current else _REPLACED
        return completed(source, document.path, values(article, rendering), replaced), addresses

    def _addresses(self, article: ArticleEditions, rendering: Rendering) -> Addresses:
        """Return the addresses as they must be in the text: on the page that is made of it, or from its file."""
        translation, slug = rendering.translation, article.slug
        locale = translation.locale
        known = None if translation.is_original else article.original_addresses
        place = self.file(locale, slug)
        if self.layout == "suffix":
            root = article.maker.publication.root
            ways = Ways(
                PurePosixPath(STATIC, slug),
                lambda file: root + quote(file.relative_to(STATIC).as_posix()),
                lambda other: f"../{quote(other)}/",
            )
        else:
            ways = Ways(
                place.with_name(slug),
                lambda file: way(place, file),
                lambda other: way(place, self.file(locale, other)),
            )
        return Addresses(article.root, translation.document.path, place, article.slugs, known, ways)


THE_TEXT = MarkdownFiles()
"""The layout where nobody says one."""


def readdressed_body(source: str, document: MarkdownDocument, url: Callable[[str], str]) -> str:
    """Return an article's text in which `url` has rewritten the addresses of the body."""
    front = read_front_matter(source, document.path, document.locale)
    body = parse_body(source[front.end :], math=document.math, dialects=document.dialects)
    table = {found.address: url(found.address) for found in destinations(body)}
    table = {old: new for old, new in table.items() if old != new}
    return splice(source, readdressed(front._replace(scalars=()), body, table, ""))


def values(article: ArticleEditions, rendering: Rendering) -> dict[str, str | bool]:
    """Return what the front matter must say: title, description, language, what links translations, the original."""
    translation, publication = rendering.translation, article.maker.publication
    found: dict[str, str | bool] = {"title": rendering.headline.text}
    if description := rendering.field("description") or rendering.field("deck"):
        found["description"] = description.text
    found["lang"] = translation.locale
    found["translationKey"] = article.slug
    if not translation.is_original:
        original = publication.address(article_page(translation.document.locale, article.slug))
        if original:
            found["original"] = original
        credit = article.credits.get(translation.locale)
        if credit is not None and credit.translator:
            found["translator"] = credit.translator
        if not translation.current:
            found["draft"] = True
    return found
