"""Points of policy in Japanese: か月 or カ月, ヴ or バ, サーバー or サーバ. One finding for an article and a point."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage
    from taiyaku.checks.style import Style
    from taiyaku.errors import Severity

_MONTHS = lazy_pattern(r"(?<=[0-9０-９一二三四五六七八九十数何])(?:か|カ|ヵ|ヶ|ケ|箇)月")
_VU = lazy_pattern(r"[ァ-ヺー]*ヴ[ァィゥェォュ]?[ァ-ヺー]*")
_WITHOUT_VU = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ"}
_LOANS = (
    "サーバ ユーザ コンピュータ プリンタ ブラウザ フォルダ プロバイダ ルータ メンバ モニタ スキャナ "
    "エレベータ エスカレータ パラメータ プログラマ マネージャ "
    "エディタ カウンタ ヘッダ フッタ コネクタ プロセッサ アダプタ"
)
_LOAN = "|".join(_LOANS.split())
_SHORT = lazy_pattern(rf"(?<![ァ-ヺー])(?:{_LOAN})(?![ァ-ヺー])")
_LONG = lazy_pattern(rf"(?<![ァ-ヺー])(?:{_LOAN})ー(?![ァ-ヺー])")


def is_ruled(one: str, other: str, style: Style) -> bool:
    """Whether two spellings of a word in katakana differ in what the house has settled: ヴ, or the last ー."""
    if "ヴ" in one + other:
        return style.vu is False
    stem = one.removesuffix("ー")
    return style.long_ending is not None and stem == other.removesuffix("ー") and stem in _LOANS.split()


class _Place(NamedTuple):
    pair: int
    start: int
    end: int
    word: str


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find what is not as the house has it; with no policy for months, a note where an article has two ways."""
    passages = list(targets(bitext, "ja"))
    style = bitext.style
    months = _places(passages, _MONTHS, "月")
    words = [place.word for place in months]
    wanted = str(style.months) or max(words, key=words.count, default="")
    wrong = [place for place in months if place.word != wanted]
    yield from _report(wrong, wanted, "warning" if style.months else "note")
    if style.vu is False:
        found = _places(passages, _VU, "ヴ")
        if found:
            wanted = re.sub("ヴ[ァィェォュ]?", lambda match: _WITHOUT_VU[match[0]], found[0].word)
            yield from _report(found, wanted)
    if style.long_ending is not None:
        pattern = _SHORT if style.long_ending else _LONG
        found = _places(passages, pattern, "")
        if found:
            word = found[0].word
            yield from _report(found, f"{word}ー" if style.long_ending else word[:-1])


def _places(passages: list[tuple[int, Passage]], pattern: re.Pattern[str], cue: str) -> list[_Place]:
    return [
        _Place(index, *match.span(), match[0])
        for index, passage in passages
        if cue in passage.text
        for match in pattern.finditer(passage.masked)
    ]


def _report(wrong: list[_Place], wanted: str, severity: Severity = "warning") -> Iterator[Finding]:
    if wrong:
        first = wrong[0]
        message = Phrase(
            "“{word}” is not the style here; write “{wanted}” (places: {count})",
            word=first.word,
            wanted=wanted,
            count=len(wrong),
        )
        marks = tuple(Mark("target", place.start, place.end) for place in wrong if place.pair == first.pair)
        yield Finding(CHECK.name, severity, message, first.pair, marks, (first.word, wanted))


CHECK = Check(
    name="house-style",
    family="style-ja",
    severity="warning",
    summary=Phrase("A point of policy is not as the house, or the rest of the article, has it."),
    find=find,
    languages=("ja",),
    examples=(
        Bad(
            "For 3 months.",
            "3か月間。",
            says="“か月” is not the style here; write “カ月”",
            settings='[style.ja]\nmonths = "カ月"',
        ),
        Bad(
            "3 and 4 and 5 months", "3か月、4か月、5カ月", says="“カ月” is not the style here; write “か月” (places: 1)"
        ),
        Bad("A violin", "ヴァイオリン", says="write “バイオリン”", settings="[style.ja]\nvu = false"),
        Bad(
            "A server",
            "サーバを移した。",
            says="“サーバ” is not the style here; write “サーバー”",
            settings="[style.ja]\nlong_ending = true",
        ),
        Bad("A server", "サーバーを移した。", says="“サーバー” is not", settings="[style.ja]\nlong_ending = false"),
        Good("For 3 months.", "3カ月間。", why="as the house has it", settings='[style.ja]\nmonths = "カ月"'),
        Good("3 and 4 months", "3か月と4か月", why="the same throughout"),
        Good("In March and April", "3月と4月", why="the names of months"),
        Good("A violin", "ヴァイオリン", why="the house has no policy"),
        Good("A server room", "サーバー室", why="with its ー", settings="[style.ja]\nlong_ending = true"),
        Good("The member", "メンバーの声", why="with its ー", settings="[style.ja]\nlong_ending = true"),
    ),
)
