"""A word typed twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import KANJI
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token

_REPEATED = re.compile(
    rf"([{KANJI}]{{2,6}})\1|([ァ-ヺー]{{4,}})\2|([ぁ-ん{KANJI}]{{3,12}})\3|(?=([をがにでとはのへも])\4)\4\4"
)
_EACH = re.compile(
    r"[一１1][人つ歩日言品個枚点名社球字語句戸校家件票瞬戦打針本冊頭匹軒足段対代刻間話曲文節手場試投声]$"
    r"|^[何幾]"
)
"""One by one: 一人一人, 一つ一つ; again and again: 何度も何度も. But 一度一度, once and once, is no phrase."""

_NO_WORD = frozenset({"副詞", "感動詞", "補助記号", "記号", "連体詞", "形容詞"})


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find words repeated at once, other than in phrases (一人一人) and sounds (ドンドン)."""
    for index, passage in targets(bitext, "ja"):
        for span in doubled_words(passage):
            word = span.of(passage.text)[: (span.end - span.start) // 2]
            message = Phrase("“{word}” stands there twice", word=word)
            # What to strike out is certain, but not whether it was the only slip.
            yield Finding(CHECK.name, "warning", message, index, (Mark("target", *span),), (word * 2,))


def doubled_words(passage: Passage) -> Iterator[Span]:
    """Yield the span of each word that a Japanese text has twice in a row by mistake."""
    for match in _REPEATED.finditer(passage.masked):
        half = match[0][: len(match[0]) // 2]
        if not _EACH.search(half) and not _is_sound(half) and _is_made_of_words(passage, match):
            yield Span(*match.span())


def _is_sound(half: str) -> bool:
    """Whether it repeats within itself: ドンドンドンドン, ハハハハ."""
    return half in (half * 2)[1:-1]


def _is_made_of_words(passage: Passage, match: re.Match[str]) -> bool:
    """Whether words begin at its start, middle and end, the same ones: すもももももも are several others."""
    start, end = match.span()
    middle = (start + end) // 2
    inside = [token for token in passage.tokens if token.span.start < end and token.span.end > start]
    edges = {token.span.start for token in inside} | {token.span.end for token in inside}
    if not {start, middle, end} <= edges:
        return False
    first = [token for token in inside if token.span.end <= middle]
    second = inside[len(first) :]
    if [token.surface for token in first] != [token.surface for token in second]:
        return False
    if len(match[0]) == 2:  # noqa: PLR2004 - one character twice: only particles
        return all(token.part_of_speech[0] == "助詞" for token in inside) and _same_particle(first[0], second[0])
    if all(token.is_numeral for token in inside):
        return False
    return not any(token.part_of_speech[0] in _NO_WORD or token.is_name for token in inside)


def _same_particle(one: Token, other: Token) -> bool:
    return one.part_of_speech == other.part_of_speech


CHECK = Check(
    name="doubled-word",
    family="style-ja",
    severity="warning",
    summary=Phrase("A word stands there twice."),
    find=find,
    languages=("ja",),
    examples=(
        Bad("They practiced again.", "もう一度一度歌を練習した。", says="“一度” stands there twice"),
        Bad("They practiced.", "歌をを練習した。", says="“を” stands there twice"),
        Bad("The delegation left.", "代表団代表団が帰った。", says="“代表団” stands there twice"),
        Bad("They are practicing.", "練習していますしています。", says="“しています” stands there twice"),
        Good("He greeted them one by one.", "一人一人にあいさつした。", why="one by one"),
        Good("His mother came.", "はははははと笑った。", why="a sound"),
        Good("Drums went boom.", "太鼓がドンドンドンドンと鳴った。", why="a sound"),
        Good("They are various.", "さまざまな人々が時々来る。", why="these words are made so"),
        Good("He came to Tsu.", "津々浦々から来た。", why="an idiom"),
        Good("A big, big dream", "大きな大きな夢", why="said twice on purpose"),
        Good("Again and again", "何度も何度も練習した。", why="said twice on purpose"),
        Good("In 2020", "二〇二〇年", why="a number"),
        Good("He was there, too.", "庭には二羽いた。", why="two particles that follow each other"),
    ),
)
