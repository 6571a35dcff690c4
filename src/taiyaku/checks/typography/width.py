"""Half-width kana, full-width letters and digits, Japanese marks in English."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.repairs import finding, repairs
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding

_HALF_KANA = "[｡-ﾟ]+"
_WIDE_ASCII = "[！-～￥％＆＃　]+"
_HALF_DIGITS, _WIDE_DIGITS = "[0-9]+", "[０-９]+"
_HALF_LETTERS, _WIDE_LETTERS = "[A-Za-z]+", "[Ａ-Ｚａ-ｚ]+"
_JAPANESE_MARKS = str.maketrans("、。", ",.")
_TO_WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_ANY_WIDE = lazy_pattern("[｡-ﾟ！-～、。　]")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find characters of the wrong width: the certain ones always, letters and digits where the house has a policy."""
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
        Good("About 32,000 people live there.", "約３万２千人が暮らす。", why="the house has no policy for digits"),
        Good("The PTA met.", "ＰＴＡが集まった。", why="nor for letters"),
        Good("50 came.", "50人が来た。", why="half width", settings='[style.ja]\ndigits = "half"'),
        Good("50 came.", "`50`と書く。", why="code keeps its width", settings='[style.ja]\ndigits = "full"'),
        Good("トーランス市", "The city of Torrance", why="plain English"),
        Good("絆", "kizuna (絆)", why="kanji have one width"),
    ),
)
