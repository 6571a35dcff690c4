"""The elements of an article -> blocks of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.importers.html import spell
from taiyaku.importers.html.figures import captioned, write_figure
from taiyaku.importers.html.inline import InlineReader
from taiyaku.importers.html.layout import Block, joined, prefixed, role_directive
from taiyaku.importers.html.left_out import is_headline, is_line_number
from taiyaku.importers.html.lists import write_definitions, write_list
from taiyaku.importers.html.names import CREDIT, has_word, is_pull_quote
from taiyaku.importers.html.pieces import Piece, paragraphs, settled
from taiyaku.importers.html.tables import write_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.importers.html.context import Context
    from taiyaku.importers.html.pieces import Mark
    from taiyaku.importers.html.tree import Element

_HEADING = re.compile(r"h([1-6])")
_CAPTION = frozenset({"caption", "cutline", "figcaption"})


class BlockWriter(InlineReader):
    """Writes what stands in one container; `role` counts its paragraphs."""

    def __init__(self, context: Context, role: str = "paragraph") -> None:
        super().__init__(context)
        self.role = role
        self.blocks: list[Block] = []
        self.loose = False

    def write(self, element: Element, marks: tuple[Mark, ...] = ()) -> list[Block]:
        """Write all that is in `element`, and return the blocks."""
        self.children(element, marks)
        self.flush()
        return self.blocks

    def element(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Write one element: a block here, else what running text knows."""
        writer = WRITERS.get(element.tag)
        if writer is None:
            super().element(element, marks)
        else:
            self.flush()
            writer(self, element, marks)
            self.flush()

    def flush(self) -> None:
        """End the running text before a block: it is a paragraph, or some."""
        waiting, self.pieces = self.pieces, []
        for part in paragraphs(waiting):
            self.paragraph(part)

    def paragraph(self, part: list[Piece], directive: str = "") -> None:
        """Write running text as a paragraph."""
        pieces = settled(part, self.context.locale)
        if not pieces or (
            len(pieces) == 1 and pieces[0].kind == "text" and not pieces[0].text.strip("\u00a0\u3000\u200b ")
        ):
            return
        image = pieces[0] if len(pieces) == 1 and pieces[0].kind == "image" else None
        role = directive or ("image" if image else self.role)
        self.context.roles[role] += 1
        self.add(Block(role_directive(directive) + spell.block(pieces), "paragraph", self.loose, image))

    def add(self, block: Block) -> None:
        """Add a block."""
        self.blocks.append(block)

    def inner(self, element: Element, role: str, marks: tuple[Mark, ...] = ()) -> list[Block]:
        """Return the blocks in a container inside this one."""
        return BlockWriter(self.context, role).write(element, marks)

    def line(self, element: Element, marks: tuple[Mark, ...] = ()) -> list[Piece]:
        """Return all text in an element as one piece of running text."""
        reader = InlineReader(self.context)
        reader.children(element, marks)
        return settled(reader.pieces, self.context.locale)

    # One kind of element each

    def container(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Write what only groups blocks."""
        if self.is_caption(element) and not any(
            child.tag in WRITERS for child in element.elements() if child is not element
        ):
            self.caption(element, marks)
        elif is_pull_quote(element) and element.first("blockquote") is None:
            self.quote(element, marks)
        else:
            self.children(element, marks)

    def text_paragraph(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Write a paragraph."""
        if self.is_caption(element):
            self.caption(element, marks)
            return
        outer, self.loose = self.loose, True
        self.children(element, marks)
        self.flush()
        self.loose = outer

    def is_caption(self, element: Element) -> bool:
        """Whether the names of an element say that it is a caption, or a credit right under an image."""
        if has_word(element, _CAPTION):
            return True
        return has_word(element, CREDIT) and bool(self.blocks) and self.blocks[-1].image is not None

    def caption(self, element: Element, marks: tuple[Mark, ...] = ()) -> None:
        """Write a caption: into the image before it, else as a paragraph of that role."""
        pieces = self.line(element, marks)
        before = self.blocks[-1] if self.blocks else None
        if before is not None and before.image is not None and not before.image.extra[1]:
            self.blocks[-1] = captioned(before, pieces, self.context)
        elif pieces:
            self.paragraph(pieces, "caption")

    def heading(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Write a heading, except the article's own headline."""
        if is_headline(element, self.context):
            return
        pieces = self.line(element, marks)
        if not pieces:
            return
        if all(piece.kind == "image" for piece in pieces):
            self.paragraph(pieces)
            return
        text = spell.heading(pieces, self.context.joiner)
        anchor = element.get("id")
        if anchor in self.context.anchors and re.fullmatch(r"[^\s{}]+", anchor):
            text += f" {{#{anchor}}}"
        self.context.roles["heading"] += 1
        self.add(Block(f"{'#' * int(element.tag[1])} {text}", "heading"))

    def quote(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Write a quotation."""
        blocks = self.inner(element, "quote", marks)
        if blocks:
            directive = role_directive("pull-quote") if is_pull_quote(element) else ""
            self.add(Block(directive + prefixed(joined(blocks), "> ", "> "), "quote"))

    def rule(self, _element: Element, _marks: tuple[Mark, ...]) -> None:
        """Write a rule."""
        self.add(Block("***", "rule"))

    def code(self, element: Element, _marks: tuple[Mark, ...]) -> None:
        """Write preformatted text as a block of code."""
        text = _verbatim(element).rstrip("\n")
        if not text.strip():
            return
        longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
        fence = "`" * (longest + 1)
        self.context.roles["code"] += 1
        self.add(Block(f"{fence}{_language(element)}\n{text}\n{fence}", "code"))


def _language(element: Element) -> str:
    """Return the language of a block of code, as highlighters name it."""
    for part in [element, *(inner for inner in element.all("code")), *[*element.ancestors()][:2]]:
        for name in part.get("class").split():
            match = re.fullmatch(r"(?:language|lang|highlight-source|brush:?)-?([\w+#.-]+)", name)
            if match:
                return match[1]
    return ""


def _verbatim(element: Element) -> str:
    """Return preformatted text, without the numbers of its lines."""
    out: list[str] = []
    path: list[Element | str] = [element]
    while path:
        node = path.pop()
        if isinstance(node, str):
            out.append(node)
        elif node.tag == "br":
            out.append("\n")
        elif node is element or not is_line_number(node):
            path.extend(reversed(node.children))
    return "".join(out)


WRITERS: dict[str, Callable[[BlockWriter, Element, tuple[Mark, ...]], None]] = {
    **dict.fromkeys(
        [
            "address",
            "article",
            "aside",
            "body",
            "center",
            "details",
            "dialog",
            "div",
            "fieldset",
            "footer",
            "form",
            "header",
            "hgroup",
            "html",
            "legend",
            "main",
            "nav",
            "search",
            "section",
            "summary",
            "dt",
            "dd",
            "li",
            "td",
            "th",
            "tr",
            "tbody",
            "thead",
            "tfoot",
            "option",
        ],
        BlockWriter.container,
    ),
    "p": BlockWriter.text_paragraph,
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), BlockWriter.heading),
    "blockquote": BlockWriter.quote,
    "hr": BlockWriter.rule,
    **dict.fromkeys(("ul", "ol", "dir", "menu"), write_list),
    "dl": write_definitions,
    "table": write_table,
    "figure": write_figure,
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), BlockWriter.code),
}
"""Who writes which element; all others are running text."""
