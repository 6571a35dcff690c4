"""Markdown text -> Document: one pass of the parser, and every segment with its exact span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.article.directives import ARTICLE_DIRECTIVES, Orders, find_directives
from taiyaku.article.document import Document, Segment
from taiyaku.errors import Phrase, Problem
from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.front_matter import FrontMatter, Scalar, read_front_matter
from taiyaku.formats.markdown.parts import Part, Setting, leaf_parts
from taiyaku.formats.markdown.tree import LEAVES, OPAQUE, Node, descendants, tree
from taiyaku.span import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from taiyaku.formats.options import ReadOptions

_CONTAINER_ROLES = {
    "Item": "item",
    "DefinitionListDefinition": "definition",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
}
_LEAF_ROLES = {"TableCell": "cell", "DefinitionListTitle": "term"}
_METADATA_ROLES = {"title": "headline"}


class Place(NamedTuple):
    """Where a segment of a Markdown document comes from: a part of a leaf, or a scalar of the front matter."""

    part: Part | None = None
    leaf: Node | None = None
    scalar: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownDocument(Document):
    """A document that still knows its tree of blocks. `places[i]` belongs to `segments[i]`."""

    root: Node
    places: tuple[Place, ...]
    data: bytes  # the body, of which the tree's offsets are bytes
    math: bool = False
    scalars: tuple[Scalar, ...] = ()  # of the front matter, translated or not


def read(source: str, path: Path, options: ReadOptions) -> MarkdownDocument:
    """Read an article. `path` is for messages only. Raises ArticleError where the front matter cannot be read."""
    front = read_front_matter(source, path)
    locale = _locale(front, options)
    if locale.partition("-")[0] == "ja":
        front = read_front_matter(source, path, locale)
    body = source[front.end :]
    data = body.encode()
    root = tree(events(body, math=options.math))
    reader = _Reader(source, path, front, data, locale)
    reader.metadata(options.metadata)
    reader.walk(root)
    reader.close()
    return MarkdownDocument(
        path=path,
        locale=locale,
        source=source,
        metadata=front.values,
        segments=reader.segments(),
        body=front.end,
        problems=tuple(reader.problems),
        root=root,
        places=tuple(finding.place for finding in reader.findings),
        data=data,
        math=options.math,
        scalars=front.scalars,
    )


def _locale(front: FrontMatter, options: ReadOptions) -> str:
    value = front.values.get("locale")
    return value if isinstance(value, str) and value else options.source_locale


@dataclass(slots=True)
class _Level:
    """A container being walked. `orders` hold for all in it, `following` for its next block."""

    blocks: Iterator[Node]
    role: str
    setting: Setting
    orders: Orders
    following: Orders


class _Finding(NamedTuple):
    """A segment whose span is still to be counted in code points."""

    place: Place
    role: str
    note: tuple[str, ...]
    name: str | None = None


class _Reader:
    def __init__(self, source: str, path: Path, front: FrontMatter, data: bytes, locale: str) -> None:
        self.source, self.path, self.front, self.data, self.locale = source, path, front, data, locale
        self.findings: list[_Finding] = []
        self.problems: list[Problem] = []
        self.has_headline = False
        self.skipping: int | None = None  # byte at which skip-start stands

    def metadata(self, keys: tuple[str, ...]) -> None:
        for scalar in self.front.scalars:
            if scalar.key in keys and scalar.is_text:
                role = _METADATA_ROLES.get(scalar.key, scalar.key)
                self.has_headline |= role == "headline"
                self.findings.append(_Finding(Place(scalar=scalar), role, (role,)))

    def walk(self, root: Node) -> None:
        nothing = Orders()
        path = [_Level(iter(root.children), "paragraph", Setting(self.data, self.locale), nothing, nothing)]
        while path:
            level = path[-1]
            block = next(level.blocks, None)
            if block is None:
                path.pop()
            elif block.kind == "HtmlBlock":
                level.following = self.directives(block, level.following)
            else:
                orders, level.following = level.following, level.orders
                if block.kind in LEAVES:
                    self.leaf(block, level, orders)
                elif block.kind not in OPAQUE:
                    role = _CONTAINER_ROLES.get(block.kind, level.role)
                    setting = level.setting.quoted() if block.kind == "BlockQuote" else level.setting
                    path.append(_Level(iter(block.children), role, setting, orders, orders))

    def directives(self, block: Node, orders: Orders) -> Orders:
        """Return `orders` with the directives of an HTML block, which hold for the block after it."""
        html = self.data[block.start : block.end].decode()
        for directive in find_directives(html):
            at = block.start + len(html[: directive.start].encode())
            fault = directive.fault(ARTICLE_DIRECTIVES)
            if fault is not None:
                self.problem(fault, at)
                continue
            if directive.name == "skip-start":
                self.skipping = at
            elif directive.name == "skip-end":
                if self.skipping is None:
                    self.problem(Phrase("skip-end without a skip-start before it"), at)
                self.skipping = None
            orders = orders.after(directive)
        return orders

    def close(self) -> None:
        if self.skipping is not None:
            self.problem(
                Phrase("skip-start is never closed; all after it is left out"),
                self.skipping,
                Phrase("write <!-- taiyaku: skip-end --> where translation goes on"),
            )

    def leaf(self, leaf: Node, level: _Level, orders: Orders) -> None:
        if orders.skip or self.skipping is not None:
            return
        parts, translatable = leaf_parts(leaf, level.setting)
        if not translatable:
            return
        for part in parts:
            role, note = self.role(leaf, part, level.role)
            self.findings.append(_Finding(Place(part, leaf), role, (note, *orders.note), orders.name))
        if any("<!--" in part.text for part in parts):
            self.misplaced_directives(leaf)

    def misplaced_directives(self, leaf: Node) -> None:
        for inline in descendants(leaf):
            if inline.kind == "InlineHtml" and find_directives(inline.detail):
                self.problem(
                    Phrase("a directive inside a text has no effect"),
                    inline.start,
                    Phrase("put it on a line of its own before the block"),
                )

    def role(self, leaf: Node, part: Part, around: str) -> tuple[str, str]:
        """Return the role of a part and what to tell the translator of it. `around` is its container's role."""
        if part.kind == "alt":
            return "alt", f"alternative text: {part.image}"
        if part.kind == "title":
            return "caption", f"caption: {part.image}"
        if leaf.kind == "Heading":
            if leaf.detail["level"] == "H1" and not self.has_headline:
                self.has_headline = True
                return "headline", "headline"
            return "heading", f"heading {leaf.detail['level'][1]}"
        role = _LEAF_ROLES.get(leaf.kind, around)
        return role, role

    def segments(self) -> tuple[Segment, ...]:
        """Return what was found with spans in code points of the whole source."""
        parts = [place.part for place, *_ in self.findings if place.part is not None]
        offset = code_points(self.data, self.front.end, [edge for part in parts for edge in (part.start, part.end)])
        segments = []
        for (part, _, scalar), role, note, name in self.findings:
            if part is not None:
                span = Span(offset[part.start], offset[part.end])
                segments.append(Segment(part.text, span, role, part.prefix, note, name))
            elif scalar is not None:
                segments.append(Segment(scalar.text, scalar.span, role, note=note, name=name))
        return tuple(segments)

    def problem(self, what: Phrase, at: int, hint: Phrase | None = None) -> None:
        offset = self.front.end + len(self.data[:at].decode())
        position = LineIndex(self.source).position(offset)
        self.problems.append(Problem(what, self.path, position, hint, "warning"))


def code_points(data: bytes, body: int, edges: list[int]) -> dict[int, int]:
    """Return for each byte offset in `data` its offset in code points, counted on from `body`."""
    if data.isascii():
        return {edge: edge + body for edge in edges}
    offsets: dict[int, int] = {}
    position, count = 0, body
    for edge in sorted(edges):
        if edge != position:
            count += len(data[position:edge].decode())
            position = edge
        offsets[edge] = count
    return offsets
