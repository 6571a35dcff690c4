"""The formats in which articles are written: Markdown with YAML front matter, and plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from taiyaku.article.document import Document, Value
    from taiyaku.errors import Problem
    from taiyaku.formats.markdown.events import RangedEvent
    from taiyaku.formats.options import ReadOptions
    from taiyaku.formats.written import Written
    from taiyaku.span import Span

PLAIN_SUFFIXES = frozenset({".txt", ".text"})


def is_plain_text(document: Document) -> bool:
    """Whether an article is plain text, and not Markdown."""
    return document.path.suffix.lower() in PLAIN_SUFFIXES


def parse(source: str, path: Path, options: ReadOptions) -> Document:
    """Read an article in the format that its name tells: plain text for `.txt`, else Markdown.

    Raises ArticleError where the article cannot be read.
    """
    if path.suffix.lower() in PLAIN_SUFFIXES:
        from taiyaku.formats import plain

        return plain.read(source, path, options)
    from taiyaku.formats.markdown import read

    return read.read(source, path, options)


def write(document: Document, translations: Mapping[int, str], locale: str | None = None) -> Written:
    """Write translations, by segment index, into an article. See the `write` of its format."""
    from taiyaku.formats.markdown.read import MarkdownDocument

    if isinstance(document, MarkdownDocument):
        from taiyaku.formats.markdown import write as markdown

        return markdown.write(document, translations, locale)
    from taiyaku.formats import plain

    return plain.write(document, translations, locale)


class Body(NamedTuple):
    """An article's body as the parser's events, whatever its format, for the editions to render.

    `start` is where `text` begins in the article, in code points; the events' ranges are bytes of `text`.
    """

    text: str
    start: int
    events: list[RangedEvent]
    metadata: Mapping[str, Value]
    dialects: tuple[str, ...] = ()


def body_of(document: Document, source: str) -> Body:
    """Return the body of `source`, which is the text of `document` or of a translation of it."""
    from taiyaku.formats.markdown.read import MarkdownDocument

    if isinstance(document, MarkdownDocument):
        from taiyaku.formats.markdown.body import body_events
        from taiyaku.formats.markdown.front_matter import read_front_matter

        front = read_front_matter(source, document.path, document.locale)
        text = source[front.end :]
        events = body_events(text, math=document.math, dialects=document.dialects)
        return Body(text, front.end, events, front.values, document.dialects)
    from taiyaku.formats import plain

    return Body(source, 0, plain.events(source, document.locale), {})


def addresses_in(document: Document) -> Iterator[str]:
    """Yield the addresses of the links and images in an article."""
    from taiyaku.formats.markdown.read import MarkdownDocument
    from taiyaku.formats.markdown.tree import descendants

    if isinstance(document, MarkdownDocument):
        for node in descendants(document.root):
            if node.kind in {"Link", "Image"}:
                yield node.detail["dest_url"]


def with_addresses(
    document: Document, source: str, spans: Mapping[int, Span | None], table: Mapping[str, str]
) -> tuple[str, Mapping[int, Span | None]]:
    """Return `source`, the text of `document` or of a translation of it, with other addresses: those that `table` says.

    `spans` are moved with the text. Plain text has no addresses but as text, and stays as it is.
    """
    from taiyaku.formats.markdown.read import MarkdownDocument

    if not table or not isinstance(document, MarkdownDocument):
        return source, spans
    from taiyaku.article.equivalents import KEY
    from taiyaku.article.splice import Splice
    from taiyaku.formats.markdown.body import parse_body
    from taiyaku.formats.markdown.destinations import readdressed
    from taiyaku.formats.markdown.front_matter import read_front_matter

    front = read_front_matter(source, document.path, document.locale)
    body = parse_body(source[front.end :], math=document.math, dialects=document.dialects)
    spliced = Splice(source, readdressed(front, body, table, KEY))
    return spliced.text, {index: spliced.around(span) if span else span for index, span in spans.items()}


def unshown_tags(document: Document) -> Iterator[Problem]:
    """Yield a warning for each kind of tag in an article that pages and plain text cannot show."""
    from taiyaku.formats.markdown.read import MarkdownDocument

    if isinstance(document, MarkdownDocument) and document.dialects:
        from taiyaku.formats.markdown.dialects.unshown import unshown_tags as in_markdown

        yield from in_markdown(document)
