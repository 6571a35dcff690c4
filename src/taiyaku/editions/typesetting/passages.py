"""The running texts in the HTML of a page, and how something is added to them without touching a letter or a tag."""

from __future__ import annotations

import html as html_entities
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_TAG = re.compile(r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""\b(lang|class)=(?:"([^"]*)"|'([^']*)')""")
_PIECE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);|.", re.DOTALL)
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


Addition = Insert | Wrap


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
    name: str
    lang: str
    classes: frozenset[str]


@dataclass(slots=True)
class _Gathered:
    """A passage being read: its characters, and for each where it stands in the HTML, half-open."""

    characters: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    ruby: list[tuple[int, int]] = field(default_factory=list)

    def add(self, character: str, start: int, end: int) -> None:
        self.characters.append(character)
        self.places.append((start, end))


def typeset(
    html: str, lang: str, setter: Callable[[Passage], Iterable[Addition]], *, element: str = "", classes: str = ""
) -> Markup:
    """Return sanitized HTML with what the setter adds to each of its passages; letters and tags stay as they are.

    `lang` is the language around it; `element` and `classes` are those of the block around it, where it is not whole.
    """
    additions: list[tuple[int, int, str]] = []
    around = _Open(element, lang, frozenset(classes.split()))
    for passage, places in _passages(html, around):
        for addition in setter(passage):
            _place(addition, places, additions)
    additions.sort(key=lambda item: item[:2])
    parts, position = [], 0
    for at, _, added in additions:
        parts += [html[position:at], added]
        position = at
    parts.append(html[position:])
    return Markup("".join(parts))  # noqa: S704 (safe before, and setters escape what they add)


_CLOSING, _INSERTED, _OPENING = range(3)  # the order of what is added at one place


def _place(addition: Addition, places: Sequence[tuple[int, int]], additions: list[tuple[int, int, str]]) -> None:
    if isinstance(addition, Insert):
        at = places[addition.offset][0] if addition.offset < len(places) else places[-1][1]
        additions.append((at, _INSERTED, addition.html))
        return
    if addition.whole and any(places[i][1] != places[i + 1][0] for i in range(addition.start, addition.end - 1)):
        return
    start = addition.start
    for index in range(addition.start, addition.end):
        if index + 1 == addition.end or places[index][1] != places[index + 1][0]:
            additions.append((places[start][0], _OPENING, addition.opening))
            more = addition.joint if index + 1 < addition.end else ""
            additions.append((places[index][1], _CLOSING, addition.closing + more))
            start = index + 1


def _passages(html: str, around: _Open) -> Iterator[tuple[Passage, list[tuple[int, int]]]]:
    """Yield the passages of a text with the places of their characters in its HTML."""
    stack = [around]
    gathered, position, ruby_start = _Gathered(), 0, 0
    for tag in _TAG.finditer(html):
        _gather(gathered, html, position, tag.start(), stack)
        position = tag.end()
        name, closes = tag["name"].lower(), bool(tag["close"])
        if name in _BLOCKS:
            yield from _finished(gathered, stack, is_last=closes)
            gathered = _Gathered()
        if name in {"br", "img"}:
            gathered.add("\n" if name == "br" else OBJECT, tag.start(), tag.end())
        if name == "ruby":
            if closes:
                gathered.ruby.append((ruby_start, len(gathered.characters)))
            ruby_start = len(gathered.characters)
        if closes:
            _close(stack, name)
        elif name not in _VOID:
            stack.append(_opened(stack[-1], name, tag["rest"]))
    _gather(gathered, html, position, len(html), stack)
    yield from _finished(gathered, stack, is_last=True)


def _gather(gathered: _Gathered, html: str, start: int, end: int, stack: list[_Open]) -> None:
    if start == end or any(one.name in _UNSPOKEN for one in stack):
        return
    around = next((one for one in reversed(stack) if one.name in _BLOCKS), stack[0])
    opaque = stack[-1].lang != around.lang or any(one.name in _OPAQUE for one in stack)
    for piece in _PIECE.finditer(html, start, end):
        character = html_entities.unescape(piece[0])
        gathered.add(OBJECT if opaque or len(character) != 1 else character, *piece.span())


def _finished(
    gathered: _Gathered, stack: list[_Open], *, is_last: bool
) -> Iterator[tuple[Passage, list[tuple[int, int]]]]:
    text = "".join(gathered.characters)
    if text.strip():
        block = next((one.name for one in reversed(stack) if one.name in _BLOCKS), stack[0].name)
        classes = frozenset().union(*(one.classes for one in stack))
        yield Passage(text, stack[-1].lang, block, classes, tuple(gathered.ruby), is_last), gathered.places


def _opened(around: _Open, name: str, rest: str) -> _Open:
    found = {match[1]: match[2] or match[3] or "" for match in _ATTRIBUTE.finditer(rest)} if rest else {}
    return _Open(name, found.get("lang", around.lang), frozenset(found.get("class", "").split()))


def _close(stack: list[_Open], name: str) -> None:
    for index in range(len(stack) - 1, 0, -1):
        if stack[index].name == name:
            del stack[index:]
            return
