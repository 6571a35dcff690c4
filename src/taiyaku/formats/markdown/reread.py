"""Readings, `{漢字|かんじ}`, written so that any program for Markdown shows them: as ruby, or in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from taiyaku.article.splice import splice
from taiyaku.formats.markdown.body import parse_body
from taiyaku.formats.markdown.front_matter import encode_scalar, read_front_matter
from taiyaku.formats.markdown.read import code_points
from taiyaku.formats.markdown.ruby import RUBY, ruby_html, ruby_text
from taiyaku.formats.markdown.tree import OPAQUE
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.formats.markdown.body import Body
    from taiyaku.formats.markdown.read import MarkdownDocument
    from taiyaku.formats.markdown.tree import Node

Readings = Literal["ruby", "brackets"]
_BRACES = re.compile(r"\{[^{}\n]*\}")


def reread(source: str, document: MarkdownDocument, style: Readings) -> str:
    """Return the text of a document or a translation of it with its readings written otherwise.

    As ruby they are HTML, which shows 漢字（かんじ） where tags are dropped. The translated values of the front matter,
    texts for images and titles, which are no HTML, have the base alone. Code stays as it is.
    """
    if RUBY.search(source.replace("\\|", "|")) is None:
        return source
    front = read_front_matter(source, document.path, document.locale)
    translated = {place.scalar.key for place in document.places if place.scalar is not None}
    changes = {
        scalar.span: encode_scalar(scalar, ruby_text(scalar.text, "base"))
        for scalar in front.scalars
        if scalar.key in translated and RUBY.search(scalar.text)
    }
    body = parse_body(source[front.end :], math=document.math, dialects=document.dialects)
    edits = {edges: text for edges, text in _edits(body, body.root, style) if text != _raw(body, *edges)}
    offset = code_points(body.data, front.end, [edge for edges in edits for edge in edges])
    return splice(source, changes | {Span(offset[first], offset[last]): text for (first, last), text in edits.items()})


def _edits(body: Body, root: Node, style: Readings) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the ranges in bytes that may hold readings, with what is to stand there."""
    path = [(root, False)]
    while path:
        node, in_image = path.pop()
        if node.kind == "Text":
            raw = _raw(body, node.start, node.end)
            yield (node.start, node.end), _written(raw, style, only_base=in_image)
        elif node.kind in {"Link", "Image"} and node.detail["title"]:
            start = node.children[-1].end if node.children else node.start
            yield (start, node.end), _written(_raw(body, start, node.end), style, only_base=True)
        if node.kind not in OPAQUE:
            path += [(child, in_image or node.kind == "Image") for child in node.children]


def _raw(body: Body, start: int, end: int) -> str:
    return body.data[start:end].decode()


def _written(raw: str, style: Readings, *, only_base: bool) -> str:
    text = _BRACES.sub(_bare, raw)
    if only_base:
        return ruby_text(text, "base")
    return ruby_html(text) if style == "ruby" else ruby_text(text, "paren")


def _bare(match: re.Match[str]) -> str:
    """Return what may be a reading without the backslash that its bar has in a cell of a table."""
    bare = match[0].replace("\\|", "|")
    return bare if RUBY.fullmatch(bare) else match[0]
