"""Segments -> template: a catalog without locale, the .pot file that catalogs are made from."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.header import CREATION_DATE, REVISION_DATE, timestamp
from taiyaku.catalog.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from taiyaku.article.document import Segment
    from taiyaku.catalog.message import Key
    from taiyaku.locale import Locale

GENERATOR = "taiyaku"


def make_template(
    segments: Iterable[Segment], *, reference: str, source_locale: str, project: str, now: datetime
) -> Catalog:
    """Return the template of an article: a message for each different segment, in reading order.

    `reference` is the article's path from the project's root. It carries no line numbers: a new paragraph at the
    top must not touch the entries below it.
    """
    today = timestamp(now)
    header = (
        ("Project-Id-Version", project),
        ("Report-Msgid-Bugs-To", ""),
        (CREATION_DATE, today),
        (REVISION_DATE, today),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", source_locale.replace("-", "_")),  # empty, or gettext's placeholders, make msgfmt -c complain
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Source-Language", source_locale.replace("-", "_")),
        ("X-Generator", GENERATOR),
    )
    return Catalog(None, header, messages_of(segments, reference), header_flags=("fuzzy",))


def messages_of(segments: Iterable[Segment], reference: str) -> tuple[Message, ...]:
    """Return the untranslated messages of the segments. Segments with one key share a message, and its comments."""
    messages: dict[Key, Message] = {}
    references = (reference,)
    for segment in segments:
        key = segment.key
        known = messages.get(key)
        if known is None:
            context, text = key
            comments = _comment_lines(segment.note)
            messages[key] = Message(text, msgctxt=context, references=references, extracted_comments=comments)
        else:
            lines = dict.fromkeys((*known.extracted_comments, *_comment_lines(segment.note)))
            messages[key] = replace(known, extracted_comments=tuple(lines))
    return tuple(messages.values())


@lru_cache(maxsize=256)  # most notes are roles
def _comment_lines(note: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in note)


def new_catalog(template: Catalog, locale: Locale) -> Catalog:
    """Return an empty catalog of `template` in a locale, with every header field that gettext knows."""
    values = {
        "Language": locale.tag.replace("-", "_"),
        "Language-Team": locale.native_name(),
        "Last-Translator": "",
        REVISION_DATE: template.field(CREATION_DATE) or "",
    }
    header: list[tuple[str, str]] = []
    for name, value in template.header:
        header.append((name, values.get(name, value)))
        if name == "Content-Transfer-Encoding":
            header.append(("Plural-Forms", locale.plural_forms()))
    return Catalog(locale.tag, tuple(header))
