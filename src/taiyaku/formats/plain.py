"""Plain text articles: paragraphs divided by blank lines, the first short one a headline."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.article.directives import (
    ARTICLE_DIRECTIVES,
    TRANSLATION_DIRECTIVES,
    Orders,
    find_directives,
    translation_directive,
)
from taiyaku.article.document import Document, Segment
from taiyaku.article.splice import Splice
from taiyaku.errors import Phrase, Problem
from taiyaku.formats.written import EMPTY, Refusal, Written
from taiyaku.span import LineIndex, Span
from taiyaku.text.lines import joint, line_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from taiyaku.article.directives import Directive
    from taiyaku.formats.markdown.events import RangedEvent
    from taiyaku.formats.options import ReadOptions

HEADLINE_LIMIT = 120
"""A first paragraph of one line, at most so long and without a full stop, is the headline."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_SENTENCE_END = re.compile(r"[.!?。！？…][”’」』\")）]*$")
_COMMENT_LINE = re.compile(r"\s*<!--.*-->\s*")
_PARAGRAPH_END = re.compile(r"\n[ \t\u3000]*\n[ \t\n]*|\n(?=\u3000)")
_BLANK = " \t\u3000\r\n"


def paragraph_spans(source: str) -> Iterator[Span]:
    """Yield the spans of the paragraphs: runs of lines that are not blank.

    A line that begins with an ideographic space begins a paragraph, as Japanese manuscripts have it; a line that
    holds a comment only stands by itself.
    """
    start = end = None
    position = 1 if source.startswith("\ufeff") else 0
    while position < len(source):
        match = _LINE.match(source, position)
        line = match[0] if match else ""
        stripped = line.rstrip(" \t\r\n")
        alone = _COMMENT_LINE.fullmatch(line) is not None
        if start is not None and end is not None and (not line.strip(_BLANK) or line[0] == "\u3000" or alone):
            yield Span(start, end)
            start = None
        if line.strip(_BLANK):
            indent = len(line) - len(line.lstrip(" \t"))
            if alone:
                yield Span(position + indent, position + len(stripped))
            else:
                start = position + indent if start is None else start
                end = position + len(stripped)
        position += len(line)
    if start is not None and end is not None:
        yield Span(start, end)


def read(source: str, path: Path, options: ReadOptions) -> Document:
    """Read an article. `path` is for messages only."""
    document = Document(
        path=path,
        locale=options.source_locale,
        source=source,
        metadata={},
        segments=(),
        body=1 if source.startswith("\ufeff") else 0,
    )
    problems: list[Problem] = []
    segments = tuple(_segments(document, problems))
    return replace(document, segments=segments, problems=tuple(problems))


def _segments(document: Document, problems: list[Problem]) -> Iterator[Segment]:
    skipping, orders, first = False, Orders(), True
    for span in paragraph_spans(document.source):
        raw = span.of(document.source)
        if raw.startswith("<!--"):
            for directive in _sound_directives(raw, span, document, problems):
                skipping = (skipping or directive.name == "skip-start") and directive.name != "skip-end"
                orders = orders.after(directive)
            continue
        if not skipping and not orders.skip:
            role = orders.role or ("headline" if first and _is_headline(raw) else "paragraph")
            yield Segment(_joined(raw, document.locale), span, role, note=(role, *orders.note), name=orders.name)
        orders, first = Orders(), False


def _sound_directives(raw: str, span: Span, document: Document, problems: list[Problem]) -> Iterator[Directive]:
    for directive in find_directives(raw):
        fault = directive.fault(ARTICLE_DIRECTIVES)
        if fault is None:
            yield directive
        else:
            position = LineIndex(document.source).position(span.start + directive.start)
            problems.append(Problem(fault, document.path, position, severity="warning"))


def events(source: str, locale: str) -> list[RangedEvent]:
    """Return the text as events of the Markdown parser (ranges in bytes), so that the editions render one kind only.

    A comment is no paragraph; the headline is a heading of the first rank.
    """
    listed: list[RangedEvent] = []
    count = position = 0
    first = True
    for span in paragraph_spans(source):
        raw = span.of(source)
        if raw.startswith("<!--"):
            continue
        count += len(source[position : span.start].encode())
        place = {"start": count, "end": count + len(raw.encode())}
        position, count = span.end, place["end"]
        heading = {"Heading": {"level": "H1", "id": None, "classes": (), "attrs": ()}}
        is_headline = first and _is_headline(raw)
        listed += [
            ({"Start": heading if is_headline else "Paragraph"}, place),
            ({"Text": _joined(raw, locale)}, place),
            ({"End": {"Heading": "H1"} if is_headline else "Paragraph"}, place),
        ]
        first = False
    return listed


