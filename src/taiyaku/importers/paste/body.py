"""Blocks -> the article's Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.importers.escape import escaped
from taiyaku.importers.paste import english, japanese
from taiyaku.importers.paste.running import bullet, without_bullet
from taiyaku.importers.paste.tables import columns, goes_on
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.importers.paste.block import Block

_BREAK = lazy_pattern(r"(?:[*＊]\s*){3,}|[-—–―]{3,}|(?:[-—–]\s){2,}[-—–]")
"""Asterisks between two parts of the text."""


def markdown(blocks: Sequence[Block], language: str) -> str:
    """Return the body of an article. What Markdown has no sign for gets a directive that names its role."""
    pieces: list[str] = []
    previous = ""
    before: Block | None = None
    for block in blocks:
        if block.role == "row":
            row = _row(block.text)
            if before is not None and previous == "row" and goes_on(before, block):
                pieces[-1] += "\n" + row
            else:
                pieces.append(row + "\n|" + " --- |" * len(columns(block.text)))
        elif block.role == "item":
            item = "- " + escaped(without_bullet(block.text))
            if previous == "item":
                pieces[-1] += "\n" + item
            else:
                pieces.append(item)
        elif block.role == "heading":
            pieces.append("## " + escaped(crosshead_text(block.text, language), "heading"))
        elif _BREAK.fullmatch(block.text):
            pieces.append("* * *")
        elif block.role:
            pieces.append(f"<!-- taiyaku: role: {block.role} -->\n\n{escaped(block.text)}")
        else:
            pieces.append(escaped(block.text))
        previous, before = block.role, block
    return "\n\n".join(pieces) + "\n" if pieces else ""


def _row(text: str) -> str:
    return "| " + " | ".join(escaped(cell, "cell") for cell in columns(text)) + " |"


def signs(blocks: Sequence[Block], language: str) -> str:
    """Return the signs before items and cross-heads that the body has no more, each once."""
    found = [bullet(block.text) for block in blocks if block.role == "item"]
    headings = [block.text for block in blocks if block.role == "heading"]
    found += [text.partition(crosshead_text(text, language))[0].strip() for text in headings]
    return " ".join(dict.fromkeys(filter(None, found)))


def crosshead_text(text: str, language: str) -> str:
    """Return the words of a cross-head without the sign before it."""
    patterns = (japanese.CROSSHEAD_SIGN,) if language == "ja" else (english.CROSSHEAD_SIGN,)
    match = next((match for pattern in patterns if (match := pattern.fullmatch(text))), None)
    return match["text"] if match else text
