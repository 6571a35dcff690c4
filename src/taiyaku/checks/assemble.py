"""An article and its catalog, or a catalog alone -> bitexts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.article.directives import translation_directive
from taiyaku.checks.bitext import Bitext, Pair, PairState
from taiyaku.checks.passage import Passage
from taiyaku.checks.settings import CheckSettings
from taiyaku.checks.style import Style
from taiyaku.locale import language_in
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from taiyaku.article.document import Document, Segment, Value
    from taiyaku.catalog.message import Key, Message
    from taiyaku.termbase.termbase import Termbase

PART = 2_000
"""A catalog of more pairs is no article, and is looked at in parts of so many: all their words are held at once."""

_DATE = lazy_pattern(r"(\d{4})-(\d{2})-(\d{2})")


class House(NamedTuple):
    """What is the same for all articles of a run: the settings, the style with its profile, names and terms."""

    settings: CheckSettings = CheckSettings()
    style: Style = Style()
    termbase: Termbase | None = None


def article_pairs(document: Document, messages: Mapping[Key, Message], locale: str, house: House) -> Iterator[Pair]:
    """Yield the pairs of an article, one for each key. A segment without a message is untranslated."""
    from taiyaku.catalog.message import Message

    seen = set()
    for segment in document.segments:
        context, text = segment.key
        if segment.key not in seen:
            seen.add(segment.key)
            message = messages.get(segment.key) or Message(text, msgctxt=context)
            yield pair_of(message, (document.locale, locale), house, segment)


def catalog_pairs(messages: Iterable[Message], locales: tuple[str, str], house: House) -> Iterator[Pair]:
    """Yield the pairs of a catalog whose articles are not here. Of a plural message, its last form counts."""
    for message in messages:
        if not message.obsolete and message.msgid:
            yield pair_of(message, locales, house)


def pair_of(message: Message, locales: tuple[str, str], house: House, segment: Segment | None = None) -> Pair:
    """Return a message as a pair. Of a plural message, the plural of the original and the last form count."""
    source, target = locales
    text = message.msgid_plural if message.msgid_plural is not None else message.msgid
    words, state = _translation(message)
    return Pair(_passage(text, source, house), _passage(words, target, house), message, segment, state)


def translated_anew(pair: Pair, words: str, house: House) -> Pair:
    """Return a pair with another translation."""
    target = _passage(words, pair.target.language, house)
    return replace(pair, target=target, message=reworded(pair.message, words))


def reworded(message: Message, words: str) -> Message:
    """Return a message with another translation; of several plural forms, the last one is what checks look at."""
    if message.plural_forms:
        return replace(message, plural_forms=(*message.plural_forms[:-1], words))
    return replace(message, msgstr=words)


def _translation(message: Message) -> tuple[str, PairState]:
    words = message.plural_forms[-1] if message.plural_forms else message.msgstr
    if not words:
        return "", "untranslated"
    directive = translation_directive(words) if words.lstrip().startswith("<!--") else None
    if directive is not None and directive.name in {"omit", "joined"}:
        return "", "omitted" if directive.name == "omit" else "joined"
    return words, "fuzzy" if message.fuzzy else "translated"


def _passage(text: str, locale: str, house: House) -> Passage:
    language = language_in(locale)
    return Passage(text, language, house.termbase.names(text, language) if house.termbase else ())


def _unread(passage: Passage) -> Passage:
    return Passage(passage.text, passage.language, passage.names)


def bitexts(
    pairs: Iterable[Pair],
    locales: tuple[str, str],
    house: House,
    day: date | None = None,
    links: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Bitext]:
    """Yield the pairs as bitexts: one, unless there are more than any article has.

    Each holds passages of its own, so that what was read out of them goes when it goes.
    """
    part: list[Pair] = []
    for pair in pairs:
        part.append(Pair(_unread(pair.source), _unread(pair.target), pair.message, pair.segment, pair.state))
        if len(part) == PART:
            yield Bitext(tuple(part), locales, day, house.termbase, house.settings, house.style, links)
            part = []
    if part:
        yield Bitext(tuple(part), locales, day, house.termbase, house.settings, house.style, links)


def date_of(metadata: Mapping[str, Value]) -> date | None:
    """Return the day of publication that the front matter gives, None if it gives none that is one."""
    value = metadata.get("date")
    match = _DATE.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
