"""Catalog -> translation units: what a translator has approved, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.article.directives import translation_directive
from taiyaku.catalog.header import REVISION_DATE, time_of
from taiyaku.catalog.merge import MEMORY
from taiyaku.memory.unit import TranslationUnit, known_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Message


def approved_units(catalog: Catalog, origin: str, source_locale: str, target_locale: str) -> Iterator[TranslationUnit]:
    """Yield the approved translations of a catalog; those of passages out of use as obsolete.

    Fuzzy ones are left out, and so are plural forms (articles have none) and translations that are a directive: what
    was omitted or joined here says nothing of another place. The date is that of the catalog's last revision.
    """
    changed = known_time(time_of(catalog.field(REVISION_DATE)))
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
                note="\n".join(line for line in message.translator_comments if not line.startswith(MEMORY)),
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
