"""The door to the HTML parser: a page as a tree of plain values.

Lexbor (through selectolax) builds the tree as the HTML Standard says, so that what browsers repair is repaired the same
way: cells without `</td>`, `<rt>` without an end, blocks inside links. Nothing is fetched, and no script is run.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from taiyaku.errors import Phrase, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selectolax.lexbor import LexborNode

LIMIT = 10_000_000
"""HTML longer than this many code points is refused."""

ELEMENTS = 100_000
"""More elements than this are refused: time goes with their number, and the longest pages have some ten thousand."""

DEPTH = 150
"""Elements nested deeper than this are refused: pages that people read need a few dozen levels."""

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
VERBATIM = frozenset({"script", "style", "noembed", "noframes", "template", "textarea"})
"""Elements whose text is no text of the page."""

_TAG_LENGTH = 20_000
_ATTRIBUTES = 2_500  # in a tag of that length; longer ones hold images, or sizes of images

_ENDED_BY_THE_NEXT = frozenset(
    [
        "body",
        "colgroup",
        "dd",
        "dt",
        "head",
        "html",
        "li",
        "option",
        "p",
        "rp",
        "rb",
        "rt",
        "rtc",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<verbatim>script|style|textarea|title)\b.*?(?:</(?P=verbatim)|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)


class Element:
    """An element: its name in lower case, its attributes, and what is in it. Equal to itself only."""

    __slots__ = ("attributes", "children", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None) -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Element | str] = []

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attributes}, {len(self.children)} children>"

    def get(self, name: str) -> str:
        """Return an attribute without the white space around it, "" if there is none."""
        return self.attributes.get(name, "").strip()

    def elements(self) -> Iterator[Element]:
        """Yield this element and all within it, in the order of the page."""
        path: list[Element] = [self]
        while path:
            element = path.pop()
            yield element
            path.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements with one of these names, this one included."""
        return (element for element in self.elements() if element.tag in tags)

    def first(self, *tags: str) -> Element | None:
        """Return the first element with one of these names."""
        return next(self.all(*tags), None)

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements around this one, the nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def without(self, gone: Callable[[Element], bool]) -> Iterator[str]:
        """Yield the texts in this element, leaving out elements that are `gone`."""
        path: list[Element | str] = [self]
        while path:
            node = path.pop()
            if isinstance(node, str):
                yield node
            elif node.tag not in VERBATIM and not gone(node):
                path.extend(reversed(node.children))

    def text(self) -> str:
        """Return the text in this element, white space collapsed."""
        return " ".join("".join(self.without(lambda _: False)).split())

    def remove(self) -> None:
        """Take this element out of the tree."""
        if self.parent is not None:
            self.parent.children = [child for child in self.parent.children if child is not self]


class Page(NamedTuple):
    """What was parsed: the root, whether it is a whole page (else a fragment of one), and where comments stand."""

    root: Element
    is_whole: bool
    comments: tuple[tuple[Element, str], ...]


def parse(html: str) -> Page:
    """Parse a page or a fragment. Raises UnreadableError where it is too long, has too many elements or is too deep."""
    if len(html) > LIMIT:
        raise UnreadableError(
            Phrase("the HTML is longer than {limit} characters", limit=LIMIT),
            hint=Phrase("save the article alone, or in parts"),
        )
    _refuse_excess(html)
    parsed = LexborHTMLParser(html).root
    root = Element("html", {}, None)
    comments: list[tuple[Element, str]] = []
    path: list[tuple[LexborNode | None, Element]] = [(parsed.first_child if parsed else None, root)]
    while path:
        node, parent = path.pop()
        while node is not None:
            if node.is_text_node:
                parent.children.append(node.text_content or "")
            elif node.is_comment_node:
                comments.append((parent, (node.comment_content or "").strip()))
            elif node.is_element_node:
                element = Element(node.tag or "", _attributes(node), parent)
                parent.children.append(element)
                if node.first_child is not None:
                    if len(path) > DEPTH:
                        raise _too_deep()
                    path.append((node.next, parent))
                    node, parent = node.first_child, element
                    continue
            node = node.next
    if parsed is not None:
        root.attributes = _attributes(parsed)
    return Page(root, _PAGE.search(html) is not None, tuple(comments))


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name.lower(): value or "" for name, value in node.attributes.items()}


def _refuse_excess(html: str) -> None:
    """Refuse absurd nesting and numbers, before minutes are spent on them: time grows with depth squared."""
    opened: Counter[str] = Counter()
    depth = count = 0
    for match in _TAG.finditer(html):
        name = (match["name"] or "").lower()
        count += bool(name and not match["end"])
        if count > ELEMENTS:
            raise UnreadableError(
                Phrase("the HTML has more than {limit} elements", limit=ELEMENTS),
                hint=Phrase("save the article alone, or in parts"),
            )
        if name and html.find(">", match.end(), match.end() + _TAG_LENGTH) < 0:
            _refuse_attributes(html[match.end() : match.end() + _TAG_LENGTH])
        if not name or name in VOID or name in _ENDED_BY_THE_NEXT:
            continue
        if not match["end"]:
            opened[name] += 1
            depth += 1
            if depth > DEPTH * 4:  # some are never closed, which is no depth
                raise _too_deep()
        elif opened[name]:
            opened[name] -= 1
            depth -= 1


def _refuse_attributes(tag: str) -> None:
    """Refuse a tag with thousands of attributes, among which a parser looks for doubles."""
    if "<" not in tag and len(re.findall(r"\s", tag)) > _ATTRIBUTES:
        raise UnreadableError(Phrase("a tag of the HTML has more than {limit} attributes", limit=_ATTRIBUTES))


def _too_deep() -> UnreadableError:
    return UnreadableError(
        Phrase("the HTML is nested more than {limit} elements deep", limit=DEPTH),
        hint=Phrase("copy the article from the browser and import the text"),
    )


def numbered_html(root: Element, name: str) -> tuple[str, list[Element]]:
    """Return the tree as HTML without scripts, the number of each element in the attribute `name`, and the elements."""
    out: list[str] = []
    elements: list[Element] = []
    path: list[Element | str] = [root]
    while path:
        node = path.pop()
        if isinstance(node, str):
            out.append(node)  # written already
            continue
        if node.tag in VERBATIM:
            continue
        attributes = "".join(
            f' {key}="{escape(node.get(key))}"' for key in ("class", "id", "href", "src") if node.get(key)
        )
        out.append(f'<{node.tag}{attributes} {name}="{len(elements)}">')
        elements.append(node)
        if node.tag not in VOID:
            path.append(f"</{node.tag}>")
            path.extend(escape(child) if isinstance(child, str) else child for child in reversed(node.children))
    return "".join(out), elements
