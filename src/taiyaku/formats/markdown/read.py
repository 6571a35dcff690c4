"""Markdown text -> Document: one pass of the parser, and every segment with its exact span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.article.directives import ARTICLE_DIRECTIVES, Orders, find_directives
from taiyaku.article.document import Document, Segment
from taiyaku.errors import Phrase, Problem
from taiyaku.formats.markdown.asked import ASKED, unanswered
from taiyaku.formats.markdown.body import Body, parse_body
from taiyaku.formats.markdown.dialects import DIALECTS
from taiyaku.formats.markdown.dialects.signs import unread_dialects
from taiyaku.formats.markdown.front_matter import FrontMatter, Scalar, read_front_matter
from taiyaku.formats.markdown.parts import Part, Setting, is_unseen, leaf_parts
from taiyaku.formats.markdown.tree import LEAVES, OPAQUE, Node, descendants
from taiyaku.span import LineIndex, Span

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.errors import Severity
    from taiyaku.formats.options import ReadOptions

_CONTAINER_ROLES = {
    "Item": "item",
    "DefinitionListDefinition": "definition",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
}
_LEAF_ROLES = {"TableCell": "cell", "DefinitionListTitle": "term"}
_METADATA_ROLES = {"title": "headline", "corrections.text": "correction"}
_ROLE_TAKERS = frozenset({"Paragraph", "Run", "BlockQuote"})


class Place(NamedTuple):
    """Where a segment of a Markdown document comes from: a part of a leaf, or a scalar of the front matter."""

    part: Part | None = None
    leaf: Node | None = None
    scalar: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownDocument(Document):
    """A document that still knows its tree of blocks. `places[i]` belongs to `segments[i]`."""

    parsed: Body
    places: tuple[Place, ...]
    math: bool = False
    dialects: tuple[str, ...] = ()
    scalars: tuple[Scalar, ...] = ()  # of the front matter, translated or not

    @property
    def root(self) -> Node:
        """The tree of blocks."""
        return self.parsed.root

    @property
    def data(self) -> bytes:
        """The body, of which the tree's offsets are bytes."""
        return self.parsed.data


def read(source: str, path: Path, options: ReadOptions) -> MarkdownDocument:
    """Read an article. `path` is for messages only. Raises ArticleError where the front matter cannot be read."""
    front = read_front_matter(source, path)
    locale = _locale(front, options)
    if locale.partition("-")[0] == "ja":
        front = read_front_matter(source, path, locale)
    body = parse_body(source[front.end :], math=options.math, dialects=options.dialects)
    reader = _Reader(source, path, front, body, locale)
    reader.metadata(options.metadata)
    reader.walk(body.root)
    reader.close()
    reader.signs(options.dialects)
    return MarkdownDocument(
        path=path,
        locale=locale,
        source=source,
        metadata=front.values,
        segments=tuple(reader.segments),
        body=front.end,
        problems=tuple(reader.problems),
        parsed=body,
        places=tuple(reader.places),
        math=options.math,
        dialects=options.dialects,
        scalars=front.scalars,
    )


def _locale(front: FrontMatter, options: ReadOptions) -> str:
    value = front.values.get("locale")
    return value if isinstance(value, str) and value else options.source_locale


class _Level:
    """A container being walked. `orders` hold for all in it, `following` for its next block."""

    __slots__ = ("blocks", "following", "orders", "role", "setting")

    def __init__(self, container: Node, role: str, setting: Setting, orders: Orders) -> None:
        self.blocks = iter(container.children)
        self.role = role
        self.setting = setting
        self.orders = self.following = orders


