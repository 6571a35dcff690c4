"""The inlines of one block as plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.ruby import RubyStyle, ruby_text
from taiyaku.formats.markdown.tree import BREAKS, TEXTS, Node, descendants, walk
from taiyaku.text.lines import joint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taiyaku.formats.markdown.dialects.token import Token

# A whole script or style, a comment, or one tag. Each alternative ends at the latest at the end of the text or
# at the next `<`, so that no input makes the search quadratic.
_MARKUP = re.compile(r"(?is)(<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)|<!--.*?(?:-->|\Z)|<[a-z/!?][^<>]*>)")
_TAG_NAME = re.compile(r"<(/?[a-zA-Z]+)")


@dataclass(frozen=True, slots=True)
class PlainOptions:
    """What `plain.plain_text` was asked for."""

    locale: str
    ruby: RubyStyle
    links: bool
    url: Callable[[str], str] | None


_Opened = tuple["Callable[[], None]", "Sequence[Node]"]
"""What to do when an inline ends, and the children to write before that."""


class InlineText:
    """Writes the inlines of one block after the other; `number` tells the number of a footnote."""

    def __init__(self, options: PlainOptions, number: Callable[[str], int]) -> None:
        self._options = options
        self._number = number
        self._parts: list[str] = []
        self._soft = False
        self._muted = False

    def of(self, nodes: Sequence[Node]) -> str:
        """Return the text of `nodes`."""
        self._begin()
        walk(nodes, lambda node: _OPENERS[node.kind](self, node), lambda leave: leave())
        return "".join(self._parts).strip(" \t\n")

    def of_html(self, html: str) -> str:
        """Return the text between the tags of `html`."""
        self._begin()
        for index, piece in enumerate(_MARKUP.split(html)):
            if index % 2:
                self._tag(piece)
            else:
                self._put(unescape(piece))
        lines = (line.strip() for line in "".join(self._parts).split("\n"))
        return "\n".join(line for line in lines if line)

    def of_tag(self, token: Token) -> str:
        """Return what stands for a tag of a dialect between blocks; of one that nobody can show, its texts."""
        self._begin()
        self._put_tag(token, "\n".join(token.texts().values()))
        return "".join(self._parts).strip(" \t\n")

    # One kind of inline each

    def text(self, node: Node) -> _Opened:
        """Write text with its readings."""
        self._put(ruby_text(node.detail, self._options.ruby))
        return _nothing, ()

    def verbatim(self, node: Node) -> _Opened:
        """Write code or a formula."""
        self._put(node.detail)
        return _nothing, ()

    def soft_break(self, _node: Node) -> _Opened:
        """Remember that a line ended; what follows decides how it is joined."""
        self._soft = True
        return _nothing, ()

    def hard_break(self, _node: Node) -> _Opened:
        """End the line."""
        self._put("\n")
        return _nothing, ()

    def raw(self, node: Node) -> _Opened:
        """Drop one tag."""
        self._tag(node.detail)
        return _nothing, ()

    def placeholder(self, node: Node) -> _Opened:
        """Write what stands for a tag of a dialect; of a value unknown here, the tag."""
        self._put_tag(node.detail, node.detail.source if node.detail.form == "output" else "")
        return _nothing, ()

    def task_marker(self, node: Node) -> _Opened:
        """Write the box of a task."""
        self._put("[x] " if node.detail else "[ ] ")
        return _nothing, ()

    def reference(self, node: Node) -> _Opened:
        """Write the mark of a footnote."""
        self._put(f"[{self._number(node.detail)}]")
        return _nothing, ()

    def styled(self, node: Node) -> _Opened:
        """Drop the emphasis."""
        return _nothing, node.children

    def link(self, node: Node) -> _Opened:
        """Write a link's text, then its address."""
        return partial(self._end_link, node.detail["dest_url"], len(self._parts)), node.children

    def image(self, node: Node) -> _Opened:
        """Write `[alternative text] caption`."""
        alt = "".join(self._alt_piece(inner) for inner in descendants(node)).strip()
        caption = ruby_text(node.detail["title"], self._options.ruby)
        self._put(" ".join(filter(None, [f"[{alt}]" if alt else "", caption])))
        return _nothing, ()

    # How it is written

    def _begin(self) -> None:
        self._parts = []
        self._soft = self._muted = False

    def _put(self, text: str) -> None:
        """Write `text`, after a pending soft break."""
        if self._muted or not text:
            return
        if self._soft and self._parts:
            self._parts.append(joint(self._parts[-1], text, self._options.locale))
        self._soft = False
        self._parts.append(text)

    def _tag(self, tag: str) -> None:
        """Drop a tag, except that a line stays ended and readings stay apart from what they belong to."""
        found = _TAG_NAME.match(tag)
        name = found[1].lower() if found else ""
        if name == "br":
            self._put("\n")
        elif name in {"rp", "/rp"} or (name in {"rt", "/rt"} and self._options.ruby == "base"):
            self._muted = not name.startswith("/")
        elif name in {"rt", "/rt"}:
            self._muted = False
            self._put("（" if name == "rt" else "）")

    def _put_tag(self, token: Token, otherwise: str) -> None:
        from taiyaku.formats.markdown.dialects.shown import shown

        found = shown(token)
        if found is None:
            self._put(otherwise)
        elif found.kind == "html":
            self._tag(found.text)
        elif found.kind == "figure":
            self._put(" ".join(filter(None, [f"[{found.text}]" if found.text else "", found.caption])))
        else:
            self._put(ruby_text(found.text, self._options.ruby))
            if found.kind == "link":
                self._end_link(found.address, len(self._parts) - 1)

    def _end_link(self, url: str, start: int) -> None:
        """Write the address of a link whose text began at part `start`, unless the text says it."""
        text = "".join(self._parts[start:]).strip()
        target = self._options.url(url) if self._options.url else url
        if (
            self._options.links
            and target
            and not target.startswith("#")
            and _bare(text) not in {_bare(url), _bare(target)}
        ):
            self._put(f" <{target}>")

    def _alt_piece(self, node: Node) -> str:
        if node.kind in BREAKS:
            return " "
        if node.kind == "Text":
            return ruby_text(node.detail, "base")
        return str(node.detail) if node.kind in TEXTS else ""


def _bare(url: str) -> str:
    """Return an address without what nobody types: `https://example.org/` is `example.org`."""
    return re.sub(r"\A(?:https?://|mailto:)", "", url).removesuffix("/")


def _nothing() -> None:
    """End an inline that has nothing to end."""


_OPENERS: dict[str, Callable[[InlineText, Node], _Opened]] = {
    "Text": InlineText.text,
    **dict.fromkeys(["Code", "InlineMath", "DisplayMath"], InlineText.verbatim),
    "SoftBreak": InlineText.soft_break,
    "HardBreak": InlineText.hard_break,
    "InlineHtml": InlineText.raw,
    "Placeholder": InlineText.placeholder,
    "TaskListMarker": InlineText.task_marker,
    "FootnoteReference": InlineText.reference,
    **dict.fromkeys(["Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"], InlineText.styled),
    "Link": InlineText.link,
    "Image": InlineText.image,
}
