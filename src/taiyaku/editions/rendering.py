"""One article in one locale, made readable: its headline and body as HTML and as plain text, whatever its format."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Literal

from taiyaku.editions.accessible import accessible, terms_apart
from taiyaku.editions.corrections import ROLE, Correction, day_of, last_change, notes
from taiyaku.editions.figures import figure_image
from taiyaku.editions.headings import anchors, below_headline
from taiyaku.editions.media import linked_media
from taiyaku.editions.typesetting.breaks import breaks
from taiyaku.editions.typesetting.furigana import NO_READINGS, with_readings
from taiyaku.editions.typesetting.passages import typeset
from taiyaku.formats import body_of
from taiyaku.formats.markdown.html import Footnotes, HtmlOptions, render
from taiyaku.formats.markdown.plain import inline_text, plain_text
from taiyaku.formats.markdown.ruby import ruby_html, ruby_text
from taiyaku.formats.markdown.tree import tree
from taiyaku.formats.markdown.units import units
from taiyaku.theme.sanitize import Ids, sanitized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from markupsafe import Markup

    from taiyaku.editions.translation import State, Translation
    from taiyaku.editions.typesetting.furigana import Furigana, Readings
    from taiyaku.formats.markdown.events import RangedEvent
    from taiyaku.formats.markdown.tree import Node
    from taiyaku.formats.markdown.units import Unit

_HEADING_TAGS = re.compile(r"^<h[1-6][^>]*>|</h[1-6]>\s*$")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SOURCE = re.compile(r"[―—–─]|--|-\s")
_TOLD: tuple[State, ...] = ("source", "older", "faulty")
_PAGE_IDS = ("main", "furigana")
PASSAGE = "taiyaku-passage-"
"""Begins the classes that say which segments an element of a preview holds; the segment's index follows."""
_ELEMENTS = {"title": "h1", "deck": "h2"}  # what is set as a headline is


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells a reader that a text is not the current translation, or doubted: `kind` for the stylesheet, words."""

    kind: Literal["untranslated", "outdated", "doubted"]
    words: str


@dataclass(frozen=True, slots=True)
class Field:
    """A headline, deck or byline: as HTML and as text, in the language it is in.

    `text` is for where there are no elements: no character in it turns the direction of what follows. `unlinked` is
    the HTML for where the whole is a link. `passage` is a class that tells a preview which segment this is.
    """

    html: Markup
    text: str
    lang: str
    mark: Mark | None
    unlinked: Markup
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An image that is a paragraph of its own, and its caption, whose language and mark these are."""

    address: str
    image: Markup
    caption: Markup
    lang: str
    mark: Mark | None
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A unit of the body on a bilingual page. `segments` are the indexes of those whose text it holds."""

    html: Markup
    kind: str
    segments: tuple[int, ...]
    depth: int
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that a page adds to an article.

    They are for what is not the final translation, for links back to notes, for the boxes of tasks.
    """

    untranslated: str
    outdated: str
    doubted: str
    back_to_text: str
    done: str
    to_do: str


