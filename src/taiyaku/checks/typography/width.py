"""Half-width kana, full-width letters and digits, Japanese marks in English."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.repairs import finding, repairs
from taiyaku.checks.translated import targets, translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_Policy = Literal["", "half", "full"]

_HALF_KANA = "[｡-ﾟ]+"
_WIDE_ASCII = "[！-～￥％＆＃　]+"
_HALF_DIGITS, _WIDE_DIGITS = "[0-9]+", "[０-９]+"
_HALF_LETTERS, _WIDE_LETTERS = "[A-Za-z]+", "[Ａ-Ｚａ-ｚ]+"
_JAPANESE_MARKS = str.maketrans("、。", ",.")
_TO_WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_ANY_WIDE = lazy_pattern("[｡-ﾟ！-～、。　]")

_WIDE_NUMBER = "[０-９]+(?:[，．][０-９]+)*"
_HALF_NUMBER = r"(?<![A-Za-z\d])(?<![A-Za-z\d][-. /:,])\d+(?:[.,]\d+)*(?!\d|[-. /:,]?[A-Za-z])"
_NUMBERS = lazy_pattern(f"(?a:{_HALF_NUMBER})|{_WIDE_NUMBER}")
_WORDS = lazy_pattern(f"{_HALF_LETTERS}|{_WIDE_LETTERS}")
_WIDE_DIGIT, _WIDE_LETTER = lazy_pattern("[０-９]"), lazy_pattern("[Ａ-Ｚａ-ｚ]")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find characters of the wrong width: the certain ones always, letters and digits where the house has a policy.

    Where it has none, there is one note for an article that has numbers, or words, of both widths.
    """
    if bitext.languages[1] == "en":
        pattern = lazy_pattern(f"{_WIDE_ASCII}|[、。｡-ﾟ]")
    else:
        pattern = lazy_pattern("|".join([_HALF_KANA, *_policies(bitext)]))
    for index, pair in translated(bitext):
        passage = pair.target
        if bitext.languages[1] == "en" and _ANY_WIDE.search(passage.text) is None:
            continue
        found = list(repairs(passage, pattern, _right))
        if found:
            start, end, right = found[0]
            message = Phrase("“{text}” has the wrong width; write “{right}”", text=passage.text[start:end], right=right)
            yield finding(CHECK.name, "warning", message, (index, passage), found)
    passages = list(targets(bitext, "ja"))
    yield from _mixed(passages, bitext.style.digits, _NUMBERS, _WIDE_DIGIT)
    yield from _mixed(passages, bitext.style.letters, _WORDS, _WIDE_LETTER)


def _mixed(
    passages: list[tuple[int, Passage]], policy: _Policy, pattern: re.Pattern[str], cue: re.Pattern[str]
) -> Iterator[Finding]:
    """Note what an article has less of. Each kind is judged by itself: many write １ and 15, ＰＴＡ and Google."""
    if policy or not any(cue.search(passage.masked) for _, passage in passages):
        return
    kinds: dict[bool, dict[bool, list[tuple[int, re.Match[str]]]]] = {}
    for index, passage in passages:
        for match in pattern.finditer(passage.masked):
            widths = kinds.setdefault(_is_short(match[0]), {True: [], False: []})
            widths[match[0].isascii()].append((index, match))
    rare = [place for widths in kinds.values() for place in min(widths[False], widths[True], key=len)]
    if rare:
        index, match = min(rare, key=_position)
        wanted = _right(match)
        message = Phrase(
            "“{word}” is not the style here; write “{wanted}” (places: {count})",
            word=match[0],
            wanted=wanted,
            count=len(rare),
        )
        marks = tuple(Mark("target", *other.span()) for place, other in rare if place == index)
        yield Finding(CHECK.name, "note", message, index, marks, (match[0], wanted))


def _is_short(text: str) -> bool:
    """Whether it is a single digit, or an abbreviation or a single letter."""
    return text.isupper() if text[0].isalpha() else len(text) == 1


def _position(place: tuple[int, re.Match[str]]) -> tuple[int, int]:
    return place[0], place[1].start()


def _policies(bitext: Bitext) -> Iterator[str]:
    for policy, half, wide in (
        (bitext.style.digits, _HALF_DIGITS, _WIDE_DIGITS),
        (bitext.style.letters, _HALF_LETTERS, _WIDE_LETTERS),
    ):
        if policy:
            yield wide if policy == "half" else half


def _right(match: re.Match[str]) -> str:
    text = match[0]
    if text.isascii():
        return text.translate(_TO_WIDE)
    usual = unicodedata.normalize("NFKC", text)
    return usual.translate(_JAPANESE_MARKS) if _is_wide(text) else usual


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[0]) in {"F", "W"}


CHECK = Check(
    name="width",
    family="typography",
    severity="warning",
    summary=Phrase("Characters have the wrong width."),
    find=find,
    examples=(
        Bad("Torrance is a city.", "ﾄｰﾗﾝｽは都市だ。", says="“ﾄｰﾗﾝｽ” has the wrong width; write “トーランス”"),
        Bad("費用は１００円（税込み）。", "It costs １００ yen.", says="“１００” has the wrong width; write “100”"),
        Bad("来た。", "They came。", says="“。” has the wrong width; write “.”"),
        Bad("50 came.", "５０人が来た。", says="“５０” has", settings='[style.ja]\ndigits = "half"'),
        Bad("50 came.", "50人が来た。", says="“50” has", settings='[style.ja]\ndigits = "full"'),
        Bad(
            "15 came, then 30, then 45.", "１５人、30人、45人と来た。", says="“１５” is not the style here; write “15”"
        ),
        Bad("The PTA, the NPO", "ＰＴＡとPTAとNPO", says="“ＰＴＡ” is not the style here; write “PTA” (places: 1)"),
        Good("About 32,000 people live there.", "約３万２千人が暮らす。", why="the house has no policy for digits"),
        Good("3 came, then 30.", "３人、次に30人が来た。", why="a single digit may have a width of its own"),
        Good("The PTA and Google", "ＰＴＡとGoogle", why="so may an abbreviation"),
        Good("An A4 sheet for 3", "３人にA4の紙", why="a number in a name keeps its width"),
        Good("The PTA met.", "ＰＴＡが集まった。", why="nor for letters"),
        Good("50 came.", "50人が来た。", why="half width", settings='[style.ja]\ndigits = "half"'),
        Good("50 came.", "`50`と書く。", why="code keeps its width", settings='[style.ja]\ndigits = "full"'),
        Good("トーランス市", "The city of Torrance", why="plain English"),
        Good("絆", "kizuna (絆)", why="kanji have one width"),
    ),
)
