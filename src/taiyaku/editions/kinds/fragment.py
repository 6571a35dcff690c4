"""The body of an article, and beside it as JSON what a program with pages of its own must know of it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from taiyaku.editions.edition import Artifact, Edition
from taiyaku.editions.fragments import fragment
from taiyaku.editions.pictures import given
from taiyaku.editions.provenance import NOBODY, provenance
from taiyaku.editions.rewriter import absolute
from taiyaku.editions.site import article_page, way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.article_editions import ArticleEditions
    from taiyaku.editions.rendering import Field, Rendering
    from taiyaku.editions.translation import Translation

VERSION = 1


def artifacts(article: ArticleEditions, locale: str) -> Iterator[Artifact]:
    """Yield the body and what is to be known of it."""
    rendering, _ = article.renderings[locale]
    page = article_page(locale, article.slug)
    base = article.maker.publication.address(page)
    body = fragment(rendering.html(), locale, f"{locale}-{article.slug}-", base)
    about = json.dumps(metadata(article, locale, base), ensure_ascii=False, indent=2)
    yield Artifact("fragment", locale, page.with_name("fragment.html"), body.encode())
    yield Artifact("fragment", locale, page.with_name("fragment.json"), f"{about}\n".encode())


def metadata(article: ArticleEditions, locale: str, base: str) -> dict[str, Any]:
    """Return what docs/api.md says of the fragment's JSON. `base` is the page's address, "" where it is not known."""
    rendering, addresses = article.renderings[locale]
    translation, document = rendering.translation, rendering.document
    credit = article.credits.get(locale, NOBODY)
    page = article_page(locale, article.slug)
    publication = article.maker.publication
    alternates = {each: publication.address(article_page(each, article.slug)) for each in article.locales}
    modified = rendering.modified
    return {
        "version": VERSION,
        "slug": article.slug,
        "lang": locale,
        "title": rendering.headline.text,
        **{key: _text(rendering.field(key)) for key in ("short_title", "deck", "byline", "staff", "description")},
        "translator": None if translation.is_original else credit.translator or None,
        "date": rendering.date.isoformat() if rendering.date else None,
        "modified": modified.isoformat() if modified else None,
        "image": _image(rendering, base),
        "address": base or None,
        "alternates": alternates if base else {},
        "original": {"lang": document.locale, "address": alternates.get(document.locale) or None},
        "state": _state(translation),
        "untranslated": [key for key in ("title", "deck", "byline") if _is_foreign(rendering, key)],
        "approved": None if credit.word is None else {"by": credit.word.by, "on": credit.word.on},
        "provenance": provenance(translation, credit),
        "source_path": document.path.as_posix(),
        "source_sha256": hashlib.sha256(document.source.encode()).hexdigest(),
        "files": [
            {"address": absolute(base, way(page, place)), "path": place.as_posix()} for place in sorted(addresses.files)
        ],
        "front_matter": dict(rendering.body.metadata),
    }


def _text(field: Field | None) -> str | None:
    return field.text if field else None


def _is_foreign(rendering: Rendering, key: str) -> bool:
    field = rendering.headline if key == "title" else rendering.field(key)
    return field is not None and field.lang != rendering.translation.locale


def _state(translation: Translation) -> str:
    if translation.is_original:
        return "original"
    return "current" if translation.current else "not current"


def _image(rendering: Rendering, base: str) -> dict[str, str] | None:
    """Return the article's picture; in the body's own addresses."""
    picture = given(rendering.body.metadata).get("image")
    if picture is None:
        return None
    return {"address": absolute(base, rendering.url(picture.address)), "alt": picture.words}


EDITION = Edition(artifacts)
