"""Lines -> blocks: which line ends are those of paragraphs, and which only the edge of somebody's window.

A text that was wrapped at a fixed width has long lines of about the same width that end in mid-sentence. There, a line
is the last of its paragraph if the first word of the next one would still have fitted on it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.paste import english, japanese
from taiyaku.importers.paste.block import Block, Line, ends_sentence
from taiyaku.importers.paste.hyphens import is_divided
from taiyaku.importers.paste.lines import SOFT_HYPHEN
from taiyaku.importers.paste.standing import standing_role
from taiyaku.importers.paste.tables import is_row
from taiyaku.importers.paste.wording import sentence_count
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.lines import joint
from taiyaku.text.width import width

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST = 130
"""No window is wider than so many columns; longer lines are paragraphs."""

_FEWEST = 2
_SHARE = 0.3
_EVEN = 0.7
_HALF = 0.6
_SPACED = 0.9
_FEW_WIDER = 0.05
_INDENT = 2  # columns: a space alone is no indentation
_INDENTED = (0.03, 0.6)  # of the lines: fewer is chance, more is how the whole text stands

_UNIT = lazy_pattern(
    r"[「『（(【〈《“\[]*(?:[!-~’]+|.)[、。，．」』）)】〉》”\]！？!?ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]*"
)
_BULLET = lazy_pattern(r"(?P<sign>[•‣◦·・●○■◆▪–*-])\s*(?=\S)")
_HYPHENATED = lazy_pattern(r"(?P<head>[A-Za-z]{2,})-$")
_TAIL = lazy_pattern(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text lies on its page. `width` in columns, 0 where it is not wrapped.

    `indents`: paragraphs begin with an indentation; `gaps`: with a blank line. `exact`: each line took as many words as
    fitted on it, so that one with room left ends its paragraph. `brief`: more sentences end a paragraph than do not.
    """

    language: str
    width: int = 0
    indents: bool = False
    gaps: bool = False
    exact: bool = False
    brief: bool = False


def blocks_of(lines: Sequence[Line], language: str) -> list[Block]:
    """Return the blocks of a text; their roles are not known yet."""
    lines = _single_spaced(lines)
    layout = layout_of(lines, language)
    whole = "\n".join(line.text for line in lines)
    blocks: list[Block] = []
    last: Line | None = None
    for line, following in zip_longest(lines, lines[1:]):
        if last is not None and layout.width and continues((blocks[-1].text, last), line, following, layout):
            text, said = joined(blocks[-1].text, line.text, whole, language)
            blocks[-1] = replace(blocks[-1], text=text).saying(*said)
        else:
            blocks.append(Block(line.text, line.number, gap=line.gap, page=line.page, indent=line.indent))
        last = line
    return [replace(block, text=block.text.replace(SOFT_HYPHEN, "")) for block in blocks]


def layout_of(lines: Sequence[Line], language: str) -> Layout:
    """Measure how a text lies on its page."""
    indented = sum(line.indent >= _INDENT for line in lines)
    few, many = (share * len(lines) for share in _INDENTED)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    broken = [a for a, b in pairs if _breaks_sentence(a, b)]
    if len(broken) < max(_FEWEST, _SHARE * len(pairs)):
        return Layout(language)
    edge = _edge([_width(line) for line in broken], language)
    near = sum(_width(line) >= _EVEN * edge for line in broken)
    close = [line for line, after in zip_longest(lines, lines[1:]) if not line.gap or (after and not after.gap)]
    wider = sum(_width(line) > edge + 4 for line in close)
    if edge > _WIDEST or near < _EVEN * len(broken) or wider > _FEW_WIDER * len(close):
        return Layout(language)
    ends = [(a, b) for a, b in pairwise(lines) if ends_sentence(a.text) and width(a.text) < _EVEN * edge]
    gaps = bool(ends) and sum(b.gap > 0 for _, b in ends) >= _SPACED * len(ends)
    layout = Layout(language, edge, few <= indented <= many and indented > 1, gaps)
    inside = [(a, b) for a, b in pairs if _breaks_sentence(a, b) and (language == "ja" or b.text[:1].islower())]
    loose = sum(_fits(a, b.text, layout) for a, b in inside)
    ending = sum(_fits(a, b.text, layout) or b.gap > 0 for a, b in pairwise(lines) if ends_sentence(a.text))
    inner = sum(sentence_count(line.text, language) - 1 for line in lines)
    return replace(layout, exact=loose <= _FEW_WIDER * len(inside), brief=ending > 2 * inner)


def _width(line: Line) -> int:
    return width(line.text) + line.indent


