"""What a page says of its text: where it comes from, and how current it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.editions.corrections import last_change
from taiyaku.locale import Locale
from taiyaku.messages import translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.article.document import Value
    from taiyaku.editions.rendering import Rendering
    from taiyaku.editions.translation import Translation


class Word(NamedTuple):
    """Who has approved a translation, and on which day (ISO)."""

    by: str
    on: str


class Credit(NamedTuple):
    """Whose work a translation is: the translator's name, "" where nobody gave it, and the word of who approved it."""

    translator: str = ""
    word: Word | None = None


NOBODY = Credit()


def named_translator(metadata: Mapping[str, Value], locale: str) -> str:
    """Return whom an article's front matter names as translator: `translator: NAME`, or by locale; "" if nobody."""
    given = metadata.get("translator", "")
    if isinstance(given, Mapping):
        given = given.get(locale) or given.get(locale.partition("-")[0]) or ""
    return given.strip() if isinstance(given, str) else ""


def notice(rendering: Rendering) -> str:
    """Return what a reader must know before reading a translation that its original has left behind; "" otherwise."""
    translation = rendering.translation
    count = translation.states.count("older")
    if not count:
        return ""
    reader = Locale.parse(translation.locale)
    _ = translator(reader.language)
    said = _("The original has changed since it was translated.")
    changed = last_change(rendering.document.metadata, rendering.document.locale)
    if rendering.date and changed and changed > rendering.date:
        template = _("The original has changed since it was translated, last on {day}.")
        said = template.format(day=reader.format_date(changed))
    template = _("Passages here that do not follow it yet: {count} of {total}.")
    return joint(translation.locale).join([said, template.format(count=count, total=len(translation.states))])


def provenance(translation: Translation, credit: Credit = NOBODY) -> str:
    """Return the sentences that tell a reader where the text comes from, how current it is, and who vouches for it."""
    sentences = list(_sentences(translation))
    if credit.word is not None:
        sentences.append(_approved(translation.locale, credit.word))
    return joint(translation.locale).join(sentences)


def _approved(locale: str, word: Word) -> str:
    reader = Locale.parse(locale)
    _ = translator(reader.language)
    return _("Approved by {name} on {day}.").format(name=word.by, day=reader.format_date(date.fromisoformat(word.on)))


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
