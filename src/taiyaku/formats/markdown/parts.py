"""The translatable parts of a leaf: its text, or the alternative texts and captions of the images it consists of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.formats.markdown.lines import joined, line_prefix
from taiyaku.formats.markdown.places import before_attributes, decode
from taiyaku.formats.markdown.tree import BREAKS, TEXTS, Node, descendants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from taiyaku.formats.markdown.places import PlaceKind

_TITLE = re.compile(
    rb"""(?:"(?P<d>(?:\\.|[^"\\])*)"|'(?P<s>(?:\\.|[^'\\])*)'|\((?P<p>(?:\\.|[^()\\])*)\))[ \t\r\n>]*\)\Z""",
    re.DOTALL,
)
_URL = re.compile(r"(?:https?|mailto|ftp):\S+", re.IGNORECASE)
_LEAF_KINDS: dict[str, PlaceKind] = {"TableCell": "cell", "DefinitionListTitle": "setext"}
_SHOWN = TEXTS - {"Text"} | {"FootnoteReference"}


class Part(NamedTuple):
    """A text in a leaf. `start` and `end` are bytes; `prefix` starts each further line of it.

    `image` is the address of the image that an `alt` or `title` belongs to; `quote` closes a title. `label` is what
    an alternative text stands for as well in `![label]` and `![label][]`: translated, it must be written out. `role` is
    that of a value of the tag called `image`.
    """

    kind: PlaceKind
    text: str
    start: int
    end: int
    prefix: str = ""
    quote: str = ""
    image: str | None = None
    label: str = ""
    role: str = ""

    @property
    def is_value(self) -> bool:
        """Whether this is a value of an image or a tag, which stay without it, and not the text of its leaf."""
        return self.kind in {"alt", "title", "parameter"}


class Setting(NamedTuple):
    """Where leaves stand: their text in bytes, its locale, and how many quotations are around them.

    Of a text in dialects, `data` is what the parser saw, and `restored` puts the tags back into a piece of it.
    """

    data: bytes
    locale: str
    quotes: int = 0
    restored: Callable[[str], str] = str

    def quoted(self) -> Setting:
        """Return the setting inside one more quotation."""
        return self._replace(quotes=self.quotes + 1)


def leaf_parts(leaf: Node, setting: Setting) -> tuple[list[Part], bool]:
    """Return the parts of a leaf, and whether they are for a translator: code, addresses and formulas alone are not."""
    if leaf.kind == "Tag":
        return _tag_parts(leaf), True
    inlines = _content(leaf)
    if not inlines:
        return [], False
    words = _has_words(inlines) or _has_words(_surface(inlines))
    if not words:
        shown = [inline for inline in _surface(inlines) if inline.kind == "Image" or _may_have_values(inline)]
        if shown and _SHOWN.isdisjoint(inline.kind for inline in _surface(inlines)):
            return [part for inline in shown for part in _value_parts(inline, setting)], True
        words = any(_has_words(image.children) for image in shown)
    part = _text_part(leaf, inlines, setting)
    return [part], words and bool(part.text) and not _is_address(part.text, inlines)


def _may_have_values(inline: Node) -> bool:
    return inline.kind == "Placeholder" and inline.detail.form in {"tag", "html"}


def _value_parts(inline: Node, setting: Setting) -> list[Part]:
    return _image_parts(inline, setting) if inline.kind == "Image" else _tag_parts(inline)


def _has_words(inlines: Iterable[Node]) -> bool:
    for inline in inlines:
        if inline.kind == "Text" and inline.detail.strip(" \t"):
            return True
        if inline.kind == "Placeholder" and inline.detail.has_words:
            return True
    return False


def _content(leaf: Node) -> list[Node]:
    """The inlines of a leaf without the box of a task and without breaks at the end."""
    inlines = leaf.children
    if inlines and inlines[0].kind == "TaskListMarker":
        inlines = inlines[1:]
    while inlines and inlines[-1].kind in BREAKS:
        inlines = inlines[:-1]
    if leaf.kind == "Heading" and inlines and is_unseen(inlines[-1]):
        inlines = inlines[:-1]
    return inlines


def is_unseen(node: Node) -> bool:
    """Whether this is a tag that shows nothing: a comment, or the attributes of what stands before it."""
    return node.kind in {"Placeholder", "Tag"} and node.detail.form in {"attributes", "comment"}


