"""One article in one locale, made readable: its headline and body as HTML and as plain text, whatever its format."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from taiyaku.formats import body_of
from taiyaku.formats.markdown.blocks import block_tree
from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html import Footnotes, HtmlOptions, render
from taiyaku.formats.markdown.plain import inline_text, plain_text
from taiyaku.formats.markdown.ruby import ruby_html, ruby_text
from taiyaku.formats.markdown.units import units
from taiyaku.theme.sanitize import sanitized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markupsafe import Markup

    from taiyaku.editions.translation import State, Translation
    from taiyaku.formats.markdown.blocks import Block
    from taiyaku.formats.markdown.events import RangedEvent

_ISO_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")


@dataclass(frozen=True, slots=True)
class Field:
    """A headline, deck or byline: as HTML and as text, in the language it is in, with the state of its segment."""

    html: Markup
    text: str
    lang: str
    state: State


@dataclass(frozen=True, slots=True)
class Row:
    """A unit of the body on a bilingual page. `segments` are the indexes of those whose text it holds."""

    html: Markup
    kind: str
    segments: tuple[int, ...]
    depth: int
    continued: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that a page adds to an article: on what is not the current translation, and on links back to notes."""

    untranslated: str
    outdated: str
    back_to_text: str


class Rendering:
    """A translation (or an original) made readable. `url` rewrites the addresses of links and images."""

    def __init__(self, translation: Translation, url: Callable[[str], str], wording: Wording) -> None:
        self.translation, self.url, self.wording = translation, url, wording
        self.document = translation.document
        self.body = body_of(self.document, translation.source)

    @property
    def headline(self) -> Field:
        """The headline; the article's file name where the author gave none."""
        field = self.field("title", "headline")
        if field is not None:
            return field
        name = self.document.path.stem
        return Field(sanitized(escape(name)), name, self.document.locale, "source")

    def field(self, key: str, role: str | None = None) -> Field | None:
        """Return a value of the front matter in this locale, or the segment of `role` in the body; None if missing."""
        index = next((i for i, s in enumerate(self.document.segments) if s.role == (role or key)), None)
        state: State = "translated" if self.translation.is_original else "source"
        if index is not None:
            state = self.translation.states[index]
        lang = self.document.locale if state == "source" else self.translation.locale
        value = self.body.metadata.get(key)
        if isinstance(value, str) and value:
            return Field(sanitized(ruby_html(escape(value, quote=False))), ruby_text(value, "base"), lang, state)
        if index is None or role is None or not self.translation.text(index):
            return None
        text = self.translation.text(index)
        return Field(self._inline(text), inline_text(text, locale=lang), lang, state)

    @property
    def date(self) -> dt.date | None:
        """The date in the front matter, None if there is none or it is no date."""
        match = _ISO_DATE.match(str(self.body.metadata.get("date", "")))
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
        except ValueError:
            return None

    def html(self) -> Markup:
        """Return the body as safe HTML, the headline taken out."""
        return sanitized(render(self._without_headline(), self._options()))

    def text(self) -> str:
        """Return the body as plain text, the headline taken out."""
        return plain_text(self._without_headline(), locale=self.translation.locale)

    def rows(self, id_prefix: str) -> list[Row]:
        """Return the body as units for a bilingual page. `id_prefix` keeps the ids of its two languages apart."""
        options, footnotes = self._options(id_prefix), Footnotes()
        heading = self._headline_block
        return [
            Row(
                sanitized(render(unit.events, options, footnotes=footnotes)),
                unit.kind,
                self._segments(unit.start, unit.end),
                unit.depth,
                unit.continued,
            )
            for unit in units(self.body.events, self._root)
            if heading is None or unit.start != heading.start
        ]

    @cached_property
    def _root(self) -> Block:
        return block_tree(self.body.events)

    def _without_headline(self) -> list[RangedEvent]:
        heading, listed = self._headline_block, self.body.events
        return listed if heading is None else listed[: heading.first] + listed[heading.last :]

    @cached_property
    def _headline_block(self) -> Block | None:
        """The heading in the body that serves as headline: it is shown above, not a second time."""
        headline = self.document.headline
        if headline is None or headline.span.start < self.document.body:
            return None
        index = self.document.segments.index(headline)
        headings = (block for block in self._root.leaves() if block.kind == "Heading")
        return next((block for block in headings if index in self._segments(block.start, block.end)), None)

    def _options(self, id_prefix: str = "") -> HtmlOptions:
        return HtmlOptions(
            ruby=True,
            figures=True,
            heading_attributes=not id_prefix,
            attributes=self._attributes,
            url=self.url,
            footnote_section=True,
            footnote_back=self.wording.back_to_text,
            id_prefix=id_prefix,
        )

    def _inline(self, text: str) -> Markup:
        html = render(events(text), HtmlOptions(ruby=True, url=self.url)).strip()
        return sanitized(html.removeprefix("<p>").removesuffix("</p>"))

    def _attributes(self, start: int, end: int) -> Mapping[str, str]:
        """The attributes of a block that is not the current translation."""
        states = {self.translation.states[index] for index in self._segments(start, end)}
        if "source" in states:
            return {"lang": self.document.locale, "class": "untranslated", "title": self.wording.untranslated}
        return {"class": "outdated", "title": self.wording.outdated} if "older" in states else {}

    def _segments(self, start: int, end: int) -> tuple[int, ...]:
        """The segments whose text lies (also partly) in a range of bytes of the body."""
        first = max(bisect_right(self._ranges, (start, start, -1)) - 1, 0)
        found = []
        for begins, ends, index in self._ranges[first:]:
            if begins >= end:
                break
            if ends > start:
                found.append(index)
        return tuple(found)

    @cached_property
    def _ranges(self) -> list[tuple[int, int, int]]:
        """`(start, end, segment)` for the segments in the body, in bytes of it, in order."""
        return list(self._byte_ranges())

    def _byte_ranges(self) -> Iterator[tuple[int, int, int]]:
        text, offset = self.body.text, self.body.start
        spans = self.translation.spans.items()
        placed = sorted((span, index) for index, span in spans if span is not None and span.start >= offset)
        position = count = 0
        for span, index in placed:
            count += len(text[position : span.start - offset].encode())
            position = span.start - offset
            yield count, count + len(span.of(self.translation.source).encode()), index
