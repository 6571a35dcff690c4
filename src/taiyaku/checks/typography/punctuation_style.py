"""、 and 。 against ， and ．, and Western commas and full stops in Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.repairs import finding, repairs
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding

_BEFORE = f"(?<=[{HIRAGANA}{KATAKANA}{KANJI}」』）])"
_AFTER = f"[{HIRAGANA}{KATAKANA}{KANJI}「『（]"
_COMMA = rf"{_BEFORE},[ ]?(?={_AFTER}|\s|$)"
_STOP = rf"(?<=[{HIRAGANA}]|[{KANJI}」』）])\.(?!\.)(?=\s*$|{_AFTER}|[」』])"
_DIGIT = "[0-9０-９]"
_WIDE = rf"(?<!{_DIGIT})[，．、。]|[，．、。](?!{_DIGIT})"
_FAULT = lazy_pattern(rf"{_COMMA}|{_STOP}|{_WIDE}")
_WORTH_A_LOOK = lazy_pattern(r"[^\x00-\x7f][,.]|[，．]")
_ANY = lazy_pattern(r"[,.，．、。]")
_DEFAULT = "、。"


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find commas and full stops that are not the house's; those between digits are none."""
    marks = bitext.style.punctuation or _habit(bitext)
    comma, stop = marks[0], marks[1]
    mapping = {",": comma, "，": comma, "、": comma, ".": stop, "．": stop, "。": stop}
    cue = _WORTH_A_LOOK if marks == _DEFAULT else _ANY
    for index, passage in targets(bitext, "ja"):
        if cue.search(passage.masked) is None:
            continue
        found = list(repairs(passage, _FAULT, lambda match: mapping[match[0][0]]))
        if found:
            start, end, right = found[0]
            mark = passage.text[start:end]
            message = Phrase("“{mark}” is not the mark here; write “{right}”", mark=mark, right=right)
            yield finding(CHECK.name, "warning", message, (index, passage), found)


def _habit(bitext: Bitext) -> str:
    """Return the marks that the article has most of."""
    text = "".join(passage.masked for _, passage in targets(bitext, "ja"))
    return max((_DEFAULT, "，。", "，．"), key=lambda marks: sum(text.count(mark) for mark in marks))


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
        Bad("The mayor, smiling, shook hands.", "市長は，笑顔で握手した．", says="“，” is not the mark"),
        Bad(
            "He came, and left.",
            "彼は来て、帰った。",
            says="“、” is not the mark",
            settings='[style.ja]\npunctuation = "，．"',
        ),
        Good("It cost 1,200 yen.", "1,200円だった。", why="a comma between digits"),
        Good("It cost 1,200 yen.", "１，２００円だった。", why="a full-width comma between digits"),
        Good("It grew 3.5 percent.", "３．５％増えた。", why="a decimal point"),
        Good("Smith, Jones and Co.", "Smith, Jones and Co.の社員", why="an English name keeps its marks"),
        Good("See Bizen.com", "備前.comを参照", why="an address"),
        Good("Well...", "さて...", why="an ellipsis is no full stop"),
    ),
)
