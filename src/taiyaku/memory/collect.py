"""Catalog -> translation units: what a translator has approved, and nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from taiyaku.article.directives import translation_directive
from taiyaku.memory.unit import TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Message

REVISION_DATE = "PO-Revision-Date"
ORIGIN_COMMENT = "memory: "
"""How the translator's comment begins that tells where a suggestion came from; it is no remark on the translation."""


def units_of(catalog: Catalog, origin: str, source_locale: str, target_locale: str) -> Iterator[TranslationUnit]:
    """Yield the approved translations of a catalog; those of passages out of use as obsolete.

    Fuzzy ones are left out, and so are plural forms (articles have none) and translations that are a directive: what
    was omitted or joined here says nothing of another place. The date is that of the catalog's last revision.
    """
    changed = revision_date(catalog)
    for message in catalog.messages:
        if is_worth_keeping(message):
            yield TranslationUnit(
                message.msgid,
                message.msgstr,
                source_locale,
                target_locale,
                context=message.msgctxt,
                origin=origin,
                changed=changed,
                note="\n".join(line for line in message.translator_comments if not line.startswith(ORIGIN_COMMENT)),
                obsolete=message.obsolete,
            )


def is_worth_keeping(message: Message) -> bool:
    """Whether a message holds an approved translation that may serve elsewhere."""
    return (
        message.translated
        and message.msgid_plural is None
        and bool(message.msgid.strip())
        and translation_directive(message.msgstr) is None
    )


def revision_date(catalog: Catalog) -> datetime | None:
    """Return when a catalog was last revised, by its header; None where that says nothing."""
    try:
        when = datetime.strptime(catalog.field(REVISION_DATE) or "", "%Y-%m-%d %H:%M%z")
    except ValueError:
        return None  # empty, or gettext's placeholder
    return when
