"""The parser's events as one tree, which the reader of articles and the writers of editions share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from taiyaku.formats.markdown.events import RangedEvent

T = TypeVar("T")

LEAVES = frozenset({"Paragraph", "Heading", "TableCell", "DefinitionListTitle", "Run", "Tag"})
"""Blocks that hold inlines only, and the tags of a dialect that stand by themselves."""

OPAQUE = frozenset({"CodeBlock", "HtmlBlock", "MetadataBlock"})
"""Blocks whose content is not Markdown."""

TEXTS = frozenset({"Text", "Code", "InlineMath", "DisplayMath"})
"""Inlines that show a text of their own."""

BREAKS = frozenset({"SoftBreak", "HardBreak"})

_STYLES = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"})
_INLINES = TEXTS | BREAKS | _STYLES | {"InlineHtml", "FootnoteReference", "TaskListMarker", "Placeholder"}
_CONTAINERS = frozenset({"Document", "BlockQuote", "Item", "DefinitionListDefinition", "FootnoteDefinition"})


class Node:
    """One element of a text: a pair of Start and End with what lies between, or a single event.

    `kind` and `detail` are the event's (`"List"` and 1, `"Text"` and the text), except for two kinds of our own:
    "Document" is the root, and a "Run" holds neighbouring inlines that lie bare in a container, as in an item of a
    tight list. `start` and `end` are bytes of UTF-8; `first` and `last` bound its events, half-open.
    """

    __slots__ = ("children", "detail", "end", "first", "kind", "last", "start")

    def __init__(self, kind: str, detail: Any = None, start: int = 0, end: int = 0, first: int = 0) -> None:
        self.kind = kind
        self.detail = detail
        self.start = start
        self.end = end
        self.first = first
        self.last = first + 1
        self.children: list[Node] = []

    def __repr__(self) -> str:
        return f"<{self.kind} {self.detail!r} {self.start}:{self.end}, {len(self.children)} children>"

    def leaves(self) -> Iterator[Node]:
        """Yield the leaf blocks from this one down, in the order of the text."""
        path = [self]
        while path:
            node = path.pop()
            if node.kind in LEAVES:
                yield node
            elif node.kind not in OPAQUE:
                path.extend(reversed(node.children))


def tree(events: Iterable[RangedEvent]) -> Node:  # noqa: C901, PLR0912, PLR0915 (the innermost loop of all reading: no calls)
    """Return the document of `events` (a whole text, or the balanced events of a part of one)."""
    root = parent = Node("Document")
    path = [root]
    siblings = root.children
    merged = ""  # the text that `merging` will have: put together here, since adding to an attribute copies all of it
    merging = root
    index = -1
    for index, (event, where) in enumerate(events):
        kind: str
        detail: Any
        if merged and (event.__class__ is str or "Text" not in event):
            merging.detail, merged = merged, ""
        if event.__class__ is str:
            tag, kind, detail = "", event, None
        else:
            ((tag, detail),) = event.items()
            kind = tag
            if tag == "Text":
                # The parser splits texts at escapes and entities. A brace behind a backslash opens no reading and no
                # attributes, so it begins a text of its own.
                before = siblings[-1] if siblings else root
                if before.kind == "Text" and (detail[:1] != "{" or before.end >= where["start"]):
                    if not merged:
                        merged, merging = before.detail, before
                    merged += detail
                    before.end = where["end"]
                    continue
                if merged:
                    merging.detail, merged = merged, ""
            elif tag == "End":
                if parent.kind == "Run":
                    _close_run(path, index)
                path.pop().last = index + 1
                parent = path[-1]
                siblings = parent.children
                continue
            elif tag == "Start":
                if detail.__class__ is str:
                    kind, detail = detail, None
                else:
                    ((kind, detail),) = detail.items()
        if kind in _INLINES:
            if parent.kind in _CONTAINERS:
                parent = _open_run(path, where["start"], index)
                siblings = parent.children
        elif parent.kind == "Run":
            parent = _close_run(path, index)
            siblings = parent.children
        node = Node(kind, detail, where["start"], where["end"], index)
        siblings.append(node)
        if tag == "Start":
            path.append(node)
            parent = node
            siblings = node.children
    if merged:
        merging.detail = merged
    if parent.kind == "Run":
        _close_run(path, index + 1)
    root.last = index + 1
    return root


def _open_run(path: list[Node], start: int, index: int) -> Node:
    run = Node("Run", None, start, start, index)
    path[-1].children.append(run)
    path.append(run)
    return run


def _close_run(path: list[Node], index: int) -> Node:
    """Close the run that `path` ends with before the event at `index`; return what it stands in."""
    run = path.pop()
    run.end = run.children[-1].end
    run.last = index
    return path[-1]


def inline_range(node: Node) -> tuple[int, int] | None:
    """Return the bytes from the first to the last inline of a leaf block; None if it is empty.

    The parser's ranges leave out a backslash before the first character and the `[]` of a last `[label][]`.
    """
    inlines = [child for child in node.children if child.kind in _INLINES and child.kind != "TaskListMarker"]
    return (inlines[0].start, inlines[-1].end) if inlines else None


def walk(nodes: Iterable[Node], enter: Callable[[Node], tuple[T, Sequence[Node]]], leave: Callable[[T], None]) -> None:
    """Visit `nodes` depth first: `enter` names the children to visit and what `leave` gets after them.

    Without recursion, since a file can nest its quotations thousands deep.
    """
    path: list[tuple[Iterator[Node], T]] = []
    current = iter(nodes)
    while True:
        for node in current:
            result, children = enter(node)
            path.append((current, result))
            current = iter(children)
            break
        else:
            if not path:
                return
            current, result = path.pop()
            leave(result)


def descendants(node: Node) -> Iterator[Node]:
    """Yield everything inside `node`, in the order of the text."""
    path = node.children[::-1]
    while path:
        inner = path.pop()
        yield inner
        if inner.children:
            path.extend(reversed(inner.children))