def _edge(widths: list[int], language: str) -> int:
    """Return the width of the window: Japanese lines are all as wide, English ones at most."""
    if language == "ja":
        common, count = Counter(widths).most_common(1)[0]
        if count >= _SHARE * len(widths):
            return common
    widths = sorted(widths)
    most = widths[min(len(widths) - 1, int(0.98 * len(widths)))]
    return widths[-1] if widths[-1] <= 1.1 * most else most


def _breaks_sentence(line: Line, after: Line) -> bool:
    return not (ends_sentence(line.text) or _BULLET.match(after.text) or after.indent >= line.indent + _INDENT)


def continues(so_far: tuple[str, Line], after: Line, following: Line | None, layout: Layout) -> bool:
    """Whether a block of a wrapped text, of which the last line is given too, goes on in the next line.

    `following` is the line behind that.
    """
    begun, line = so_far
    open_end = not ends_sentence(line.text)
    if after.gap and not (after.page and open_end):
        return False
    fits = _fits(line, after.text, layout)
    inside = open_end and not fits and not _BULLET.match(begun)
    if _stands_alone(begun, after.text, layout.language, inside=inside) or (layout.indents and after.indent >= _INDENT):
        return False
    if begun[:1] in "「『" and begun[-1:] in "」』" and ends_sentence(begun) and after.text[:1] not in "とな":
        return False
    if layout.gaps:
        least = _EVEN if layout.language == "ja" else _HALF
        return _width(line) >= least * layout.width or (open_end and after.text[:1].islower())
    if open_end:
        return not fits or _goes_on(line, after.text, layout)
    if _is_short(after, following, layout):
        return False
    if layout.indents:
        return _width(line) >= _EVEN * layout.width
    if fits:
        return False
    return not (layout.brief or line.text[-1:] in ":：" or after.text[:1] in '“"「『')


def _is_short(line: Line, after: Line | None, layout: Layout) -> bool:
    """Whether a line is no part of a paragraph: it neither is full nor ends a sentence, as a cross-head."""
    return not ends_sentence(line.text) and (after is None or after.gap > 0 or _fits(line, after.text, layout))


def _goes_on(line: Line, after: str, layout: Layout) -> bool:
    """Whether an unfinished line that was not full goes on, as where letters have different widths."""
    if layout.exact:
        return False
    filled = _width(line)
    if layout.language == "ja":
        return filled >= 0.9 * layout.width
    return after[:1].islower() or filled >= 0.85 * layout.width


def _stands_alone(begun: str, after: str, language: str, *, inside: bool) -> bool:
    """Whether a block is whole, or the next line begins another, by their wording; a dot inside a sentence is none."""
    if is_row(begun) or is_row(after):
        return True
    bullet = _BULLET.match(after)
    if bullet:
        return not (inside and bullet["sign"] in "・-–")
    whole, begins = standing_role(begun, language), standing_role(after, language)
    if begins == "caption":
        return (japanese if language == "ja" else english).CAPTION_LABEL.fullmatch(after) is not None and not inside
    if whole == "caption":
        return (japanese if language == "ja" else english).CREDIT_AT_END.search(begun) is not None
    return bool((whole and not (whole == "heading" and inside)) or begins)


def _fits(line: Line, after: str, layout: Layout) -> bool:
    """Whether the beginning of the next line would have fitted on this one."""
    unit = _UNIT.match(after) if layout.language == "ja" else None
    first = unit[0] if unit else after.partition(" ")[0].partition("-")[0]
    space = len(joint(line.text, after, layout.language)) or int(line.text[-1:].isascii() != after[:1].isascii())
    return _width(line) + space + width(first) <= layout.width


def _single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """Take one blank line from every gap where each line of a wrapped text is followed by one."""
    gaps = [line.gap for line in lines[1:]]
    if len(gaps) < 4 or min(gaps, default=0) < 1 or max(gaps) == min(gaps):  # noqa: PLR2004 (too few to tell)
        return lines
    broken = sum(not ends_sentence(line.text) for line in lines[:-1])
    if broken < _SHARE * len(gaps):
        return lines
    return [replace(line, gap=max(0, line.gap - min(gaps))) for line in lines]


def joined(text: str, after: str, whole: str, language: str) -> tuple[str, tuple[Phrase, ...]]:
    """Join the lines of a paragraph, and say what was done to a hyphen between them."""
    if text.endswith(SOFT_HYPHEN):
        return text[:-1] + after, ()
    hyphenated, tail = _HYPHENATED.search(text), _TAIL.match(after)
    if hyphenated is None or tail is None:
        return text + joint(text, after, language) + after, ()
    head, rest = hyphenated["head"], tail[0]
    if is_divided(head, rest, whole):
        said = Phrase("a word divided at a line end was put together: {word}", word=head + rest)
        return text[:-1] + after, (said,)
    return text + after, (Phrase("the hyphen at a line end was kept: {word}", word=f"{head}-{rest}"),)
