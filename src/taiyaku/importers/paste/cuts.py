"""Paragraphs that a caption or the end of a page cut in two: found by a sentence that does not end, and rejoined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase
from taiyaku.importers.paste import japanese
from taiyaku.importers.paste.block import ends_sentence, words_in
from taiyaku.importers.paste.joining import joined
from taiyaku.importers.paste.tables import is_row
from taiyaku.importers.paste.wording import (
    caption_evidence,
    could_be_crosshead,
    ends_open,
    sentence_count,
    starts_open,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.importers.paste.block import Block

_BETWEEN = frozenset({"caption", "credit", "pull-quote", "editors-note"})
_FARTHEST = 6
_FEW_WORDS = 8
_INDENT = 2  # columns: an ideographic space


class _Rest(NamedTuple):
    """Where a cut paragraph goes on, and which block between turned out to be a caption."""

    at: int
    caption: int | None = None
    doubtful: bool = False


def rejoined(blocks: Sequence[Block], language: str) -> list[Block]:
    """Return the blocks with cut paragraphs whole, what stood between following them."""
    result = list(blocks)
    whole = "\n".join(block.text for block in blocks)
    index = 0
    while index < len(result):
        rest = _rest(result, index, language) if _may_go_on(result[index]) else None
        if rest is None:
            index += 1
            continue
        if rest.caption is not None:
            between = result[rest.caption]
            result[rest.caption] = between.taken_for("caption", doubtful=not caption_evidence(between.text, language))
        block, after = result[index], result.pop(rest.at)
        text, divided = joined(block.text, after.text, whole, language)
        said = Phrase(
            "rejoined with line {line}: “{before} | {after}”",
            line=after.line,
            before=block.text[-24:],
            after=after.text[:24],
        )
        result[index] = replace(
            block, text=text, said=(*block.said, said, *divided, *after.said), doubtful=rest.doubtful
        )
    return result


def _may_go_on(block: Block) -> bool:
    return not block.role and not is_row(block.text) and (block.text.endswith(":") or not ends_sentence(block.text))


def _rest(blocks: Sequence[Block], index: int, language: str) -> _Rest | None:
    """Find the rest of an unfinished paragraph, if there is one."""
    start = blocks[index].text
    first = _next_free(blocks, index + 1)
    if first is None or _is_short(start, language):
        return None
    interrupted = first > index + 1 or blocks[first].page
    second = _next_free(blocks, first + 1)
    open_end = ends_open(start, language)
    candidate = blocks[first].text
    if start.endswith(":"):
        return _Rest(first) if interrupted and starts_open(candidate, language) else None
    if language == "ja":
        return _japanese_rest(blocks, index, (first, second), interrupted=interrupted, open_end=open_end)
    if starts_open(candidate, language):
        return _Rest(first) if interrupted or words_in(start) >= _FEW_WORDS else None
    if interrupted and (open_end or ends_sentence(candidate)) and not could_be_crosshead(start, language):
        return _Rest(first)
    if second is not None and _is_aside(candidate, language):
        rest = blocks[second].text
        if starts_open(rest, language):
            heading = could_be_crosshead(start, language)
            other = heading and (_may_go_on(blocks[first]) or sentence_count(candidate, language) > 1)
            return None if other else _Rest(second, first)
        if caption_evidence(candidate, language) and (open_end or not could_be_crosshead(start, language)):
            return _Rest(second, first)
    return _Rest(first, doubtful=True) if open_end and words_in(start) >= _FEW_WORDS else None


def _japanese_rest(
    blocks: Sequence[Block], index: int, free: tuple[int, int | None], *, interrupted: bool, open_end: bool
) -> _Rest | None:
    """No capitals tell where a sentence begins: go by particles, indentation, and what looks like a caption."""
    first, second = free
    start, candidate = blocks[index].text, blocks[first]
    if _is_item(candidate.text, start) or (second is not None and _is_item(blocks[second].text, candidate.text)):
        return None
    indented = sum(block.indent >= _INDENT for block in blocks) > 1 and candidate.indent < _INDENT
    surely = indented or japanese.SURELY_OPEN.search(start) is not None or not could_be_crosshead(start, "ja")
    cut = (open_end and surely) or sentence_count(start, "ja") > 1 or not could_be_crosshead(start, "ja")
    if not cut:
        return None
    if interrupted and candidate.indent < _INDENT:
        return _Rest(first)
    if second is not None and blocks[second].indent < _INDENT and _is_aside(candidate.text, "ja"):
        unfinished = not ends_sentence(candidate.text)
        opens = starts_open(blocks[second].text, "ja") and not starts_open(candidate.text, "ja")
        if unfinished or opens or (caption_evidence(candidate.text, "ja") and open_end):
            return _Rest(second, first)
    if candidate.indent > 1:
        return None
    if open_end or starts_open(candidate.text, "ja"):
        return _Rest(first, doubtful=not open_end)
    return None


def _is_item(text: str, before: str) -> bool:
    """Whether a Japanese line is an item with its number, or one of several lines of a form."""
    form = japanese.ENTRY.match(text) and japanese.ENTRY.match(before)
    return japanese.NUMBERED.match(text) is not None or form is not None


def _next_free(blocks: Sequence[Block], index: int) -> int | None:
    """Return the next block that nobody has taken for anything, if only asides stand before it."""
    for at in range(index, min(index + _FARTHEST, len(blocks))):
        if not blocks[at].role:
            return at
        if blocks[at].role not in _BETWEEN:
            return None
    return None


def _is_aside(text: str, language: str) -> bool:
    """Whether a text is short enough to be a caption."""
    return sentence_count(text, language) <= 3 and len(text) <= (420 if language == "en" else 160)  # noqa: PLR2004 (captions)


def _is_short(text: str, language: str) -> bool:
    return words_in(text) < 3 if language == "en" else len(text) < 6 and text[-1:] != "、"  # noqa: PLR2004 (a name, a word)