def _is_headline(raw: str) -> bool:
    return len(raw) <= HEADLINE_LIMIT and "\n" not in raw and "\r" not in raw and not _SENTENCE_END.search(raw)


def _joined(raw: str, locale: str) -> str:
    text = ""
    for line in re.split(r"\r\n|\n|\r", raw):
        stripped = line.strip(" \t")
        text += joint(text[-1:], stripped, locale) + stripped
    return text


def write(document: Document, translations: Mapping[int, str], locale: str | None = None) -> Written:
    """Write translations (by segment index) into the document, and verify them by reading it again."""
    return _Writer(document, locale or document.locale).write(translations)


class _Writer:
    def __init__(self, document: Document, locale: str) -> None:
        self.document, self.locale = document, locale
        self.newline = line_end(document.source)
        self.refused: dict[int, Refusal] = {}

    def write(self, translations: Mapping[int, str]) -> Written:
        segments = self.document.segments
        given = ((index, text) for index, text in translations.items() if text != segments[index].text)
        edits = {index: paragraphs for index, text in given if (paragraphs := self.edit(index, text)) is not None}
        if not self.reads_back(edits):
            for index in [index for index in edits if not self.reads_back({index: edits[index]})]:
                self.refused[index] = Refusal(Phrase("the translation would change the structure of the article here"))
                del edits[index]
        spliced = self.spliced(edits)
        spans: dict[int, Span | None] = {}
        for index, segment in enumerate(segments):
            start, end = spliced.moved(segment.span)
            before = len(self.gap(index, edits[index])) if edits.get(index) else 0
            spans[index] = None if edits.get(index) == () else Span(start + before, end)
        return Written(spliced.text, spans, self.refused)

    def edit(self, index: int, translation: str) -> tuple[str, ...] | None:
        """Return the paragraphs of a translation, none if it leaves its segment out; None if it is refused."""
        directive = translation_directive(translation)
        if directive is not None and directive.name in TRANSLATION_DIRECTIVES:
            return ()
        paragraphs = _settled(translation, self.locale)
        if not paragraphs:
            self.refused[index] = EMPTY
        elif any(paragraph.startswith("<!--") for paragraph in paragraphs):
            self.refused[index] = Refusal(Phrase("the translation would be read as a comment"))
        else:
            return paragraphs
        return None

    def spliced(self, edits: Mapping[int, tuple[str, ...]]) -> Splice:
        replacements: dict[Span, str] = {}
        position = 0
        for index in sorted(edits):
            span = self.document.segments[index].span
            if edits[index]:
                replacements[span] = self.gap(index, edits[index]) + (self.newline * 2).join(edits[index])
            else:
                span = _with_blank_lines(self.document.source, span)
                span = Span(max(span.start, position), span.end)
                replacements[span] = ""
            position = span.end
        return Splice(self.document.source, replacements)

    def gap(self, index: int, paragraphs: tuple[str, ...]) -> str:
        """A line end where a paragraph was only divided from the one before by its ideographic space."""
        source, start = self.document.source, self.document.segments[index].span.start
        if source[start] != "\u3000" or paragraphs[0].startswith("\u3000"):
            return ""
        before = source[:start].rstrip(" \t")
        line = before.removesuffix("\n").removesuffix("\r") if before.endswith("\n") else before.removesuffix("\r")
        return self.newline if line and line[-1] not in _BLANK else ""

    def reads_back(self, edits: Mapping[int, tuple[str, ...]]) -> bool:
        again = replace(self.document, source=self.spliced(edits).text)
        texts = [edits.get(index, (segment.text,)) for index, segment in enumerate(self.document.segments)]
        return [segment.text for segment in _segments(again, [])] == [text for each in texts for text in each]


def _settled(translation: str, locale: str) -> tuple[str, ...]:
    """The paragraphs of a translation. Plain text has no line breaks but those between paragraphs."""
    text = translation.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")
    paragraphs = (_joined(paragraph, locale) for paragraph in _PARAGRAPH_END.split(text))
    return tuple(paragraph for paragraph in paragraphs if paragraph.strip(_BLANK))


def _with_blank_lines(source: str, span: Span) -> Span:
    """The span of a paragraph with the blank lines after it, or before it if it is the last."""
    after = len(source) - len(source[span.end :].lstrip(" \t\r\n"))
    if after < len(source):
        return Span(span.start, after)
    before = len(source[: span.start].rstrip(" \t\r\n"))
    return Span(before, span.end) if before else Span(span.start, after)
