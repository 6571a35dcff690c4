"""Figures: images with a caption, and other things with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.html import spell
from taiyaku.importers.html.layout import Block, plain
from taiyaku.importers.html.tree import Element

if TYPE_CHECKING:
    from taiyaku.importers.html.blocks import BlockWriter
    from taiyaku.importers.html.context import Context
    from taiyaku.importers.html.pieces import Mark, Piece


def write_figure(writer: BlockWriter, element: Element, marks: tuple[Mark, ...]) -> None:
    """Write a figure: one image with its caption as title, else what is in it with the caption as a paragraph."""
    captions = [part for part in element.all("figcaption") if _figure_of(part) is element]
    pieces = [piece for caption in captions for piece in writer.line(caption, marks)]
    for caption in captions:
        caption.remove()
    content = Element("div", {}, element.parent)
    content.children = element.children
    blocks = writer.inner(content, writer.role, marks)
    text = plain(pieces, writer.context.joiner)
    if len(blocks) == 1 and blocks[0].image is not None:
        writer.add(captioned(blocks[0], pieces, writer.context) if text else blocks[0])
        return
    for block in blocks:
        writer.add(block)
    if text:
        writer.paragraph(pieces, "caption")


def _figure_of(part: Element) -> Element | None:
    return next((around for around in part.ancestors() if around.tag == "figure"), None)


def captioned(block: Block, pieces: list[Piece], context: Context) -> Block:
    """Return the paragraph of an image with its caption, of which only the marks can be lost: they are told."""
    image = block.image
    text = plain(pieces, context.joiner)
    if image is None or not text:
        return block
    address, title = image.extra
    if title and title not in text:
        context.remarks.add(Phrase("the title of an image gave way to its caption: {title}", title=title))
    for mark in dict.fromkeys(mark for piece in pieces for mark in piece.marks):
        if mark.kind == "link":
            context.remarks.add(Phrase("a caption cannot hold a link: {address}", address=mark.value), at=mark.value)
    if any(mark.kind in {"em", "strong", "del", "code"} for piece in pieces for mark in piece.marks):
        context.remarks.add(Phrase("a caption cannot hold emphasis: {text}", text=text[:60]))
    if any(piece.kind == "note" for piece in pieces):
        context.remarks.add(Phrase("a caption cannot hold a footnote: {text}", text=text[:60]), doubtful=True)
    context.roles["caption"] += 1
    pictured = image._replace(extra=(address, text))
    return Block(spell.block([pictured]), block.kind, block.loose, pictured)
