"""The outline of a document: its blocks and texts as tokens, compared before and after a translation is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from taiyaku.formats.markdown.parts import Setting, leaf_parts
from taiyaku.formats.markdown.tree import LEAVES, OPAQUE, Node, walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from taiyaku.formats.markdown.body import Body

Texts = tuple[tuple[str, str], ...]
"""The texts of a leaf: `(kind of place, text)` for each of its parts."""

Token = tuple[Any, ...]


def outline(body: Body, locale: str, changed: Mapping[Node, tuple[Texts, ...]] | None = None) -> list[Token]:
    """Return the tokens of the tree of `body`.

    `changed` says what some leaves will be: one set of texts for each paragraph that a leaf becomes, none where it
    is taken out. A container of which nothing is left goes with its content. A tight list may become a loose one.
    """
    outliner = _Outliner(body, locale, changed or {})
    walk(body.root.children, outliner.enter, outliner.leave)
    return outliner.tokens


class _Outliner:
    def __init__(self, body: Body, locale: str, changed: Mapping[Node, tuple[Texts, ...]]) -> None:
        self.body, self.locale, self.changed = body, locale, changed
        self.tokens: list[Token] = []
        self.quotes = 0

    def enter(self, node: Node) -> tuple[tuple[Node, int] | None, Sequence[Node]]:
        """Add the tokens of a leaf or an opaque block; a container is remembered with the place of its token."""
        if node.kind in LEAVES:
            self.leaf(node)
        elif not node.children or node.kind in OPAQUE:
            self.tokens.append((node.kind, _plain(node.detail), _unprefixed(self.body.data[node.start : node.end])))
        else:
            self.quotes += node.kind == "BlockQuote"
            self.tokens.append(("open", node.kind, _plain(node.detail)))
            return (node, len(self.tokens)), node.children
        return None, ()

    def leave(self, opened: tuple[Node, int] | None) -> None:
        """Close a container, or take it back if nothing is left in it."""
        if opened is None:
            return
        node, first = opened
        self.quotes -= node.kind == "BlockQuote"
        if len(self.tokens) == first:
            self.tokens.pop()
        else:
            self.tokens.append(("close", node.kind))

    def leaf(self, leaf: Node) -> None:
        versions = self.changed.get(leaf)
        if versions is None:
            parts, _ = leaf_parts(leaf, Setting(self.body.view, self.locale, self.quotes, self.body.restored))
            versions = (tuple((part.kind, part.text) for part in parts),)
        kind = "Paragraph" if leaf.kind == "Run" else leaf.kind
        detail = leaf.detail["level"] if leaf.kind == "Heading" else leaf.detail.frame if leaf.kind == "Tag" else None
        if versions and leaf.children and leaf.children[0].kind == "TaskListMarker":
            self.tokens.append(("TaskListMarker", leaf.children[0].detail))
        self.tokens += [(kind, detail, texts) for texts in versions]


def _unprefixed(raw: bytes) -> bytes:
    return b"".join(raw.split()) if b">" in raw else raw.strip()


def _plain(value: Any) -> Any:
    return tuple(sorted(value.items())) if isinstance(value, dict) else value
