"""Markdown events to HTML: what pulldown-cmark itself would write, and what an edition adds to it.

With default options the result equals `pyromark.html` byte for byte. It is not sanitized: raw HTML passes
through, as CommonMark requires, and the editions send every body through nh3.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.body import body_events
from taiyaku.formats.markdown.html_attributes import (
    Attribute,
    escaped_attribute,
    escaped_body,
    escaped_url,
    take_heading_attributes,
    with_extra,
    written,
)
from taiyaku.formats.markdown.html_elements import ALT, CONTAINERS, STYLES
from taiyaku.formats.markdown.html_options import HtmlOptions
from taiyaku.formats.markdown.html_tags import Asides, inline_tag
from taiyaku.formats.markdown.joints import Joints
from taiyaku.formats.markdown.notes import Footnotes, NoteSection
from taiyaku.formats.markdown.parts import only_image
from taiyaku.formats.markdown.ruby import ruby_html, ruby_text
from taiyaku.formats.markdown.tree import Node, descendants, inline_range, tree, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from taiyaku.formats.markdown.events import RangedEvent

__all__ = ["Footnotes", "HtmlOptions", "render"]


_PLAIN = HtmlOptions()


def render(
    events: Iterable[RangedEvent], options: HtmlOptions = _PLAIN, *, footnotes: dict[str, int] | None = None
) -> str:
    """Return the HTML of `events`: a whole text, or the balanced events of a part of one.

    `footnotes` holds the number of each label and is added to; when a text is rendered in parts, hand over
    the same one for each. With a `Footnotes`, the ids of references stay distinct across the parts, too.
    """
    writer = _Writer(options, {} if footnotes is None else footnotes)
    writer.write(tree(events).children)
    writer.write_notes()
    return writer.html()


_Opened = tuple[str, "Sequence[Node]"]
"""What closes an element, and the children to write before that."""


class _Writer:
    """Writes the nodes of a tree one after the other; each method opens one kind of them."""

    def __init__(self, options: HtmlOptions, numbers: dict[str, int]) -> None:
        self.options = options
        self.notes = NoteSection(numbers, options.id_prefix, options.footnote_back)
        self._out: list[str] = []
        self._at_line_start = True
        self._alignments: Sequence[str] = ()
        self._column = 0
        self._cell = "td"
        self._captioned: Node | None = None
        self._joints = Joints(options.locale)
        self._is_japanese = (options.locale or "").partition("-")[0] == "ja"
        self._asides = Asides(self._extra_at, self._title_html, self._body, self._url)

    def html(self) -> str:
        """Return what was written."""
        return "".join(self._out)

    def write(self, nodes: Iterable[Node]) -> None:
        """Write `nodes` and all within them."""
        walk(nodes, lambda node: _OPENERS[node.kind](self, node), self.put)

    def write_notes(self) -> None:
        """Write the footnotes that were gathered, if any; a note may refer to the next."""
        position = 0
        while note := self.notes.take():
            position += 1
            if position == 1:
                self.block('<section class="footnotes" role="doc-endnotes">\n<ol>\n')
            self.block(self.notes.item(note, position))
            self.write(note.children)
            self.put("</li>\n")
        if position:
            self.put("</ol>\n</section>\n")
        # A link back can be written only now that every reference is counted.
        for index, key in self.notes.backs:
            self._out[index] = self.notes.back_links(key)

    def put(self, html: str) -> None:
        """Write `html`, minding whether a line was ended."""
        if html:
            self._out.append(html)
            self._at_line_start = html.endswith("\n")

    def block(self, html: str) -> None:
        """Write `html` on a line of its own."""
        self.put(html if self._at_line_start else f"\n{html}")
        self._joints = Joints(self.options.locale)

    # Leaf blocks

    def paragraph(self, node: Node) -> _Opened:
        image = only_image(node) if self.options.figures else None
        if image is not None:
            return self.figure(node, image)
        self.block(f"<p{self._extra(node)}>")
        return "</p>\n", node.children

    def figure(self, node: Node, image: Node) -> _Opened:
        self.block(f"<figure{self._extra(node)}>")
        self._captioned = image
        caption = self._body(image.detail["title"])
        return f"<figcaption>{caption}</figcaption></figure>\n" if caption else "</figure>\n", node.children

    def heading(self, node: Node) -> _Opened:
        heading, level = node.detail, node.detail["level"].lower()
        own = [("id", heading["id"])] if heading["id"] is not None else []
        own += [("class", " ".join(heading["classes"]))] if heading["classes"] else []
        own += [(name, value or "") for name, value in heading["attrs"]]
        if self.options.heading_attributes:
            own += take_heading_attributes(node)
        self.block(f"<{level}{self._extra(node, own)}>")
        return f"</{level}>\n", node.children

    def term(self, node: Node) -> _Opened:
        self.block(f"<dt{self._extra(node)}>")
        return "</dt>\n", node.children

    def run(self, node: Node) -> _Opened:
        extra = self._extra(node)
        if not extra:
            return "", node.children
        inlines = node.children
        if inlines[0].kind == "TaskListMarker":
            self.task_marker(inlines[0])
            inlines = inlines[1:]
        self.put(f"<span{extra}>")
        return "</span>", inlines

    def code_block(self, node: Node) -> _Opened:
        language = node.detail["Fenced"].partition(" ")[0] if isinstance(node.detail, dict) else ""
        attribute = f' class="language-{escaped_attribute(language)}"' if language else ""
        self.block(f"<pre><code{attribute}>")
        self.put("".join(escaped_body(line.detail) for line in node.children))
        return "</code></pre>\n", ()

    def rule(self, _node: Node) -> _Opened:
        self.block("<hr />\n")
        return "", ()

    # Containers

    def container(self, node: Node) -> _Opened:
        opening, closing = CONTAINERS[node.kind]
        self.block(opening)
        return closing, node.children

    def quote(self, node: Node) -> _Opened:
        attribute = f' class="markdown-alert-{node.detail.lower()}"' if node.detail else ""
        self.block(f"<blockquote{attribute}>\n")
        return "</blockquote>\n", node.children

    def list_(self, node: Node) -> _Opened:
        if node.detail is None:
            self.block("<ul>\n")
            return "</ul>\n", node.children
        start = "" if node.detail == 1 else f' start="{node.detail}"'
        self.block(f"<ol{start}>\n")
        return "</ol>\n", node.children

    def footnote(self, node: Node) -> _Opened:
        if self.options.footnote_section:
            self.notes.add(node)
            return "", ()
        label = escaped_attribute(node.detail)
        number = self.notes.number(node.detail)
        self.block(
            f'<div class="footnote-definition" id="{label}"><sup class="footnote-definition-label">{number}</sup>'
        )
        return "</div>\n", node.children

    def transparent(self, node: Node) -> _Opened:
        return "", node.children

    def tag(self, node: Node) -> _Opened:
        html = self._asides.html(node)
        if html:
            self.block(html)
        return "", ()

    def hidden(self, _node: Node) -> _Opened:
        return "", ()

    # Tables

    def table(self, node: Node) -> _Opened:
        self._alignments = node.detail
        self.put("<table>")
        return "</tbody></table>\n", node.children

    def table_head(self, node: Node) -> _Opened:
        self._cell, self._column = "th", 0
        self.put("<thead><tr>")
        return "</tr></thead><tbody>\n", node.children

    def table_row(self, node: Node) -> _Opened:
        self._cell, self._column = "td", 0
        self.put("<tr>")
        return "</tr>\n", node.children

    def table_cell(self, node: Node) -> _Opened:
        alignment = self._alignments[self._column] if self._column < len(self._alignments) else "None"
        self._column += 1
        own = [] if alignment == "None" else [self._alignment(alignment.lower())]
        self.put(f"<{self._cell}{self._extra(node, own)}>")
        return f"</{self._cell}>", node.children

    def _alignment(self, side: str) -> Attribute:
        return ("class", f"align-{side}") if self.options.align_classes else ("style", f"text-align: {side}")

    # Inlines

    def text(self, node: Node) -> _Opened:
        self._join(self._base(node.detail))
        self.put(self._body(node.detail))
        return "", ()

    def code(self, node: Node) -> _Opened:
        self._join(node.detail)
        self.put(f"<code>{escaped_body(node.detail)}</code>")
        return "", ()

    def math(self, node: Node) -> _Opened:
        self._join(node.detail)
        kind = node.kind.removesuffix("Math").lower()
        self.put(f'<span class="math math-{kind}">{escaped_attribute(node.detail)}</span>')
        return "", ()

    def raw(self, node: Node) -> _Opened:
        self.put(node.detail)
        return "", ()

    def placeholder(self, node: Node) -> _Opened:
        words, html = inline_tag(node.detail, self._body, self._url)
        if words:
            self._join(words)
        self.put(html)
        return "", ()

    def soft_break(self, _node: Node) -> _Opened:
        self._joints.line_ended(len(self._out))
        self.put("\n")
        return "", ()

    def _join(self, shown: str) -> None:
        """Take out the line end before `shown`, if lines are joined there; an image shows nothing to go by."""
        at = self._joints.joined_at(shown)
        if at is not None:
            self._out[at] = ""

    def hard_break(self, _node: Node) -> _Opened:
        self._joints = Joints(self.options.locale)
        self.put("<br />\n")
        return "", ()

    def task_marker(self, node: Node) -> _Opened:
        checked = ' checked=""' if node.detail else ""
        self.put(f'<input disabled="" type="checkbox"{checked}/>\n')
        return "", ()

    def styled(self, node: Node) -> _Opened:
        self.put(f"<{STYLES[node.kind]}>")
        return f"</{STYLES[node.kind]}>", node.children

    def reference(self, node: Node) -> _Opened:
        self._join("")
        if self.options.footnote_section:
            self.put(("&#x2060;" if self._is_japanese else "") + self.notes.reference(node.detail))  # begins no line
        else:
            link = f'<a href="#{escaped_attribute(node.detail)}">{self.notes.number(node.detail)}</a>'
            self.put(f'<sup class="footnote-reference">{link}</sup>')
        return "", ()

    def back(self, node: Node) -> _Opened:
        self.notes.backs.append((len(self._out), node.detail))
        self.put("<back>")  # replaced when every reference is counted
        return "", ()

    def link(self, node: Node) -> _Opened:
        link = node.detail
        scheme = "mailto:" if link["link_type"] == "Email" else ""
        self.put(f'<a href="{self._url(scheme + link["dest_url"])}"{self._title(link["title"])}>')
        return "</a>", node.children

    def image(self, node: Node) -> _Opened:
        self._join("")
        title = "" if node is self._captioned else self._title(node.detail["title"])
        self.put(f'<img src="{self._url(node.detail["dest_url"])}" alt="{self._alt(node)}"{title} />')
        return "", ()

    # Parts of tags

    def _body(self, text: str) -> str:
        escaped = escaped_body(text)
        return ruby_html(escaped) if self.options.ruby else escaped

    def _title_html(self, markdown: str) -> str:
        """Return the HTML of a title that is Markdown; behind a full stop, so that it begins no list."""
        options = replace(self.options, attributes=None, footnote_section=False)
        events = body_events("." + markdown, math=False, dialects=self.options.dialects)
        return render(events, options).removeprefix("<p>.").removesuffix("</p>\n")

    def _url(self, url: str) -> str:
        return escaped_url(self.options.url(url) if self.options.url else url)

    def _title(self, title: str) -> str:
        return f' title="{escaped_attribute(self._base(title))}"' if title else ""

    def _base(self, text: str) -> str:
        return ruby_text(text, "base") if self.options.ruby else text

    def _alt(self, image: Node) -> str:
        return escaped_attribute("".join(self._alt_piece(node) for node in descendants(image)))

    def _alt_piece(self, node: Node) -> str:
        if node.kind == "FootnoteReference":
            return f"[{self.notes.number(node.detail)}]"
        value = self._base(node.detail) if node.kind == "Text" else node.detail
        return ALT.get(node.kind, "").format(value)

    def _extra(self, node: Node, own: Sequence[Attribute] = ()) -> str:
        """Return the attributes of a leaf block: its own and those the caller adds."""
        place = inline_range(node) if self.options.attributes else None
        if self.options.attributes is None or place is None:
            return written(own)
        return written(with_extra(own, self.options.attributes(*place)))

    def _extra_at(self, start: int, end: int, own: Sequence[Attribute]) -> str:
        """Return the attributes of what shows the values of a tag."""
        return written(with_extra(own, self.options.attributes(start, end)) if self.options.attributes else own)


_OPENERS: dict[str, Callable[[_Writer, Node], _Opened]] = {
    "Paragraph": _Writer.paragraph,
    "Heading": _Writer.heading,
    "DefinitionListTitle": _Writer.term,
    "Run": _Writer.run,
    "CodeBlock": _Writer.code_block,
    "Rule": _Writer.rule,
    **dict.fromkeys(CONTAINERS, _Writer.container),
    "BlockQuote": _Writer.quote,
    "List": _Writer.list_,
    "FootnoteDefinition": _Writer.footnote,
    "HtmlBlock": _Writer.transparent,
    "Tag": _Writer.tag,
    "MetadataBlock": _Writer.hidden,
    "Table": _Writer.table,
    "TableHead": _Writer.table_head,
    "TableRow": _Writer.table_row,
    "TableCell": _Writer.table_cell,
    "Text": _Writer.text,
    "Code": _Writer.code,
    "InlineMath": _Writer.math,
    "DisplayMath": _Writer.math,
    "Html": _Writer.raw,
    "InlineHtml": _Writer.raw,
    "Placeholder": _Writer.placeholder,
    "SoftBreak": _Writer.soft_break,
    "HardBreak": _Writer.hard_break,
    "TaskListMarker": _Writer.task_marker,
    **dict.fromkeys(STYLES, _Writer.styled),
    "FootnoteReference": _Writer.reference,
    "FootnoteBack": _Writer.back,
    "Link": _Writer.link,
    "Image": _Writer.image,
}
