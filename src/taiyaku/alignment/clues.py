"""Words of two languages that are likely to stand in each other's translation: common ones, and borrowed ones."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.alignment.sounds import alike, english_sound, katakana_sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[a-zà-ɏ]+(?:['’][a-z]+)?")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}")
_KEPT = 0.6
"""How often the translation of a text with a word has one of the words that are likely there."""
_MOST = 2.5  # no single word says more, in natural logarithms
_DAMPING = 0.6  # words of one text depend on each other


class Clues(NamedTuple):
    """For each text of one side the clues in it, and what each says where it stands on both sides, or on this one."""

    source: list[frozenset[str]]
    target: list[frozenset[str]]
    both: dict[str, float]
    alone: dict[str, float]


def find_clues(source: Sequence[str], target: Sequence[str], *, english_first: bool) -> Clues:
    """Return the clues in the texts of both sides, one of which is English, the other Japanese."""
    english, japanese = (source, target) if english_first else (target, source)
    ours, theirs = _common_words(english, japanese)
    _borrowed_words(english, japanese, ours, theirs)
    counts = [Counter(clue for text in side for clue in text) for side in (ours, theirs)]
    sizes = max(len(english), 1), max(len(japanese), 1)
    both, alone = {}, {}
    for clue in counts[0].keys() | counts[1].keys():
        shares = [min(max(count[clue] / size, 0.02), 0.9) for count, size in zip(counts, sizes, strict=True)]
        by_chance = max(shares)
        both[clue] = _DAMPING * min(max(math.log(_KEPT / by_chance), 0.0), _MOST)
        alone[clue] = _DAMPING * min(math.log((1 - _KEPT) / (1 - by_chance)), 0.0) / 2
    frozen = [frozenset(text) for text in ours], [frozenset(text) for text in theirs]
    return Clues(*(frozen if english_first else frozen[::-1]), both, alone)


def is_common_word(word: str) -> bool:
    """Whether an English word, in any case, is in the list of common ones."""
    return word.lower() in _table()[0]


def _common_words(english: Sequence[str], japanese: Sequence[str]) -> tuple[list[set[str]], list[set[str]]]:
    words, parts = _table()
    ours = [{clue for word in _words(text) for clue in words.get(word, ())} for text in english]
    theirs = [{clue for clue, known in parts.items() if any(part in text for part in known)} for text in japanese]
    return ours, theirs


def _words(text: str) -> Iterable[str]:
    return set(_WORD.findall(text.lower().replace("’", "'")))


@cache
def _table() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Read words.txt: English words with their clues, and each clue with what stands for it in Japanese."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    parts = {}
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        english, _, japanese = line.partition(": ")
        forms = english.split(", ")
        parts[forms[0]] = japanese.split(", ")
        for form in forms:
            words[form].append(forms[0])
    return dict(words), parts


def _borrowed_words(
    english: Sequence[str], japanese: Sequence[str], ours: list[set[str]], theirs: list[set[str]]
) -> None:
    """Add a clue for each katakana word that sounds like an English one."""
    by_sound: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(english):
        for word in _words(text):
            by_sound[_heard(word)].add(number)
    borrowed = [set(_KATAKANA.findall(text)) for text in japanese]
    for number, words in enumerate(borrowed):
        theirs[number] |= words
    for word in set().union(*borrowed):
        sound = katakana_sound(word)
        for other, numbers in by_sound.items():
            for number in numbers if alike(sound, other) else ():
                ours[number].add(word)


_heard = cache(english_sound)
