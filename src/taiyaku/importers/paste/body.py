"""Blocks -> the article's Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.importers.escape import escaped
from taiyaku.importers.paste import english, japanese
from taiyaku.importers.paste.running import bullet, without_bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.importers.paste.block import Block


def markdown(blocks: Sequence[Block], language: str) -> str:
    """Return the body of an article. What Markdown has no sign for gets a directive that names its role."""
    pieces: list[str] = []
    previous = ""
    for block in blocks:
        if block.role == "item":
            item = "- " + escaped(without_bullet(block.text))
            if previous == "item":
                pieces[-1] += "\n" + item
            else:
                pieces.append(item)
        elif block.role == "heading":
            pieces.append("## " + escaped(crosshead_text(block.text, language), "heading"))
        elif block.role:
            pieces.append(f"<!-- taiyaku: role: {block.role} -->\n\n{escaped(block.text)}")
        else:
            pieces.append(escaped(block.text))
        previous = block.role
    return "\n\n".join(pieces) + "\n" if pieces else ""


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
