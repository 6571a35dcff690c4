"""The opening of an article: what stands above its first paragraph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.paste import english, japanese
from taiyaku.importers.paste.block import ends_sentence
from taiyaku.importers.paste.wording import (
    caption_evidence,
    could_be_headline,
    ends_open,
    is_posed,
    sentence_count,
    starts_open,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.importers.paste.block import Block

_LONGEST_OPENING = 12
_SIGNATURES = ("byline", "staff", "date")
_MOST_HEADS = 2  # a headline and a deck
_MOST_SENTENCES = 3
_LONGEST_STANDFIRST = 400
_LONGEST_DECK = {"en": 180, "ja": 70}  # without a full stop


def read_opening(blocks: Sequence[Block], language: str) -> list[Block]:
    """Return the blocks, those above the first paragraph in their roles."""
    blocks = _with_whole_headline(blocks, language)
    found = [_signed(block, index, blocks, language) for index, block in enumerate(blocks)]
    end = _end(found, language)
    headline = deck = False
    for index in range(end):
        block = found[index]
        signed = any(other.role in _SIGNATURES for other in found[index + 1 : end])
        if block.role == "heading" and not headline and index == 0:
            found[index], headline = block.taken_for("headline"), True
        elif block.role:
            deck = deck or block.role == "heading"
        elif not headline and _is_headline(index, found[:end], language):
            found[index], headline = block.taken_for("headline"), True
        elif (
            not headline
            and language == "ja"
            and japanese.ISSUER.fullmatch(block.text)
            and _has_headline(found[index + 1 : end])
        ):
            found[index] = block.taken_for("byline")
        elif _is_caption(block.text, language, headline=headline):
            found[index] = block.taken_for("caption", doubtful=True)
        elif (
            headline
            and not deck
            and len(block.text) <= _LONGEST_STANDFIRST
            and not _begins_article(block.text, language)
        ):
            found[index], deck = block.taken_for("deck"), True
        elif not headline and signed:
            what = Phrase("taken for a caption, since it stands above the byline and is no headline")
            found[index] = block.taken_for("caption", doubtful=True).saying(what)
    return found


def _has_headline(blocks: Sequence[Block]) -> bool:
    return any(not block.role and could_be_headline(block.text, "ja") for block in blocks)


def _is_caption(text: str, language: str, *, headline: bool) -> bool:
    """Whether a block shows a picture; under a headline it might be a deck in the present tense as well."""
    evidence = caption_evidence(text, language)
    return evidence > 1 or (
        evidence > 0 and (not headline or (language == "en" and ends_sentence(text) and is_posed(text)))
    )


def _is_headline(index: int, opening: Sequence[Block], language: str) -> bool:
    """Whether a block is the headline: only pictures, dates and the like were before, and no better one comes."""
    text = opening[index].text
    if (
        not could_be_headline(text, language)
        or _goes_on(text, language)
        or not all(block.role for block in opening[:index])
    ):
        return False
    after = next((block.text for block in opening[index + 1 :] if not block.role), "")
    better = bool(after) and could_be_headline(after, language)
    if language == "ja" and better and japanese.ISSUER.fullmatch(text):
        return False
    return not (better and caption_evidence(text, language) > (language == "en"))


def _end(blocks: Sequence[Block], language: str) -> int:
    """Return where the first paragraph stands: behind the last line of the signature, or behind headline and deck."""
    signed = _end_of_signature(blocks)
    if any(not block.role or block.role in {"byline", "staff"} for block in blocks[:signed]):
        return signed
    free = 0
    for index, block in enumerate(blocks[signed:_LONGEST_OPENING], signed):
        if block.role:
            continue
        finished = ends_sentence(block.text) and not (free == 0 and could_be_headline(block.text, language))
        last = index + 1 == len(blocks)
        issuer = language == "ja" and japanese.ISSUER.fullmatch(block.text)
        if finished or (last and free) or _begins_article(block.text, language) or free == _MOST_HEADS:
            return index
        free += not issuer
    return min(len(blocks), _LONGEST_OPENING)


def _end_of_signature(blocks: Sequence[Block]) -> int:
    """Return where byline, staff and date end, 0 without them. Not much more than headline and deck stands before."""
    end = free = 0
    for index, block in enumerate(blocks[:_LONGEST_OPENING]):
        if block.role in _SIGNATURES:
            end = index + 1
        elif not block.role:
            free += 1
            if free > _MOST_HEADS + 1 or (free > 1 and sentence_count(block.text, "en") > _MOST_SENTENCES):
                break
    return end


def _goes_on(text: str, language: str) -> bool:
    """Whether a text is the first half of a paragraph; Japanese headlines may end in に, を or へ."""
    return japanese.SURELY_OPEN.search(text) is not None if language == "ja" else ends_open(text, language)


def _begins_article(text: str, language: str) -> bool:
    """Whether a text is the first paragraph: it begins with a place, or has several sentences, the last unfinished."""
    dateline = (japanese if language == "ja" else english).DATELINE.match(text)
    cut = not ends_sentence(text) and sentence_count(text, language) > 1 and len(text) > _LONGEST_DECK[language]
    return dateline is not None or cut


def _with_whole_headline(blocks: Sequence[Block], language: str) -> list[Block]:
    """Put a headline of two lines together: the second goes on in small letters, with no blank line between."""
    if len(blocks) < 2:  # noqa: PLR2004 (one line)
        return list(blocks)
    first, *rest = blocks
    if first.role or rest[0].role or rest[0].gap or ends_sentence(first.text):
        return list(blocks)
    if language == "en" and starts_open(rest[0].text, language) and could_be_headline(rest[0].text, language):
        return [replace(first, text=f"{first.text} {rest[0].text}"), *rest[1:]]
    return list(blocks)


def _signed(block: Block, index: int, blocks: Sequence[Block], language: str) -> Block:
    """Take a line for a signature where its place allows it: in the opening, or at the end of the article."""
    if index < _MOST_HEADS and not block.role and language == "en" and english.CONTACT.fullmatch(block.text):
        return block.taken_for("editors-note")
    neighbours = {other.role for other in blocks[max(0, index - 1) : index + 2]}
    last = index >= len(blocks) - 2
    near = index < _LONGEST_OPENING // 2
    if block.role or not (near or last) or ends_sentence(block.text):
        return block
    if language == "ja":
        desk = japanese.DESK.fullmatch(block.text) or (near and japanese.NAME_ALONE.fullmatch(block.text))
        return block.taken_for("byline") if desk and (index or last) else block
    named = english.NAME_ALONE.fullmatch(block.text) and index and neighbours & {"staff", "date"}
    return block.taken_for("byline", doubtful=True) if named and near else block
