"""The parser's events of a text in dialects: its tags as events of their own."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from taiyaku.formats.markdown.dialects.mask import mask
from taiyaku.formats.markdown.dialects.token import Token
from taiyaku.formats.markdown.events import events

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.formats.markdown.dialects.mask import Masks
    from taiyaku.formats.markdown.events import RangedEvent

_VERBATIM = frozenset({"HtmlBlock", "CodeBlock"})


def dialect_events(text: str, names: Sequence[str], *, math: bool = False) -> tuple[list[RangedEvent], Masks]:
    """Return the events of a text and what was hidden from the parser."""
    within_text: set[int] = set()
    while True:
        masks = mask(text, names, within_text)
        listed = events(masks.view, math=math)
        no_blocks = _no_blocks(listed, masks)
        if not no_blocks:
            break
        within_text |= no_blocks
    if not masks.ranges:
        return listed, masks
    return list(_Unmasker(text.encode(), masks, listed).events()), masks


class _Unmasker:
    def __init__(self, data: bytes, masks: Masks, listed: list[RangedEvent]) -> None:
        self.data, self.masks, self.listed = data, masks, listed
        self.view = masks.view.encode()
        self.no_lists = _no_lists(listed, masks)

    def events(self) -> Iterator[RangedEvent]:
        passing = verbatim = False  # inside of an HTML block that stands for tags; of code or other HTML
        for index, (event, where) in enumerate(self.listed):
            tag, kind = _kind(event)
            if tag == "Start" and kind == "HtmlBlock" and where["start"] in self.masks.blocks:
                passing = True
                for start, end, token in self.masks.blocks[where["start"]]:
                    yield {"Tag": token}, {"start": start, "end": end}
            elif passing:
                passing = not (tag == "End" and kind == "HtmlBlock")
            elif index in self.no_lists:
                yield from _closing(self.no_lists[index], where["end"])
            else:
                if kind in _VERBATIM:
                    verbatim = tag == "Start"
                yield from self.restored(event, where, verbatim=verbatim)

    def restored(self, event: Any, where: dict[str, int], *, verbatim: bool) -> Iterator[RangedEvent]:
        """An event with tags instead of what stands for them."""
        if event.__class__ is str:
            yield event, where
            return
        ((tag, detail),) = event.items()
        if tag == "End":
            yield event, where
        elif tag in {"Text", "Html"} and (verbatim or tag == "Html"):
            yield {tag: self.as_written(detail, where)}, where
        elif tag == "Text":
            yield from self.divided(detail, where)
        else:
            yield {tag: self.deep(detail)}, where

    def as_written(self, detail: str, where: dict[str, int]) -> str:
        """A line of code or HTML."""
        start, end = where["start"], where["end"]
        written, hidden = self.data[start:end], self.view[start:end]
        if written == hidden:
            return detail
        return written.decode() if hidden.decode() == detail else self.masks.restored(detail)

    def divided(self, text: str, where: dict[str, int]) -> Iterator[RangedEvent]:
        """A text divided at the tags in it."""
        for at, piece in self.masks.pieces(text):
            start = where["start"] + len(text[:at].encode())
            source = piece if isinstance(piece, str) else piece.source
            place = {"start": start, "end": start + len(source.encode())}
            yield ({"Text": piece} if isinstance(piece, str) else {"Placeholder": piece}), place

    def deep(self, detail: Any, key: str = "") -> Any:
        """The details of an event with the tags put back; addresses with what the tags lead to."""
        if isinstance(detail, str):
            return self.masks.addressed(detail) if key == "dest_url" else self.masks.restored(detail)
        if isinstance(detail, dict):
            return {name: self.deep(value, name) for name, value in detail.items()}
        return detail


def _kind(event: Any) -> tuple[str, str]:
    """Whether an event starts or ends something, and what."""
    if event.__class__ is str:
        return "", event
    ((tag, detail),) = event.items()
    if tag not in {"Start", "End"}:
        return "", tag
    return tag, detail if detail.__class__ is str else next(iter(detail))


def _no_blocks(listed: list[RangedEvent], masks: Masks) -> set[int]:
    """Return where tags begin that should be blocks, but are part of a text, as far indented further lines are."""
    left = set(masks.blocks)
    if not left:
        return left
    places = sorted(left)
    for event, where in listed:
        tag, kind = _kind(event)
        if tag == "Start" and kind in _VERBATIM:
            inside = places[bisect_left(places, where["start"]) : bisect_left(places, where["end"])]
            left.difference_update(inside)
    return {masks.blocks[at][0][2].start for at in left}


def _closing(header: Token | None, end: int) -> Iterator[RangedEvent]:
    """The end of what is indented below a line."""
    if header is not None:
        token = Token(header.dialect, "close", header.name, "", header.end, paired=True)
        yield {"Tag": token}, {"start": end, "end": end}


def _no_lists(listed: list[RangedEvent], masks: Masks) -> dict[int, Token | None]:
    """Return the events of items that stand for what is indented, and of lists of such items only.

    Where an item ends, with the line that it began with.
    """
    found: dict[int, Token | None] = {}
    lists: list[tuple[int, list[tuple[int, Token | None]]]] = []
    items: list[tuple[int, list[tuple[int, Token | None]]]] = []
    for index, (event, _) in enumerate(listed if masks.items else ()):
        tag, kind = _kind(event)
        if tag == "Start" and kind == "List":
            lists.append((index, []))
        elif tag == "Start" and kind == "Item":
            items.append((index, lists[-1][1]))
        elif tag == "End" and kind == "Item":
            start, of_list = items.pop()
            header = masks.items.get(listed[start + 1][1]["start"])  # by the block that the item begins with
            of_list += [(start, None), (index, header)]
        elif tag == "End" and kind == "List":
            start, of_list = lists.pop()
            if all(header is not None for _, header in of_list[1::2]):
                found |= {start: None, index: None} | dict(of_list)
    return found
