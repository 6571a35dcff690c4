"""Checking one catalog, with its article or alone: for programs that have both at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.checks.assemble import House, catalog_pairs
from taiyaku.checks.judge import judge
from taiyaku.checks.registry import chosen
from taiyaku.checks.settings import CheckSettings
from taiyaku.checks.subject import Subject, article_subject, nowhere
from taiyaku.locale import Locale

if TYPE_CHECKING:
    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.checks.report import CheckedArticle
    from taiyaku.checks.style import Style
    from taiyaku.termbase.termbase import Termbase

DEFAULTS = CheckSettings()
"""How a house checks that has not said anything."""


def check(
    document: Document | None,
    catalog: Catalog,
    locale: str,
    *,
    termbase: Termbase | None = None,
    settings: CheckSettings = DEFAULTS,
    style: Style | None = None,
) -> CheckedArticle:
    """Return what the checks find in a catalog, which translates `document` into `locale`.

    Without a document, the catalog is looked at as it stands: each of its messages is a text of an article in the other
    language. `style` is the profile's, if none is given. Findings have their places in the document. Waivers in
    comments count; a waiver file is not known here. Raises UsageError for a locale that is none.
    """
    house = House(settings, settings.style if style is None else style, termbase)
    tag = Locale.parse(locale).tag
    checks = chosen(settings)
    if document is None:
        locales = "en" if Locale.parse(tag).language == "ja" else "ja", tag
        pairs = tuple(catalog_pairs(catalog.messages, locales, house))
        return judge(Subject("", "", locales, Path(), pairs, nowhere), house, frozenset(), checks)
    subject = article_subject(document, document.path.stem, catalog.by_key(), tag, house)
    return judge(subject, house, frozenset(), checks)
