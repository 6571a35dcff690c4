"""What a page says of its text: where it comes from, and how current it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.locale import Locale
from taiyaku.messages import translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.editions.translation import Translation


def provenance(translation: Translation) -> str:
    """Return the sentences that tell a reader where the text comes from and how current it is."""
    return joint(translation.locale).join(_sentences(translation))


def joint(locale: str) -> str:
    """Return what stands between two sentences."""
    return "" if Locale.parse(locale).language == "ja" else " "


def _sentences(translation: Translation) -> Iterator[str]:
    locale = translation.locale
    _ = translator(Locale.parse(locale).language)
    language = Locale.parse(translation.document.locale).name_in(Locale.parse(locale))
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
