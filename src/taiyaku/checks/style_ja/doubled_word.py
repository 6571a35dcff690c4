"""A word typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import NO_KANJI
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token

_REPEATED = lazy_pattern(
    rf"([^{NO_KANJI}]{{2,6}})\1|([ァ-ヺー]{{4,}})\2|([^\W\dA-Za-z_ァ-ヿ]{{3,12}})\3|(?=([をがにでとはのへも])\4)\4\4"
)
_ANYTHING_TWICE = lazy_pattern(r"([^\s、。「」]{2,12})\1")
_PARTICLE_TWICE = lazy_pattern(r"([をがにでとはのへも])\1")
"""All that `_REPEATED` can find in a text that has nothing else twice."""

_EACH = lazy_pattern(
    r"[一１1][人つ歩日言品個枚点名社球字語句戸校家件票瞬戦打針本冊頭匹軒足段対代刻間話曲文節手場試投声]$"
    r"|^[何幾]|^五分$"
)
"""One by one: 一人一人, 一つ一つ; again and again: 何度も何度も. But 一度一度, once and once, is no phrase."""

_NO_WORD = frozenset({"副詞", "感動詞", "補助記号", "記号", "連体詞", "形容詞"})


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find words repeated at once, other than in phrases (一人一人) and sounds (ドンドン)."""
    for index, passage in targets(bitext, "ja"):
        for span in doubled_words(passage):
            word = span.of(passage.text)[: (span.end - span.start) // 2]
            message = Phrase("“{word}” is written twice", word=word)
            # What to strike out is certain, but not whether it was the only slip.
            yield Finding(CHECK.name, "warning", message, index, (Mark("target", *span),), (word * 2,))


def doubled_words(passage: Passage) -> Iterator[Span]:
    """Yield the span of each word that a Japanese text has twice in a row by mistake."""
    pattern = _REPEATED if _ANYTHING_TWICE.search(passage.masked) is not None else _PARTICLE_TWICE
    for match in pattern.finditer(passage.masked):
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
        return _COMPOUND.fullmatch(match[0][: middle - start]) is not None
    first = [token for token in inside if token.span.end <= middle]
    second = inside[len(first) :]
    if [token.surface for token in first] != [token.surface for token in second]:
        return False
    if len(match[0]) == 2:  # noqa: PLR2004 - one character twice: only particles
        kinds = {token.part_of_speech for token in inside}
        return len(kinds) == 1 and first[0].part_of_speech[0] == "助詞"
    if all(token.is_numeral for token in inside) or _is_meant(first):
        return False
    return not any(token.part_of_speech[0] in _NO_WORD or token.is_name for token in inside)


_COMPOUND = lazy_pattern(rf"[^{NO_KANJI}]+[ぁ-ん]+(?:[^{NO_KANJI}]|[ぁ-ん])*[^{NO_KANJI}]")
"""A compound with okurigana inside, which the dictionary cuts anywhere when it stands twice: 夜明け前夜明け前."""


def _is_meant(words: list[Token]) -> bool:
    """Whether people say it twice (毎日毎日, 本当に本当に), or say that somebody says it (としているとしている)."""
    start, end = words[0], words[-1]
    if start.surface.startswith("毎") or end.surface == "も" or "命令" in end.inflection[1]:
        return True
    if end.surface in {"て", "で"} and len(words) > 1 and words[-2].part_of_speech[0] == "動詞":
        return True  # 歌って歌って
    if start.surface in {"本当", "一つ", "ひと", "次々", "大丈夫"} or start.part_of_speech[0] == "形状詞":
        return True
    return start.surface == "と" and start.part_of_speech[0] == "助詞" and end.inflection[1][:3] in {"終止形", "連体形"}


CHECK = Check(
    name="doubled-word",
    family="style-ja",
    severity="warning",
    summary=Phrase("A word is written twice."),
    find=find,
    languages=("ja",),
    examples=(
        Bad("They practiced again.", "もう一度一度歌を練習した。", says="“一度” is written twice"),
        Bad("They practiced.", "歌をを練習した。", says="“を” is written twice"),
        Bad("The delegation left.", "代表団代表団が帰った。", says="“代表団” is written twice"),
        Bad("They are practicing.", "練習していますしています。", says="“しています” is written twice"),
        Bad("They left before dawn.", "夜明け前夜明け前に出た。", says="“夜明け前” is written twice"),
        Good("He greeted them one by one.", "一人一人にあいさつした。", why="one by one"),
        Good("His mother came.", "はははははと笑った。", why="a sound"),
        Good("Drums went boom.", "太鼓がドンドンドンドンと鳴った。", why="a sound"),
        Good("They are various.", "さまざまな人々が時々来る。", why="these words are made so"),
        Good("He came to Tsu.", "津々浦々から来た。", why="an idiom"),
        Good("A big, big dream", "大きな大きな夢", why="said twice on purpose"),
        Good("It is a toss-up.", "勝負は五分五分だ。", why="an idiom"),
        Good("Again and again", "何度も何度も練習した。", why="said twice on purpose"),
        Bad("They practice with the band.", "楽団と練習と練習をする。", says="“と練習” is written twice"),
        Good("It says it aims at peace.", "平和を目的としているとしている。", why="one says what the other is"),
        Good("Day after day they sang.", "来る日も来る日も、毎日毎日歌った。", why="said twice on purpose"),
        Good("Thank you very, very much.", "本当に本当にありがとう。", why="said twice on purpose"),
        Good("In 2020", "二〇二〇年", why="a number"),
        Good("He was there, too.", "庭には二羽いた。", why="two particles that follow each other"),
    ),
)
