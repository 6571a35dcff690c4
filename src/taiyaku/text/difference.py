"""What changed between two versions of a text, in pieces that a person can read: whole words, whole runs of kanji."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.span import Span
from taiyaku.text.order import longest_rise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKEN = re.compile(
    r"\d+(?:[.,:．，：]\d+)*"
    r"|[々〆ヶ\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"  # kanji
    r"|[\u3041-\u309f]+"  # hiragana
    r"|[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]+(?:[・＝=][\u30a1-\u30fa\u30fc-\u30ff]+)*"  # katakana
    r"|[^\W\d_\u3041-\u30ff\u3400-\u9fff]+(?:['’\-][^\W\d_\u3041-\u30ff\u3400-\u9fff]+)*"  # words of other scripts
    r"|\s+"
    r"|.",
    re.DOTALL,
)
_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_ALIKE = 0.3
"""Of two texts that have less than this in common, the whole is shown as replaced."""
_EFFORT = 4_000_000
"""Pairs of tokens up to which two texts are compared; a text of some thousand words that changed throughout."""
_BY_SENTENCE = 100_000
"""Pairs of tokens from which on the sentences that are the same are found first; a text of some hundred words."""
_ENDS = frozenset(".!?。！？\n")


class Piece(NamedTuple):
    """A part of a difference. What is `same` or `deleted` makes up the old text, `same` or `inserted` the new one."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces that turn `old` into `new`, in reading order, a deletion before its replacement.

    Words, numbers and runs of one Japanese script are never cut; a little of the same between two changes counts as
    changed, and two texts that have hardly anything in common are one deletion and one insertion.
    """
    if old == new:
        return (Piece("same", old),) if old else ()
    left, right = _tokens(old), _tokens(new)
    first = _common(left, right)
    last = _common(left[first:][::-1], right[first:][::-1])
    middle = _compared(left[first : len(left) - last], right[first : len(right) - last])
    ends = _same(left[:first]), _same(left[len(left) - last :])
    pieces = _without_confetti(_joined([*ends[0], *middle, *ends[1]]))
    same = sum(len(piece.text.strip()) for piece in pieces if piece.kind == "same")
    if 2 * same < _ALIKE * (len(old) + len(new)):
        pieces = [Piece("deleted", old), Piece("inserted", new)]
    return tuple(piece for piece in pieces if piece.text)


def replaced(pieces: Sequence[Piece]) -> Iterator[tuple[Span, Span]]:
    """Yield where something took the place of something else: the spans of the old and of the new text."""
    before = after = 0
    for piece, following in pairwise((*pieces, Piece("same", ""))):
        old, new = len(piece.text), len(following.text)
        if piece.kind == "deleted" and following.kind == "inserted":
            yield Span(before, before + old), Span(after, after + new)
        before += old if piece.kind != "inserted" else 0
        after += old if piece.kind != "deleted" else 0


def _tokens(text: str) -> list[str]:
    return [match[0] for match in _TOKEN.finditer(text)]


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many tokens are the same at the beginning."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _same(tokens: Sequence[str]) -> list[Piece]:
    return [Piece("same", "".join(tokens))] if tokens else []


def _compared(left: list[str], right: list[str]) -> Iterable[Piece]:
    if len(left) * len(right) > _BY_SENTENCE and (anchors := _anchors(left, right)):
        return _around(anchors, left, right)
    if len(left) * len(right) > _EFFORT:
        return [Piece("deleted", "".join(left)), Piece("inserted", "".join(right))]
    from difflib import SequenceMatcher

    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces += _same(left[a:b])
        else:
            pieces += _replacement("".join(left[a:b]), "".join(right[c:d]))
    return pieces


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[tuple[Span, Span]]:
    """Return where sentences are the same that stand in both texts once only, in an order that both have."""
    before, after = _once(left), _once(right)
    both = [(before[text], after[text]) for text in before if text in after]
    staying = longest_rise([place.start for _, place in both])
    return [pair for number, pair in enumerate(both) if number in staying]


def _once(tokens: Sequence[str]) -> dict[str, Span]:
    """Return the sentences that stand in a text once, in their order, with their places among its tokens."""
    ends = [number for number, token in enumerate(tokens, 1) if token in _ENDS]
    bounds = [0, *ends, len(tokens)]
    spans = [Span(start, end) for start, end in pairwise(bounds) if start < end]
    texts = ["".join(tokens[span.start : span.end]) for span in spans]
    count = Counter(texts)
    return {text: span for text, span in zip(texts, spans, strict=True) if count[text] == 1}


def _around(anchors: Iterable[tuple[Span, Span]], left: list[str], right: list[str]) -> Iterator[Piece]:
    """Yield the pieces of two texts that have `anchors` in common; what stands between these is compared alone."""
    a = b = 0
    for before, after in (*anchors, (Span(len(left), len(left)), Span(len(right), len(right)))):
        yield from _compared(left[a : before.start], right[b : after.start])
        yield from _same(left[before.start : before.end])
        a, b = before.end, after.end


def _replacement(old: str, new: str) -> Iterable[Piece]:
    """Return the pieces of one change. A Japanese ending that only grew or shrank keeps what it had."""
    shorter, longer = sorted((old, new), key=len)
    kind: Literal["deleted", "inserted"] = "inserted" if longer == new else "deleted"
    if shorter and longer.startswith(shorter) and _HIRAGANA.fullmatch(shorter[-1]):
        return (Piece("same", shorter), Piece(kind, longer[len(shorter) :]))
    if shorter and longer.endswith(shorter) and _HIRAGANA.fullmatch(shorter[0]):
        return (Piece(kind, longer[: -len(shorter)]), Piece("same", shorter))
    return (Piece("deleted", old), Piece("inserted", new))


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with neighbours of one kind joined, and between two equal ones one deletion and insertion."""
    joined: list[Piece] = []
    deleted = inserted = ""
    for piece in (*pieces, Piece("same", "")):
        if piece.kind == "deleted":
            deleted += piece.text
        elif piece.kind == "inserted":
            inserted += piece.text
        elif piece.text or not joined or joined[-1].kind != "same" or deleted or inserted:
            joined += (p for p in (Piece("deleted", deleted), Piece("inserted", inserted)) if p.text)
            deleted = inserted = ""
            if joined and joined[-1].kind == "same":
                joined[-1] = Piece("same", joined[-1].text + piece.text)
            else:
                joined.append(piece)
    return joined


def _without_confetti(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with what is the same taken for changed where there is little of it between two changes.

    The idea is that of diff-match-patch's "semantic cleanup" (N. Fraser, "Writing: Diff Strategies"), which asks for
    half as much; but a number that changed should be seen even beside a longer change.
    """
    while True:
        little = [
            index
            for index in range(1, len(pieces) - 1)
            if pieces[index].kind == "same"
            and _is_little(pieces[index].text, pieces[max(index - 2, 0) : index], pieces[index + 1 : index + 3])
        ]
        if not little:
            return pieces
        index = min(little, key=lambda number: len(pieces[number].text))
        text = pieces[index].text
        both = [Piece("deleted", text), Piece("inserted", text)]
        pieces = _joined([*pieces[:index], *both, *pieces[index + 1 :]])


def _is_little(text: str, before: Iterable[Piece], after: Iterable[Piece]) -> bool:
    """Whether a text is blank, or shorter than half of the changes on both of its sides."""
    return not text.strip() or 2 * len(text) < min(_size(before), _size(after))


def _size(around: Iterable[Piece]) -> int:
    """Return the length of the longer side of a change: of those pieces that are not the same."""
    return max(len(piece.text) for piece in around if piece.kind != "same")
