"""The running texts in the HTML of a page, and how something is added to them without touching a letter or a tag."""

from __future__ import annotations

import html as html_entities
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TAG = re.compile(r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""\b(lang|class)=(?:"([^"]*)"|'([^']*)')""")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")
_BLOCKS_WORDS = (
    "p h1 h2 h3 h4 h5 h6 li dd dt td th figcaption blockquote div section summary caption figure ul ol dl "
    "table tr thead tbody tfoot details hr"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_OPAQUE = frozenset(["code", "kbd", "samp", "pre", "var"])
_VOID = frozenset(["br", "hr", "img", "input", "wbr", "col"])
_UNSPOKEN = frozenset(["rt", "rp"])
OBJECT = "\ufffc"
"""Stands for what is no text of this passage: an image, a character of code."""


class Insert(NamedTuple):
    """HTML to be put before the character at `offset` (code points into the passage's text; its length: at the end)."""

    offset: int
    html: str


class Wrap(NamedTuple):
    """An element around the half-open range of code points.

    Where tags lie within the range, each piece gets its own, and `joint` stands between two pieces; one that is `whole`
    is not written at all.
    """

    start: int
    end: int
    opening: str
    closing: str
    joint: str = ""
    whole: bool = False


class Replace(NamedTuple):
    """HTML that stands instead of the half-open range of code points; where tags lie within it, it is not written."""

    start: int
    end: int
    html: str


Addition = Insert | Wrap | Replace


@dataclass(frozen=True, slots=True)
class Passage:
    """A running text of a page: a paragraph, a heading, an item ... up to where another block begins or ends.

    `text` is what is read in order: a line break is a line feed, code, images and foreign words are `OBJECT`
    characters, and what is written above characters (rt) is not in it. `element` is the block's name, `classes` those
    of its elements; `ruby` holds the ranges that have a reading. `is_last` says that the block ends here.
    """

    text: str
    lang: str
    element: str
    classes: frozenset[str]
    ruby: tuple[tuple[int, int], ...] = ()
    is_last: bool = True

    def has_reading(self, start: int, end: int) -> bool:
        """Whether a range touches one with a reading."""
        return any(start < stop and first < end for first, stop in self.ruby)


class _Open(NamedTuple):
    """An element that is open; `classes` are those around it, too, and `block` is the nearest block with its language.

    Text in one that is `opaque` is no text of the passage: it is `kept` for code and the like, or in another language
    than the block's. Text in one that is `silent` is nothing at all.
    """

    name: str
    lang: str
    classes: frozenset[str]
    block: tuple[str, str]
    kept: bool = False
    opaque: bool = False
    silent: bool = False


class _Run(NamedTuple):
    """Characters that stand together in the HTML: from `offset` of the passage on, from `start` to `end` there.

    They are one by one the same, but for a single one that is written as an entity or a tag.
    """

    offset: int
    start: int
    end: int


@dataclass(slots=True)
class _Gathered:
    """A passage being read: its text in pieces, its length, and where its characters stand in the HTML."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[_Run] = field(default_factory=list)
    ruby: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, start: int, end: int) -> None:
        """Add one character, or several that stand in the HTML as they are."""
        self.pieces.append(text)
        self.runs.append(_Run(self.length, start, end))
        self.length += len(text)

    def place(self, offset: int) -> int:
        """Return where the character at an offset begins in the HTML; of the passage's end, where its last one ends."""
        if offset >= self.length:
            return self.runs[-1].end
        run = self.runs[self._run_of(offset)]
        return run.start + offset - run.offset

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the places of a range in the HTML: one for each stretch without a tag in it."""
        found: list[tuple[int, int]] = []
        for index in range(self._run_of(start), len(self.runs)):
            offset, begins, ends = self.runs[index]
            if offset >= end:
                break
            after = self.runs[index + 1].offset if index + 1 < len(self.runs) else self.length
            first = begins + max(start - offset, 0)
            last = ends if end >= after else begins + end - offset
            if found and found[-1][1] == first:
                first = found.pop()[0]
            found.append((first, last))
        return found

    def _run_of(self, offset: int) -> int:
        return bisect_right(self.runs, offset, key=lambda run: run.offset) - 1


def typeset(
    html: str,
    lang: str,
    setter: Callable[[Passage], Iterable[Addition]],
    *,
    element: str = "",
    classes: str = "",
    opaque: frozenset[str] = frozenset(),
) -> Markup:
    """Return sanitized HTML with what the setter adds to each of its passages; letters and tags stay as they are.

    `lang` is the language around it; `element` and `classes` are those of the block around it, where it is not whole.
    What has one of the `opaque` classes is no text, as code is none.
    """
    html = str(html)  # pieces of Markup would each be Markup
    additions: list[_Added] = []
    around = _Open(element, lang, frozenset(classes.split()), (element, lang))
    for passage, gathered in _passages(html, around, opaque):
        for addition in setter(passage):
            _place(addition, gathered, additions)
    if not additions:
        return Markup(html)  # noqa: S704 (safe before)
    additions.sort(key=lambda item: item[:2])
    parts, position = [], 0
    for at, _, added, resumed in additions:
        parts += [html[position:at], added]
        position = max(position, resumed)
    parts.append(html[position:])
    return Markup("".join(parts))  # noqa: S704 (safe before, and setters escape what they add)


_CLOSING, _INSERTED, _OPENING, _REPLACING = range(4)  # the order of what is added at one place
_Order = tuple[int, int, int]  # of what closes there, the inner one first; of what opens, the outer one
_Added = tuple[int, _Order, str, int]


def _place(addition: Addition, gathered: _Gathered, additions: list[_Added]) -> None:
    """Add `(where, order, HTML, where the text goes on)` for an addition, in places of the HTML."""
    if isinstance(addition, Insert):
        at = gathered.place(addition.offset)
        additions.append((at, (_INSERTED, 0, 0), addition.html, at))
        return
    stretches = gathered.stretches(addition.start, addition.end)
    if isinstance(addition, Replace):
        if len(stretches) == 1:
            (start, end) = stretches[0]
            additions.append((start, (_REPLACING, 0, 0), addition.html, end))
        return
    if addition.whole and len(stretches) > 1:
        return
    for number, (start, end) in enumerate(stretches, 1):
        more = addition.joint if number < len(stretches) else ""
        count = len(additions)
        additions.append((start, (_OPENING, -end, count), addition.opening, start))
        additions.append((end, (_CLOSING, -start, -count), addition.closing + more, end))


def _passages(html: str, around: _Open, opaque: frozenset[str]) -> Iterator[tuple[Passage, _Gathered]]:
    """Yield the passages of a text with the places of their characters in its HTML."""
    stack = [around]
    gathered, position, ruby_start = _Gathered(), 0, 0
    for tag in _TAG.finditer(html):
        start, end = tag.span()
        if position < start:
            _gather(gathered, html, position, start, stack[-1])
        position = end
        close, name, rest = tag.groups()
        name = name.lower()
        if name in _BLOCKS:
            if gathered.pieces:
                yield from _finished(gathered, stack[-1], is_last=bool(close))
            gathered = _Gathered()
        if name in {"br", "img"}:
            gathered.add("\n" if name == "br" else OBJECT, start, end)
        if name == "ruby":
            if close:
                gathered.ruby.append((ruby_start, gathered.length))
            ruby_start = gathered.length
        if close:
            _close(stack, name)
        elif name not in _VOID:
            stack.append(_opened(stack[-1], name, rest, opaque))
    _gather(gathered, html, position, len(html), stack[-1])
    yield from _finished(gathered, stack[-1], is_last=True)


def _gather(gathered: _Gathered, html: str, start: int, end: int, around: _Open) -> None:
    """Add what stands between two tags."""
    if around.silent:
        return
    position = start
    for entity in _ENTITY.finditer(html, start, end):
        _add(gathered, html, position, entity.start(), opaque=around.opaque)
        character = html_entities.unescape(entity[0])
        gathered.add(OBJECT if around.opaque or len(character) != 1 else character, *entity.span())
        position = entity.end()
    _add(gathered, html, position, end, opaque=around.opaque)


def _add(gathered: _Gathered, html: str, start: int, end: int, *, opaque: bool) -> None:
    if start < end:
        gathered.add(OBJECT * (end - start) if opaque else html[start:end], start, end)


def _finished(gathered: _Gathered, around: _Open, *, is_last: bool) -> Iterator[tuple[Passage, _Gathered]]:
    text = "".join(gathered.pieces)
    if text and not text.isspace():
        yield Passage(text, around.lang, around.block[0], around.classes, tuple(gathered.ruby), is_last), gathered


def _opened(around: _Open, name: str, rest: str, opaque: frozenset[str]) -> _Open:
    lang, classes = around.lang, around.classes
    if rest:
        found = {match[1]: match[2] or match[3] or "" for match in _ATTRIBUTE.finditer(rest)}
        lang, classes = found.get("lang", lang), classes.union(found.get("class", "").split())
    block = (name, lang) if name in _BLOCKS else around.block
    kept = around.kept or name in _OPAQUE or not opaque.isdisjoint(classes)
    return _Open(name, lang, classes, block, kept, kept or lang != block[1], around.silent or name in _UNSPOKEN)


def _close(stack: list[_Open], name: str) -> None:
    for index in range(len(stack) - 1, 0, -1):
        if stack[index].name == name:
            del stack[index:]
            return
