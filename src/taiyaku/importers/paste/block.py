"""What a paste is made of: lines as they came, and blocks, each a paragraph or another piece of the article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.sentence_words import BEFORE_NUMBERS, MONTHS, NEVER_LAST

if TYPE_CHECKING:
    from taiyaku.errors import Phrase

_CLOSERS = "\"'”’)]）」』】〕》〉］*_ \u3000"
_QUOTED = lazy_pattern(r"(?s)「.*」|『.*』|“.*”")
_NOTE_MARK = lazy_pattern(r"(?:\s*\[\^?\w{1,4}\]|[（(][^（）()]{1,40}[)）]|[\s\u3000]*【[^】]{1,20}】)+$")
_LAST_WORD = lazy_pattern(r"([^\W\d_][\w.’']*)\.$")
_FULL_STOPS = ".!?…。！？．:："
_SHORTENED = NEVER_LAST | BEFORE_NUMBERS | (MONTHS - {"Mar"}) | frozenset({"Nos", "Mts"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without its outer white space. `number` is that of the input, from 1.

    `gap` is how many blank lines stand before it, `page` whether a page ends before it, and `indent` how many columns
    of white space it began with (two for an ideographic space).
    """

    text: str
    number: int
    gap: int = 0
    page: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the article. `role` is "" while nobody knows better: then it is a paragraph.

    `line` is where it begins in the input. `gap`, `page` and `indent` are those of its first line. `said` is what a
    person should hear about it: where it was rejoined, what was left out. `doubtful`: the role is a guess.
    """

    text: str
    line: int
    role: str = ""
    gap: int = 0
    page: bool = False
    indent: int = 0
    said: tuple[Phrase, ...] = ()
    doubtful: bool = False

    def taken_for(self, role: str, *, doubtful: bool = False) -> Block:
        """Return this block in a role."""
        return replace(self, role=role, doubtful=doubtful)

    def saying(self, *what: Phrase) -> Block:
        """Return this block with something more to say about it."""
        return replace(self, said=(*self.said, *what))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, a colon before a list included; not with “Mr.” or “Aug.”."""
    bare = text.rstrip(_CLOSERS)
    if not bare:
        return True
    if _QUOTED.fullmatch(text) and text.count("「") == text.count("」") and text.count("“") == text.count("”"):
        return True
    if bare[-1] not in _FULL_STOPS:
        without = _NOTE_MARK.sub("", text).rstrip(_CLOSERS)
        return without != bare and bool(without) and without[-1] in _FULL_STOPS
    word = _LAST_WORD.search(bare)
    if word is None or bare != text.rstrip():
        return True
    return word[1] not in _SHORTENED and not (len(word[1]) == 1 and word[1].isupper() and word[1] != "I")


def words_in(text: str) -> int:
    """Return the number of words that spaces divide."""
    return len(text.split())
