"""A raw paste, English or Japanese -> an article.

A pipeline of functions over values, one module each:

    lines       text -> lines, invisible characters out
    mail        the head of a mail, signs of quotation, its signature out
    furniture   page numbers, running heads out
    labelled    “Headline: ...”, the forms that some newsrooms write
    joining     lines -> blocks: wrapped ones joined
    standing    blocks that say themselves what they are: bylines, credits, dates, notes (patterns: english, japanese)
    opening     headline, deck and what else stands above the first paragraph
    cuts        paragraphs cut by a caption or a page, rejoined
    tables      rows of tables
    running     cross-heads, captions, pull quotes
    metadata    what goes into the front matter, and what has to be asked for
    body        blocks -> Markdown
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.imported import Imported, Remark
from taiyaku.importers.paste.body import markdown, signs
from taiyaku.importers.paste.cuts import rejoined
from taiyaku.importers.paste.furniture import without_furniture
from taiyaku.importers.paste.joining import blocks_of
from taiyaku.importers.paste.labelled import labelled
from taiyaku.importers.paste.lines import lines_of
from taiyaku.importers.paste.mail import without_mail
from taiyaku.importers.paste.metadata import read_metadata
from taiyaku.importers.paste.opening import read_opening
from taiyaku.importers.paste.running import read_running, with_items
from taiyaku.importers.paste.standing import standing_role
from taiyaku.importers.paste.tables import columns, with_rows
from taiyaku.text.scripts import JAPANESE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.importers.paste.block import Block

_JAPANESE_SHARE = 0.1
_SHOWN = 40


def from_paste(text: str, locale: str | None = None) -> Imported:
    """Read a paste as an article. `locale` is guessed from its letters if nobody says it."""
    locale = locale or language_of(text)
    blocks, remarks = read_blocks(text, locale)
    language = locale.partition("-")[0]
    metadata = read_metadata(blocks, language)
    counts = Counter(block.role or "paragraph" for block in blocks if block.role != "row")
    if cells := sum(len(columns(block.text)) for block in blocks if block.role == "row"):
        counts["cell"] = cells
    values = {**metadata.values, "locale": locale}
    found = [*remarks, *metadata.remarks, *_said(metadata.body)]
    if left_out := signs(metadata.body, language):
        found.append(Remark(Phrase("signs before items and cross-heads, left out: {removed}", removed=left_out)))
    return Imported(values, markdown(metadata.body, language), tuple(found), roles=dict(counts), asked=metadata.asked)


def read_blocks(text: str, locale: str) -> tuple[list[Block], list[Remark]]:
    """Return the blocks of a paste in their roles, and what was left out of it."""
    language = locale.partition("-")[0]
    lines, remarks = lines_of(text)
    lines, mailed = without_mail(lines)
    lines, removed = without_furniture(lines)
    blocks = [labelled(block) for block in blocks_of(lines, language)]
    blocks = [block for block in blocks if block.text or block.said]
    said = [Remark(what, block.line) for block in blocks if not block.text for what in block.said]
    blocks = [
        block if block.role else block.taken_for(standing_role(block.text, language)) for block in blocks if block.text
    ]
    blocks = rejoined(read_opening(with_rows(list(with_items(blocks))), language), language)
    return read_running(blocks, language), [*remarks, *mailed, *removed, *said]


def language_of(text: str) -> str:
    """Return `ja` if a good part of the letters are Japanese, else `en`."""
    letters = sum(char.isalpha() for char in text)
    return "ja" if sum(1 for _ in JAPANESE.finditer(text)) > _JAPANESE_SHARE * letters else "en"


def _said(body: Iterable[Block]) -> Iterable[Remark]:
    for block in body:
        for what in block.said:
            yield Remark(what, block.line, doubtful=block.doubtful)
        if block.doubtful and block.role and not block.said:
            start = block.text[:_SHOWN]
            yield Remark(Phrase("taken for a {role}: “{text}”", role=block.role, text=start), block.line, doubtful=True)
