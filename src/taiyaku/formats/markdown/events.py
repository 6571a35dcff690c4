"""The door to the Markdown parser: its events, with the options under which taiyaku reads every article.

An event is what pyromark yields: a name (`"SoftBreak"`), or a dict of one item (`{"Text": "..."}`,
`{"Start": "Item"}`, `{"Start": {"List": 1}}`, `{"End": {"Heading": "H1"}}`), each with its range in bytes of UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pyromark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Event = Any
"""One event of the parser; its type would be a union of forty TypedDicts, so the readers of events match on it."""

RangedEvent = tuple[Event, dict[str, int]]
"""An event and its range: `{"start": ..., "end": ...}` in bytes."""

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
)
# Left out on purpose: YAML_STYLE_METADATA_BLOCKS (matches anywhere: text between two rules vanishes),
# HEADING_ATTRIBUTES (eats ruby, {漢字|かんじ}), SMART_PUNCTUATION (changes the author's text).

MATH = pyromark.Options.ENABLE_MATH


def events(
    markdown: str, *, math: bool = False, on_broken_link: Callable[[str], None] | None = None
) -> list[RangedEvent]:
    """Parse `markdown` (front matter already cut off) and return its events with their byte ranges.

    `math` reads `$...$` as formulas; off by default, since `$100から$200` is money. `on_broken_link` is called with
    the label of each `[label]` that looks like a reference and has no definition.
    """
    if on_broken_link is None:
        return list(each_event(markdown, math=math))

    def broken(link: Any) -> None:
        on_broken_link(link["reference"])

    ranged = pyromark.events_with_range(markdown, options=_options(math=math), broken_link_callback=broken)
    return cast("list[RangedEvent]", list(ranged))


def each_event(markdown: str, *, math: bool = False) -> Iterator[RangedEvent]:
    """Yield the events as the parser makes them, which is faster for a reader that wants each once."""
    return cast("Iterator[RangedEvent]", pyromark.events_with_range(markdown, options=_options(math=math)))


def _options(*, math: bool) -> pyromark.Options:
    return OPTIONS | MATH if math else OPTIONS


def labels(markdown: str) -> list[str]:
    """Return the labels of the link reference definitions in `markdown`."""
    return list(pyromark.reference_definitions(markdown, options=OPTIONS))
