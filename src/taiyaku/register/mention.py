"""One name in one text, as either language shows it to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from taiyaku.span import Span
    from taiyaku.termbase.concept import Kind

Language = Literal["en", "ja"]


class Mention(NamedTuple):
    """A name in a text; `span` is in code points.

    `pieces` are what is compared by sound: English words with a capital, katakana words, or the family and the given
    name. `kind` is None where the text does not tell it. `head` is the word that does: University, 県. `titles` stand
    beside it. `reading` is in katakana, as the dictionary has it. `sure`: it cannot well be anything but a name.
    `later`: it may be short for a longer name.
    """

    language: Language
    text: str
    span: Span
    pieces: tuple[str, ...]
    kind: Kind | None = None
    head: str = ""
    titles: tuple[str, ...] = ()
    reading: str = ""
    sure: bool = True
    later: bool = False
    gloss: str = ""
    """What stands in brackets behind it, in the letters of the other language."""
    hint: Kind | None = None
    """What it may well be, where `kind` is not told."""
    article: bool = False
    """Whether "the" stands before it."""
    weak: bool = False
    """Whether it counts only as a part of a longer name: a word like any other that opens a sentence."""
