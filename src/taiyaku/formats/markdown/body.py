"""The body of an article, parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.formats.markdown.events import each_event, events
from taiyaku.formats.markdown.tree import Node, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taiyaku.formats.markdown.events import RangedEvent


class Body(NamedTuple):
    """A text as bytes and its tree of blocks, whose offsets are bytes of it.

    `view` is what the parser saw: where tags of dialects were hidden, other bytes, as many. `restored` puts the tags
    back into a piece of it.
    """

    data: bytes
    view: bytes
    root: Node
    restored: Callable[[str], str] = str


def parse_body(text: str, *, math: bool, dialects: Sequence[str]) -> Body:
    """Parse an article's text without its front matter."""
    data = text.encode()
    if not dialects:
        return Body(data, data, tree(each_event(text, math=math)))
    from taiyaku.formats.markdown.dialects.parse import dialect_events

    listed, masks = dialect_events(text, dialects, math=math)
    return Body(data, masks.view.encode(), tree(listed), masks.restored)


def body_events(text: str, *, math: bool, dialects: Sequence[str]) -> list[RangedEvent]:
    """Return the parser's events of an article's text, with the tags of dialects."""
    if not dialects:
        return events(text, math=math)
    from taiyaku.formats.markdown.dialects.parse import dialect_events

    return dialect_events(text, dialects, math=math)[0]
