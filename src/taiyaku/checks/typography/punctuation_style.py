"""、 and 。 against ， and ．, and Western commas and full stops in Japanese."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.repairs import finding, repairs
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_BEFORE = f"(?<=[{HIRAGANA}{KATAKANA}{KANJI}」』）])"
_AFTER = f"[{HIRAGANA}{KATAKANA}{KANJI}「『（]"
_COMMA = rf"{_BEFORE},[ ]?(?={_AFTER}|\s|$)"
_STOP = rf"(?<=[{HIRAGANA}]|[{KANJI}」』）])\.(?!\.)(?=\s*$|{_AFTER}|[」』])"
_DIGIT = "[0-9０-９]"
_WIDE = rf"(?<!{_DIGIT})[，．、。]|[，、。](?!{_DIGIT})|．(?=\s*$)"
"""Not between digits; and a full stop after a digit is that of a number in a list: １．概要."""

_MARK = lazy_pattern(rf"{_COMMA}|{_STOP}|{_WIDE}")
_WESTERN = lazy_pattern(rf"{_COMMA}|{_STOP}")
_WORTH_A_LOOK = lazy_pattern(r"[^\x00-\x7f][,.]|[，．]")
_ANY = lazy_pattern(r"[,.，．、。]")
_DEFAULT = "、。"
_KINDS = (",，、", ".．。")
"""The commas and the full stops: the Western one, that of full width, the usual one."""

_SOME = 3
"""In so many texts a Western mark is no slip any more, and so many times as frequent another makes it one again."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find commas and full stops that are not the house's; those between digits are none.

    Where the house has no policy, the article's own habit is asked: a stray Western mark is a slip, and of what it has
    besides its usual marks there is one note.
    """
    passages = list(targets(bitext, "ja"))
    marks = bitext.style.punctuation
    if marks:
        right = {mark: wanted for kind, wanted in zip(_KINDS, marks, strict=True) for mark in kind}
        yield from _wrong(passages, _MARK, right, _WORTH_A_LOOK if marks == _DEFAULT else _ANY)
    elif any(_WORTH_A_LOOK.search(passage.masked) for _, passage in passages):
        yield from _unlike_the_rest(passages)


def _wrong(
    passages: Sequence[tuple[int, Passage]], pattern: re.Pattern[str], right: Mapping[str, str], cue: re.Pattern[str]
) -> Iterator[Finding]:
    for index, passage in passages:
        if cue.search(passage.masked) is None:
            continue
        found = list(repairs(passage, pattern, lambda match: right.get(match[0][0], match[0])))
        if found:
            start, end, wanted = found[0]
            message = Phrase(
                "“{mark}” is not the mark here; write “{right}”", mark=passage.text[start:end], right=wanted
            )
            yield finding(CHECK.name, "warning", message, (index, passage), found)


class _Place(NamedTuple):
    pair: int
    start: int
    mark: str


def _unlike_the_rest(passages: Sequence[tuple[int, Passage]]) -> Iterator[Finding]:
    places = [
        _Place(index, match.start(), match[0][0])
        for index, passage in passages
        for match in _MARK.finditer(passage.masked)
    ]
    count = Counter(place.mark for place in places)
    is_rare = len({place.pair for place in places if place.mark in ",."}) < _SOME
    slips: dict[str, str] = {}
    usual: dict[str, str] = {}
    for kind in _KINDS:
        western, wide, plain = tuple(kind)
        japanese = wide if count[wide] > count[plain] else plain
        if is_rare or count[japanese] >= _SOME * count[western]:
            slips[western] = japanese
            usual |= dict.fromkeys((wide, plain), japanese)
        else:
            usual |= dict.fromkeys(kind, western if count[western] > count[japanese] else japanese)
    yield from _wrong(passages, _WESTERN, slips, _WORTH_A_LOOK)
    yield from _note([place for place in places if usual.get(place.mark, place.mark) != place.mark], usual)


def _note(places: Sequence[_Place], usual: Mapping[str, str]) -> Iterator[Finding]:
    """One note for an article that has both."""
    if places:
        first = places[0]
        message = Phrase(
            "“{word}” is not the style here; write “{wanted}” (places: {count})",
            word=first.mark,
            wanted=usual[first.mark],
            count=len(places),
        )
        marks = tuple(Mark("target", one.start, one.start + 1) for one in places if one.pair == first.pair)
        yield Finding(CHECK.name, "note", message, first.pair, marks, (first.mark, usual[first.mark]))


CHECK = Check(
    name="punctuation-style",
    family="typography",
    severity="warning",
    summary=Phrase("Commas and full stops are not those of Japanese, or of the house."),
    find=find,
    languages=("ja",),
    examples=(
        Bad("The mayor, smiling, shook hands.", "市長は,笑顔で握手した。", says="“,” is not the mark"),
        Bad("The mayor shook hands.", "市長は握手した.", says="“.” is not the mark"),
        Bad(
            "The mayor, smiling, shook hands.",
            "市長は，笑顔で握手した．",
            says="“，” is not the mark",
            settings='[style.ja]\npunctuation = "、。"',
        ),
        Bad(
            "The mayor, smiling, shook hands, and left.",
            "市長は、笑って、握手し，帰った。",
            says="“，” is not the style here; write “、” (places: 1)",
        ),
        Bad(
            "He came, and left.",
            "彼は来て、帰った。",
            says="“、” is not the mark",
            settings='[style.ja]\npunctuation = "，．"',
        ),
        Good("The mayor, smiling, shook hands.", "市長は，笑顔で握手した．", why="the house has no policy"),
        Good(
            "He came, and left.\n\nShe sang.\n\nWe slept.",
            "彼は来て,帰った.\n\n歌った.\n\n寝た.",
            why="the same throughout",
        ),
        Good("It cost 1,200 yen.", "1,200円だった。", why="a comma between digits"),
        Good("It cost 1,200 yen.", "１，２００円だった。", why="a full-width comma between digits"),
        Good("It grew 3.5 percent.", "３．５％増えた。", why="a decimal point"),
        Good("Smith, Jones and Co.", "Smith, Jones and Co.の社員", why="an English name keeps its marks"),
        Good("1. Summary", "１．概要", why="a number in a list", settings='[style.ja]\npunctuation = "、。"'),
        Good("See Bizen.com", "備前.comを参照", why="an address"),
        Good("Well...", "さて...", why="an ellipsis is no full stop"),
    ),
)