class Rendering:
    """A translation (or an original) made readable. `url` rewrites the addresses of links and images.

    With `passages`, each passage carries a class that says which segments it holds (see PASSAGE): for a preview.
    """

    def __init__(
        self,
        translation: Translation,
        url: Callable[[str], str],
        wording: Wording,
        readings: Readings = NO_READINGS,
        *,
        passages: bool = False,
    ) -> None:
        self.translation, self.url, self.wording, self.passages = translation, url, wording, passages
        self.readings = readings
        self.document = translation.document
        self.body = body_of(self.document, translation.source)

    @cached_property
    def headline(self) -> Field:
        """The headline; the original's where it was left out, the article's file name where the author gave none."""
        field = self.field("title", "headline") or self._headline_in_body()
        if field is not None:
            return field
        segment = self.document.headline
        name = self.document.path.stem if segment is None else inline_text(segment.text, locale=self.document.locale)
        passage = self._passage([] if segment is None else [self.document.segments.index(segment)])
        return replace(self._plain_field(name, "source", "h1"), passage=passage)

    def field(self, key: str, role: str | None = None) -> Field | None:
        """Return a value of the front matter in this locale, None if missing. `role` is its segment's, if not `key`."""
        value = self.body.metadata.get(key)
        if not isinstance(value, str) or not value:
            return None
        in_front = (i for i, s in enumerate(self.document.segments) if s.span.start < self.document.body)
        index = next((i for i in in_front if self.document.segments[i].role == (role or key)), None)
        return self._front_field(value, index, _ELEMENTS.get(key, "p"))

    def _front_field(self, value: str, index: int | None, element: str) -> Field:
        """Return a text of the front matter. `index` is that of its segment, None if it is not translated."""
        state: State = "translated" if self.translation.is_original else "source"
        if index is not None:
            state = self.translation.states[index]
        passage = self._passage([] if index is None else [index])
        return replace(self._plain_field(value, state, element), passage=passage)

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """What was put right since publication, as far as it concerns this edition, the newest first."""
        segments = self.document.segments
        indexes = [index for index, segment in enumerate(segments) if segment.role == ROLE]
        found = []
        for original, note in zip(notes(self.document.metadata), notes(self.body.metadata), strict=True):
            is_next = bool(indexes) and segments[indexes[0]].text.strip() == original.text
            index = indexes.pop(0) if is_next else None
            if note.text and note.is_for(self.translation.locale):
                found.append(Correction(note.day, self._front_field(note.text, index, "p")))
        return tuple(sorted(found, key=lambda one: one.day or dt.date.min, reverse=True))

    def _plain_field(self, value: str, state: State, element: str) -> Field:
        """Return a field of a text that is no Markdown, but may have readings."""
        lang = self._lang(state)
        html = self._set(sanitized(ruby_html(escape(value, quote=False))), lang, element)
        text = _CONTROLS.sub("", ruby_text(value, "base"))
        return Field(html, text, lang, self._mark(state), html)

    def _set(self, html: Markup, lang: str = "", element: str = "", furigana: Furigana | None = None) -> Markup:
        """Return safe HTML well set: what a page adds to a text, and no catalog or other edition has."""
        return typeset(html, lang or self.translation.locale, with_readings(furigana, breaks), element=element)

    def _accessible(self, html: Markup) -> Markup:
        return accessible(html, self.wording.done, self.wording.to_do)

    def _headline_in_body(self) -> Field | None:
        block, segment = self._headline_block, self.document.headline
        if block is None or segment is None:
            return None
        index = self.document.segments.index(segment)
        state = self.translation.states[index]
        heading = self.body.events[block.first : block.last]
        without_notes = [event for event in heading if "FootnoteReference" not in event[0]]
        html, plain = (
            _HEADING_TAGS.sub("", render(events, self._options(), footnotes=Footnotes()))
            for events in (heading, without_notes)
        )
        text = " ".join(plain_text(without_notes, locale=self._lang(state), ruby="base", links=False).split("\n"))
        text = _CONTROLS.sub("", text)
        lang = self._lang(state)
        unlinked = self._set(sanitized(plain, links=False), lang, "h1")
        safe = self._set(sanitized(html, Ids()), lang, "h1")
        return Field(safe, text, lang, self._mark(state), unlinked, self._passage([index]))

    def _lang(self, state: State) -> str:
        return self.document.locale if state == "source" else self.translation.locale

    def _mark(self, state: State) -> Mark | None:
        if state == "source" and not self.translation.is_original:
            return Mark("untranslated", self.wording.untranslated)
        if state == "faulty":
            return Mark("doubted", self.wording.doubted)
        return Mark("outdated", self.wording.outdated) if state == "older" else None

    @property
    def date(self) -> dt.date | None:
        """The date in the front matter, None if there is none or it is no date."""
        return day_of(self.body.metadata.get("date"))

    @property
    def modified(self) -> dt.date | None:
        """The day of the last change that readers were told of; see `last_change`."""
        return last_change(self.body.metadata, self.translation.locale)

    def html(self) -> Markup:
        """Return the body as safe HTML, the headline taken out."""
        return self._html

    @cached_property
    def _html(self) -> Markup:
        options, footnotes, ids = self._options(), Footnotes(), Ids(taken=_PAGE_IDS)
        if self._headline_block is not None:  # its notes count, and its ids are taken
            heading = self.body.events[self._headline_block.first : self._headline_block.last]
            sanitized(render(heading, options, footnotes=footnotes), ids)
        (html,) = below_headline([linked_media(render(self._without_headline(), options, footnotes=footnotes))])
        return self._set(self._accessible(sanitized(html, ids)), furigana=self.readings.of_article())

    def text(self) -> str:
        """Return the body as plain text, the headline taken out."""
        return plain_text(self._without_headline(), locale=self.translation.locale)

    def rows(self, id_prefix: str) -> list[Row]:
        """Return the body as units for a bilingual page. `id_prefix` keeps the ids of its two languages apart."""
        options, footnotes, ids = self._options(), Footnotes(), Ids(id_prefix)
        heading = self._headline_block
        found = [u for u in units(self.body.events, self._root) if heading is None or u.start != heading.start]
        html = below_headline([linked_media(render(unit.events, options, footnotes=footnotes)) for unit in found])
        furigana = self.readings.of_article()
        rows = []
        for unit, one in zip(found, html, strict=True):
            figure = self._figure(unit, furigana.copy() if furigana else None)
            whole = sanitized(f'<div class="continued">{one}</div>' if unit.continued else one, ids)
            segments = self._segments(unit.start, unit.end)
            apart = self._accessible(terms_apart(whole))
            rows.append(Row(self._set(apart, furigana=furigana), unit.kind, segments, unit.depth, figure))
        return rows

    def _figure(self, unit: Unit, furigana: Furigana | None) -> Figure | None:
        found = figure_image(unit)
        if found is None:
            return None
        events, address, title = found
        indexes = self._segments(unit.start, unit.end)
        state = self._state(indexes)
        image = sanitized(linked_media(render(events, self._options())))
        lang = self._lang(state)
        caption = self._set(sanitized(ruby_html(escape(title, quote=False))), lang, "figcaption", furigana)
        return Figure(self.url(address), image, caption, lang, self._mark(state), self._passage(indexes))

    @cached_property
    def _root(self) -> Node:
        return tree(self.body.events)

    def _without_headline(self) -> list[RangedEvent]:
        heading, listed = self._headline_block, self.body.events
        return listed if heading is None else listed[: heading.first] + listed[heading.last :]

    @cached_property
    def _headline_block(self) -> Node | None:
        """The heading in the body that serves as headline: it is shown above, not a second time."""
        headline = self.document.headline
        if headline is None or headline.span.start < self.document.body:
            return None
        index = self.document.segments.index(headline)
        headings = (block for block in self._root.leaves() if block.kind == "Heading")
        return next((block for block in headings if index in self._segments(block.start, block.end)), None)

    def _options(self) -> HtmlOptions:
        return HtmlOptions(
            ruby=True,
            figures=True,
            heading_attributes=True,
            attributes=self._attributes,
            url=self.url,
            footnote_section=True,
            footnote_back=self.wording.back_to_text,
            locale=self.translation.locale,
            dialects=self.body.dialects,
            align_classes=True,
        )

    def _attributes(self, start: int, end: int) -> Mapping[str, str]:
        """The attributes of a block that is not the current translation, and the anchor of a heading."""
        indexes = self._segments(start, end)
        anchor = next((self._anchors[index] for index in indexes if index in self._anchors), None)
        attributes = {} if anchor is None else {"id": anchor}
        state = self._state(indexes)
        mark = self._mark(state)
        if state == "source" and not self.translation.is_original:
            attributes["lang"] = self.document.locale
        kind = mark.kind if mark else ""
        classes = " ".join(filter(None, [self._given_role(indexes), kind, self._passage(indexes)]))
        if classes:
            attributes["class"] = classes
        return attributes if mark is None else {**attributes, "data-mark": mark.words}

    def _passage(self, indexes: Iterable[int]) -> str:
        return " ".join(f"{PASSAGE}{index}" for index in indexes) if self.passages else ""

    def _given_role(self, indexes: Sequence[int]) -> str:
        """Return what a directive says that a block is. Of a pull quote, what begins with a dash is the source."""
        if not indexes:
            return ""
        role = self.document.segments[indexes[0]].given_role or ""
        is_source = role == "pull-quote" and _SOURCE.match(self.translation.text(indexes[0]))
        return f"{role} source" if is_source else role

    def _state(self, indexes: Iterable[int]) -> State:
        """The state of what a reader sees: of a block's running text, else of a caption, else of a text for an image.

        Of several states it is the one that most needs to be told.
        """
        by_role: dict[str, set[State]] = {"text": set(), "caption": set(), "alt": set()}
        for index in indexes:
            segment = self.document.segments[index]
            is_word = any(map(str.isalpha, segment.text))  # a number is the same in both languages
            state = self.translation.states[index] if is_word else "translated"
            by_role.get(segment.role, by_role["text"]).add(state)
        states = by_role["text"] or by_role["caption"] or by_role["alt"]
        return next((state for state in _TOLD if state in states), "translated")

    @cached_property
    def _anchors(self) -> dict[int, str]:
        return anchors(self.document.segments, self.document.locale)

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
