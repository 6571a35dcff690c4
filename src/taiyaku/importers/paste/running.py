"""The roles of what stands in the body without a mark of its own: cross-heads, captions, pull quotes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from taiyaku.importers.paste import english, japanese
from taiyaku.importers.paste.block import ends_sentence, words_in
from taiyaku.importers.paste.wording import (
    caption_evidence,
    could_be_crosshead,
    ends_open,
    is_long,
    is_posed,
    sentence_count,
)
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.importers.paste.block import Block

_LABEL = lazy_pattern(r"[^\s:：]{1,15}(?:: |：)")
"""`Yes: Adams, Boyd`: lines of a form, if several follow each other."""

_NO_LETTERS = lazy_pattern(r"[\W_]+")
_QUOTATION = lazy_pattern(r"[“\"「『][^”\"」』]+[”\"」』][.。]?")
_ATTRIBUTION = lazy_pattern(r"[—–―-]{1,2}\s*[^.。]{2,60}")
_SHORTEST_QUOTE = {"en": 20, "ja": 10}
_LONGEST_QUOTE = 240
_NARRATIVE = 0.5
_PICTURES = frozenset({"caption", "credit"})
_MOST_SHOWN = 32  # words
_FEWEST_SHOWN = 12


def read_running(blocks: Sequence[Block], language: str) -> list[Block]:
    """Return the blocks, those without a role in the one that their place and wording give them."""
    said_again = _SaidAgain(blocks)
    tells = _is_narrative(blocks)
    gapless = _is_gapless(blocks)
    result: list[Block] = []
    for index, block in enumerate(blocks):
        role = block.role
        open_to_doubt = not role or (role == "caption" and block.doubtful)
        if (open_to_doubt and _is_pull_quote(index, blocks, language, said_again)) or (
            not role and result and result[-1].role == "pull-quote" and _ATTRIBUTION.fullmatch(block.text)
        ):
            role = "pull-quote"
        elif not role:
            role = _unmarked(index, blocks, language, tells=tells, gapless=gapless)
        result.append(block if role == block.role else block.taken_for(role, doubtful=role == "caption"))
    return result


def _unmarked(index: int, blocks: Sequence[Block], language: str, *, tells: bool, gapless: bool) -> str:
    block = blocks[index]
    evidence = caption_evidence(block.text, language)
    finished = ends_sentence(block.text)
    if _is_crosshead(index, blocks, language) and evidence < (1 if language == "ja" else 2):
        return "heading"
    if language == "ja":
        if japanese.ENTRY.match(block.text) and evidence < 2:  # noqa: PLR2004 (words that only captions have)
            return ""
        return "caption" if not finished and (evidence or is_long(block.text, "ja")) else ""
    if not finished and words_in(block.text) >= _FEWEST_SHOWN and not ends_open(block.text, "en"):
        return "caption"
    if evidence > 1 or (gapless and block.gap > 0 and evidence and words_in(block.text) <= _MOST_SHOWN):
        return "caption" if sentence_count(block.text, "en") < 3 else ""  # noqa: PLR2004 (captions are short)
    return "caption" if tells and evidence and not (finished and not is_posed(block.text)) else ""


def _is_crosshead(index: int, blocks: Sequence[Block], language: str, *, second: bool = False) -> bool:
    """Whether a short line stands between the end of one paragraph and the beginning of another.

    Two cross-heads may follow each other; `second` asks for the second of them.
    """
    text = blocks[index].text
    if not could_be_crosshead(text, language) or index + 1 == len(blocks):
        return False
    near = [blocks[at].text for at in (index - 1, index + 1) if at >= 0]
    if any(form.match(text) and any(map(form.match, near)) for form in (_LABEL, japanese.ENTRY)):
        return False
    again = next((at for at in range(index + 1, len(blocks)) if blocks[at].role not in _PICTURES), None)
    if again is None:
        return False
    after = blocks[again]
    if after.role in {"byline", "heading", "date"}:
        return False
    question = text.rstrip("」』”)）")[-1:] in "?？!！"
    if question and not text.isupper() and not (blocks[index].gap or len(text) < len(after.text) // 2):
        return False
    if not (second or question or after.role) and _is_crosshead(again, blocks, language, second=True):
        return True
    if after.role == "item" or _LABEL.match(after.text):
        return True
    return is_long(after.text, language) or ends_sentence(after.text)


def _is_pull_quote(index: int, blocks: Sequence[Block], language: str, said_again: _SaidAgain) -> bool:
    """Whether a block says again what stands within another, as pull quotes do, or is a quotation with its speaker."""
    block = blocks[index]
    after = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if _QUOTATION.fullmatch(block.text) and _ATTRIBUTION.fullmatch(after):
        return True
    if len(block.text) > _LONGEST_QUOTE or (could_be_crosshead(block.text, language) and not ends_sentence(block.text)):
        return False
    return said_again.is_within_another(block.text, _SHORTEST_QUOTE[language])


class _SaidAgain:
    """The letters of all blocks, to find those that stand within another one."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        letters = [_NO_LETTERS.sub("", block.text) for block in blocks]
        self._whole, self._same = "\n".join(letters), Counter(letters)

    def is_within_another(self, text: str, shortest: int) -> bool:
        """Whether the letters of a block, if they are enough, stand within a longer one."""
        letters = _NO_LETTERS.sub("", text)
        return len(letters) >= shortest and self._whole.count(letters) > self._same[letters]


def with_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give neighbours that begin with the same sign of a list the role of its items."""
    for index, block in enumerate(blocks):
        near = [blocks[at] for at in (index - 1, index + 1) if 0 <= at < len(blocks)]
        sign = bullet(block.text)
        alone = sign in {"•", "‣", "・"}
        listed = (
            sign and block.role in {"", "heading", "caption"} and (alone or any(bullet(o.text) == sign for o in near))
        )
        yield block.taken_for("item") if listed else block


_BULLET = lazy_pattern(r"(?:(?P<plain>[-*–])\s+|(?P<sign>[•‣◦·・●○■◆▪▶☆★])\s*)(?=\S)")


def bullet(text: str) -> str:
    """Return the sign that a text begins with as an item of a list does, "" if it begins with none."""
    match = _BULLET.match(text)
    return (match["plain"] or match["sign"]) if match else ""


def without_bullet(text: str) -> str:
    """Return a text without the sign of its item."""
    match = _BULLET.match(text)
    return text[match.end() :] if match else text


def _is_narrative(blocks: Sequence[Block]) -> bool:
    """Whether most paragraphs of an English text tell of the past."""
    running = [block for block in blocks if not block.role and ends_sentence(block.text)]
    return sum(english.PAST.search(block.text) is not None for block in running) >= _NARRATIVE * len(running)


def _is_gapless(blocks: Sequence[Block]) -> bool:
    """Whether paragraphs follow each other without blank lines."""
    return sum(block.gap > 0 for block in blocks) <= 0.25 * len(blocks)
