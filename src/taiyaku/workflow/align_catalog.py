"""The catalog that an adoption fills: what it held before, and what it holds then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.alignment.adoption import Adopted
from taiyaku.catalog import po
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import with_translation_of
from taiyaku.catalog.template import new_catalog
from taiyaku.locale import Locale
from taiyaku.workflow.extract import template_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from taiyaku.alignment.adoption import Adoption
    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Key, Message
    from taiyaku.catalog.po import PoFile
    from taiyaku.project.project import Article, Project


STDOUT = Path("-")
"""As `output`: the catalog is not written, but returned as text."""


class Counts(NamedTuple):
    """Messages of the present article: adopted as approved, adopted as fuzzy, kept as they were, still empty."""

    adopted: int
    fuzzy: int
    kept: int
    empty: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A catalog with adopted translations where it had none.

    `waiting` are the keys that had no translation before: whatever is said of the others changes nothing. `doubted`
    are messages that became fuzzy because the original changed after it was translated.
    """

    catalog: Catalog
    counts: Counts
    waiting: frozenset[Key]
    doubted: tuple[Message, ...]

    def texts(self, document: Document) -> dict[int, str]:
        """Return what this catalog has for the segments of a document, be it in messages out of use."""
        by_key = {message.key: message for message in sorted(self.catalog.messages, key=lambda one: not one.obsolete)}
        by_msgid = {message.msgid: message for message in by_key.values()}  # its kind may have changed since
        found = {
            index: by_key.get(segment.key) or by_msgid.get(segment.text)
            for index, segment in enumerate(document.segments)
        }
        return {index: message.msgstr for index, message in found.items() if message is not None and message.msgstr}


def base_of(project: Project, article: Article, locale: str, output: Path | None) -> PoFile | None:
    """Read the catalog that is to be filled: the project's, or the one at `output`; None where there is none."""
    if output == STDOUT:
        return None
    if output is None:
        return project.read_catalog(article.slug, locale)
    return po.read(output) if output.exists() else None


def adopted_catalog(
    article: Article, original: Document, locale: str, adoption: Adoption, refused: Iterable[int], now: datetime
) -> Catalog:
    """Return the catalog of the original that was translated; what was refused there is fuzzy."""
    template = template_of(article, original, now)
    unwritten = {original.segments[index].key for index in refused}

    def message(empty: Message) -> Message:
        adopted = adoption.messages.get(empty.key, Adopted("", doubtful=False))
        fuzzy = bool(adopted.msgstr) and (adopted.doubtful or empty.key in unwritten)
        return replace(empty, msgstr=adopted.msgstr, flags=("fuzzy",) if fuzzy else ())

    messages = tuple(message(empty) for empty in template.messages)
    return replace(new_catalog(template, Locale.parse(locale)), messages=messages)


def filled(base: Catalog | None, template: Catalog, adopted: Catalog) -> Filled:
    """Return the catalog brought up to the present article, with adopted translations where it had none."""
    before = {} if base is None else base.by_key()
    known, _ = merge(replace(adopted, messages=()) if base is None else base, template)
    fresh, _ = merge(adopted, template)
    offered = fresh.by_key()
    messages = [_filled(message, offered.get(message.key)) for message in known.messages]
    keys = {message.key for message in messages}
    messages += [message for message in fresh.messages if message.obsolete and message.key not in keys]
    catalog = replace(known, messages=tuple(messages))
    fuzzy_before = {message.key for message in (*before.values(), *adopted.messages) if message.fuzzy}
    return Filled(
        catalog,
        _counted(known.by_key(), catalog),
        frozenset(message.key for message in adopted.messages if not _has_translation(before.get(message.key))),
        tuple(message for message in catalog.active if message.fuzzy and message.key not in fuzzy_before),
    )


def _has_translation(message: Message | None) -> bool:
    return message is not None and message.has_translation


def _filled(message: Message, offer: Message | None) -> Message:
    if message.obsolete or message.has_translation or offer is None or not offer.has_translation:
        return message
    return with_translation_of(message, offer)


def _counted(known: dict[Key, Message], catalog: Catalog) -> Counts:
    states = [_state(message, kept=known[message.key].has_translation) for message in catalog.active]
    return Counts(*(states.count(state) for state in Counts._fields))


def _state(message: Message, *, kept: bool) -> str:
    if kept:
        return "kept"
    if not message.has_translation:
        return "empty"
    return "fuzzy" if message.fuzzy else "adopted"