def only_image(paragraph: Node) -> Node | None:
    """Return the image that is all of a paragraph, bare or as all of one link; attributes are nothing beside it."""
    inner = paragraph
    while inner.kind in {"Paragraph", "Link"}:
        children = [child for child in inner.children if not is_unseen(child)]
        if len(children) != 1:
            return None
        inner = children[0]
    return inner if inner.kind == "Image" else None


def _surface(inlines: list[Node]) -> Iterator[Node]:
    """The inlines with emphasis and links opened, but images whole."""
    path = inlines[::-1]
    while path:
        inline = path.pop()
        if inline.children and inline.kind != "Image":
            path.extend(reversed(inline.children))
        else:
            yield inline


def _is_address(text: str, inlines: list[Node]) -> bool:
    only = inlines[0]
    if len(inlines) == 1 and only.kind == "Link" and only.detail["link_type"] in {"Autolink", "Email"}:
        return True
    return " " not in text and _URL.fullmatch(text) is not None


def _text_part(leaf: Node, inlines: list[Node], setting: Setting) -> Part:
    data = setting.data
    start, end = inlines[0].start, inlines[-1].end
    if data[start - 1 : start] == b"\\" and inlines[0].kind == "Text" and not data[start : start + 1].isalnum():
        start -= 1  # the event of an escaped character begins behind its backslash
    if data[end : end + 2] == b"[]":
        end += 2  # a collapsed reference's event leaves its [] out
    while data[end - 1] in b" \t\r\n":
        end -= 1
    kind = _LEAF_KINDS.get(leaf.kind, "block")
    if leaf.kind == "Heading":
        kind = "heading" if b"#" in data[leaf.start : start] else "setext"
        end = _before_attributes(data, start, end)
    prefix = line_prefix(data, start) if kind in {"block", "setext"} else ""
    return Part(kind, setting.restored(decode(_text(leaf, start, end, setting), kind)), start, end, prefix)


def _text(node: Node, start: int, end: int, setting: Setting) -> str:
    """The text of some bytes within `node`."""
    raw = setting.data[start:end]
    if b"\n" not in raw and b"\r" not in raw:
        return raw.decode()
    breaks = [inner.start - start for inner in descendants(node) if inner.kind == "HardBreak" and inner.start >= start]
    return joined(raw, setting.locale, setting.quotes, breaks)


def _before_attributes(data: bytes, start: int, end: int) -> int:
    """Where the text of a heading ends before `{#id .class}`."""
    if data[end - 1 : end] != b"}":
        return end
    text = data[start:end].decode()
    return start + len(text[: before_attributes(text)].rstrip(" \t").encode())


def _image_parts(image: Node, setting: Setting) -> list[Part]:
    data, address = setting.data, image.detail["dest_url"]
    start = end = image.start + 2
    parts = []
    if image.children:
        end = image.children[-1].end
        while data[end : end + 2] == b"[]":
            end += 2
        end = data.find(b"]", end, image.end)
        text = setting.restored(decode(_text(image, start, end, setting), "alt"))
        kind = image.detail["link_type"]
        label = image.detail["id"] if kind in {"Collapsed", "Shortcut"} else ""
        if data[end : end + 3] == b"][]":
            end += 2  # what is replaced is the `label][` of `![label][]`
        parts.append(Part("alt", text, start, end, image=address, label=label))
    if image.detail["title"] and image.detail["link_type"] == "Inline":
        found = _TITLE.search(data, end, image.end)
        if found:
            group = found.lastgroup or "d"
            quote = {"d": '"', "s": "'", "p": ")"}[group]
            start, end = found.span(group)
            text = setting.restored(decode(_text(image, start, end, setting), "title", quote))
            parts.append(Part("title", text, start, end, quote=quote, image=address))
    return parts


def _tag_parts(leaf: Node) -> list[Part]:
    tag = leaf.detail
    return [
        Part(
            "parameter",
            tag.text(value),
            leaf.start + len(tag.source[: value.start].encode()),
            leaf.start + len(tag.source[: value.end].encode()),
            quote=value.escape,
            image=tag.name,
            role=value.role,
        )
        for value in tag.values
    ]