class _Reader:
    def __init__(self, source: str, path: Path, front: FrontMatter, body: Body, locale: str) -> None:
        self.source, self.path, self.front, self.body, self.locale = source, path, front, body, locale
        self.data = body.data
        self.segments: list[Segment] = []
        self.places: list[Place] = []  # of the segments
        self.problems: list[Problem] = []
        self.has_headline = False
        self.skipping: int | None = None  # byte at which skip-start stands
        self.counter = _CodePoints(body.data, front.end)

    def metadata(self, keys: tuple[str, ...]) -> None:
        for scalar in self.front.scalars:
            if scalar.key in keys and scalar.is_text:
                role = _METADATA_ROLES.get(scalar.key, scalar.key)
                self.has_headline |= role == "headline"
                self.segments.append(Segment(scalar.text, scalar.span, role, note=(role,)))
                self.places.append(Place(scalar=scalar))
            elif scalar.key in ASKED and not scalar.text:
                self.problems.append(unanswered(scalar, self.source, self.path))

    def walk(self, root: Node) -> None:
        setting = Setting(self.body.view, self.locale, restored=self.body.restored)
        path = [_Level(root, "paragraph", setting, Orders())]
        while path:
            level = path[-1]
            block = next(level.blocks, None)
            if block is None:
                path.pop()
            elif block.kind == "HtmlBlock" or is_unseen(block):
                level.following = self.directives(block, level.following)
            else:
                orders, level.following = level.following, level.orders
                if orders.role is not None and orders is not level.orders and block.kind not in _ROLE_TAKERS:
                    orders = self.without_role(block, orders)
                if block.kind in LEAVES:
                    self.leaf(block, level, orders)
                elif block.kind not in OPAQUE:
                    if block.kind == "TableRow":
                        self.lost_cells(block)
                    role = _CONTAINER_ROLES.get(block.kind, level.role)
                    setting = level.setting.quoted() if block.kind == "BlockQuote" else level.setting
                    path.append(_Level(block, role, setting, orders))

    def lost_cells(self, row: Node) -> None:
        """Tell of cells beyond those of the table's head: GitHub's rules drop them without a word."""
        end = row.children[-1].end
        if self.data[end : row.end].strip(b" \t\r\n|>"):
            self.problem(
                Phrase("a row has more cells than the head of its table; what is in them is lost"),
                end,
                Phrase("add cells to the head; a | that divides no cells is written \\|, also in {{漢字\\|かんじ}}"),
            )

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
        comments = False
        for part in parts:
            role, note = self.role(leaf, part, orders.role or level.role)
            span = self.counter.span(part.start, part.end)
            self.segments.append(Segment(part.text, span, role, part.prefix, (note, *orders.note), orders.name))
            self.places.append(Place(part, leaf))
            comments |= "<!--" in part.text
        if comments:
            self.misplaced_directives(leaf)

    def misplaced_directives(self, leaf: Node) -> None:
        for inline in descendants(leaf):
            if inline.kind == "InlineHtml" and find_directives(inline.detail):
                self.problem(
                    Phrase("a directive inside a text has no effect"),
                    inline.start,
                    Phrase("put it on a line of its own before the block"),
                )

    def without_role(self, block: Node, orders: Orders) -> Orders:
        """Tell of a role before something that can have none."""
        self.problem(
            Phrase("the role “{name}” is for a paragraph or a quotation, and has no effect on this", name=orders.role),
            block.start,
            Phrase("put the directive before the paragraph that it concerns"),
        )
        return orders._replace(role=None)

    def signs(self, dialects: tuple[str, ...]) -> None:
        """Tell of a dialect that the article plainly is in, and that is not read."""
        found = dict(unread_dialects(self.data, self.body.root, dialects))
        if found:
            names = ", ".join(f'"{name}"' for name in DIALECTS if name in found or name in dialects)
            what = Phrase(
                "this looks like a dialect of Markdown that is not read here: {names}", names=", ".join(found)
            )
            hint = Phrase("if it is one, set in [markdown]: dialects = [{names}]", names=names)
            self.problem(what, min(found.values()), hint, "note")

    def role(self, leaf: Node, part: Part, around: str) -> tuple[str, str]:
        """Return the role of a part and what to tell the translator of it. `around` is its container's role."""
        if part.kind == "parameter":
            return part.role, f"{part.role}: {part.image}"
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

    def problem(self, what: Phrase, at: int, hint: Phrase | None = None, severity: Severity = "warning") -> None:
        offset = self.front.end + len(self.data[:at].decode())
        position = LineIndex(self.source).position(offset)
        self.problems.append(Problem(what, self.path, position, hint, severity))


def code_points(data: bytes, body: int, edges: list[int]) -> dict[int, int]:
    """Return for each byte offset in `data` its offset in code points, counted on from `body`."""
    counter = _CodePoints(data, body)
    return {edge: counter.offset(edge) for edge in sorted(edges)}


class _CodePoints:
    """Turns byte offsets of `data` into offsets in code points, counted on from `body`: fast if they come in order."""

    __slots__ = ("ascii", "body", "count", "data", "position")

    def __init__(self, data: bytes, body: int) -> None:
        self.data, self.body, self.ascii = data, body, data.isascii()
        self.position, self.count = 0, body

    def span(self, start: int, end: int) -> Span:
        if self.ascii:
            return Span(self.body + start, self.body + end)
        return Span(self.offset(start), self.offset(end))

    def offset(self, byte: int) -> int:
        if self.ascii:
            return self.body + byte
        if byte < self.position:
            self.position, self.count = 0, self.body
        self.count += len(self.data[self.position : byte].decode())
        self.position = byte
        return self.count
