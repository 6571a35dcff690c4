"""The dictionary's readings above words: how many of those printed are right, and how many words get one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.quality.corpora import HALVES
from tests.quality.table import Table, share

from taiyaku.japanese.furigana import fitted, hiragana
from taiyaku.japanese.scripts import is_kanji
from taiyaku.japanese.sure_readings import sure_readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.quality.corpora import Half

    from taiyaku.japanese.furigana import Ruby

_WORD = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_NOBODY_KNOWS = "?"
_KINDS = {"plain": "daily news", "heteronym": "spellings of several words", "number": "numbers", "name": "names"}


class Line(NamedTuple):
    """A sentence, and its words with their places and the readings that are right."""

    kind: str
    half: Half
    text: str
    words: tuple[tuple[int, int, tuple[str, ...]], ...]


@dataclass(slots=True)
class Printed:
    """How many words there are, how many of them got a reading, and how many of these a right one; `wrong` tells."""

    words: int = 0
    read: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def right(self) -> int:
        """How many readings are right."""
        return self.read - len(self.wrong)


def lines() -> list[Line]:
    """Return the sentences; every second one is held out."""
    rows = Path(__file__).with_name("readings.tsv").read_text("utf-8").splitlines()
    rows = [row for row in rows if not row.startswith("#")]
    return [_line(row, HALVES[number % 2]) for number, row in enumerate(rows)]


def _line(row: str, half: Half) -> Line:
    kind, marked = row.split("\t")
    words, text, position = [], "", 0
    for word in _WORD.finditer(marked):
        text += marked[position : word.start()]
        words.append((len(text), len(text) + len(word[1]), tuple(word[2].split("/"))))
        text += word[1]
        position = word.end()
    return Line(kind, half, text + marked[position:], tuple(words))


def printed(chosen: Iterable[Line]) -> Printed:
    """Read the sentences as a page that asks for all readings does, and compare."""
    found = Printed()
    for line in chosen:
        rubies = list(_rubies(line.text))
        for start, end, right in line.words:
            above = [ruby for ruby in rubies if ruby.start < end and start < ruby.end]
            found.words += 1
            found.read += bool(above)
            if above and not _is_right(line.text, (start, end), above, right):
                readings = "・".join(ruby.reading for ruby in above)
                found.wrong.append(f"{line.text[start:end]}: {readings}, not {'/'.join(right)} ({line.text})")
    return found


def furigana_table() -> Table:
    """Return the figures by kinds of words and halves."""
    found = lines()
    kinds = dict.fromkeys(line.kind for line in found)
    rows = [_row(kind, [line for line in found if line.kind == kind]) for kind in kinds]
    note = "Of words in sentences of our own: readings printed that are right, and words that get one."
    columns = ["Sentences about", *(f"{what}, {half}" for what in ("Right", "Read") for half in HALVES)]
    return Table("The dictionary’s readings", note, columns, [*rows, _row("all", found)])


def _row(kind: str, chosen: list[Line]) -> list[str]:
    halves = [printed(line for line in chosen if line.half == half) for half in HALVES]
    return [
        _KINDS.get(kind, kind),
        *(share(half.right, half.read) for half in halves),
        *(share(half.read, half.words) for half in halves),
    ]


def _rubies(text: str) -> Iterator[Ruby]:
    for word in sure_readings(text):
        for ruby in fitted(word.span.of(text), word.reading):
            yield ruby._replace(start=word.span.start + ruby.start, end=word.span.start + ruby.end)


def _is_right(text: str, word: tuple[int, int], above: list[Ruby], right: tuple[str, ...]) -> bool:
    """Whether what stands above a word, or a part of it, is how it is read there."""
    start, end = word
    if right == (_NOBODY_KNOWS,) or above[0].start < start or above[-1].end > end:
        return False
    pattern, position = "", start
    for ruby in above:
        pattern += _unread(text[position : ruby.start]) + ruby.reading
        position = ruby.end
    pattern += _unread(text[position:end])
    return any(re.fullmatch(pattern, reading) for reading in right)


def _unread(text: str) -> str:
    return "".join(".+" if is_kanji(character) else re.escape(hiragana(character)) for character in text)
