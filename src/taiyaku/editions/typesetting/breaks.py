"""Where a line may break and where it must not: phrases of a headline, numbers with their counters, last characters."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from taiyaku.editions.typesetting.passages import OBJECT, Addition, Insert, Wrap
from taiyaku.editions.typesetting.phrases import phrase_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.editions.typesetting.passages import Passage

_NO_BREAK = '<span class="unbroken">'
_CLAUSE = '<span class="clause">'
_END = "</span>"
_WORD_JOINER = "&#x2060;"
_KEPT = 3  # characters that stay together at the end of a Japanese paragraph
_LONGEST = 16  # characters of a group: on the narrowest page, one must fit on a line

_DISPLAYED = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "summary", "td", "th"])
_DISPLAYED_CLASSES = frozenset(["caption", "crosshead", "deck", "pull-quote"])
_GAP = re.compile("\u3000+")
_LONG_WORD = re.compile(r"[!-~]{24,}")  # an address, a path: no line has room for it
_JOINT = re.compile(r"(?<=[A-Za-z0-9][/?&=._#-])(?=[A-Za-z0-9])")

_COUNTERS_WORDS = (
    "人分 人前 人目 人組 人 名 年間 年度 年代 年目 年生 年 カ月間 カ月 か月間 か月 ヵ月 ケ月 ヶ月 カ国語 カ国 "
    "か国 ヵ国 ヶ国 カ所 か所 ヵ所 箇所 ヶ所 月 日間 日目 日 週間 週 時間 時 分間 分の 分 秒間 秒 世紀 円 銭 "
    "ドル セント ユーロ ポンド ウォン 元 個 つ 本 枚 冊 部 台 回目 回 度目 度 件 位 歳 才 代目 代 番目 番 "
    "号車 号 条 項 章 節 話 階 軒 戸 棟 校 社 店 市 区 町 村 県 州 国 カ ページ 頁 行 字 語 点 票 議席 席 "
    "試合 勝 敗 戦 球 打 塁 安打 得点 割 分 厘 倍 パーセント ポイント % ％ ℃ メートル キロメートル キロ "
    "センチ ミリ グラム キログラム トン リットル ヘクタール 平方 立方 アール 坪 畳 匹 頭 羽 尾 着 足 組 対 杯 "
    "泊 膳 発 通 隻 艘 機 両 門 基 km kg cm mm m g t L ml ha"
)
_COUNTERS = _COUNTERS_WORDS.split()
_COUNTER = "|".join(sorted(map(re.escape, _COUNTERS), key=len, reverse=True))
_JAPANESE = re.compile(
    rf"(?:第|[$＄¥￥€£])?[0-9０-９]+(?:[,，.．・:：][0-9０-９]+)*(?:[万億兆千百][0-9０-９]*(?:[,，.．][0-9０-９]+)*)*(?:{_COUNTER})?"
    rf"|第?[〇一二三四五六七八九十百千万億兆]+(?:{_COUNTER})"
)
_UNITS_WORDS = (
    "million billion trillion thousand percent a.m. p.m. km kg cm mm mph ft lb lbs oz mi mL ml m g ha years "
    "year days day miles meters metres feet yen dollars euros pounds"
)
_UNITS = _UNITS_WORDS.split()
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|"
    "Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\."
)
_ENGLISH = re.compile(
    rf"\b(?:(?:{_MONTHS})|Nos?\.|pp?\.|Vol\.|Chapter|Article|Section|Figure|Table) [0-9]+\b"
    rf"|[$€£¥]?[0-9]+(?:[,.][0-9]+)* (?:{_UNIT})(?![\w])"
)


def breaks(passage: Passage) -> Iterator[Addition]:
    """Yield what keeps a passage's groups together, and in display (headline, deck, caption) where lines may break.

    A number and its counter never part, nor do the last three characters of a Japanese paragraph; a Japanese
    headline breaks between phrases (BudouX), best of all at an ideographic space (U+3000). An address may break behind
    its slashes.
    """
    japanese = passage.lang.partition("-")[0] == "ja"
    groups = [match.span() for match in (_JAPANESE if japanese else _ENGLISH).finditer(passage.text)]
    groups = [(start, end) for start, end in groups if 1 < end - start <= _LONGEST]
    if japanese and _is_displayed(passage):
        yield from _phrases(passage.text, [*groups, *passage.ruby])
    elif japanese and passage.is_last:
        groups = _with_last(passage.text, groups)
    yield from _in_long_words(passage.text, groups)
    for start, end in _with_ruby(groups, passage.ruby):
        yield Wrap(start, end, _NO_BREAK, _END, _WORD_JOINER)


def _in_long_words(text: str, groups: list[tuple[int, int]]) -> Iterator[Addition]:
    """Yield breaks behind the joints of addresses, so that no line is torn apart to leave them whole."""
    for word in _LONG_WORD.finditer(text):
        for joint in _JOINT.finditer(text, *word.span()):
            if not any(start < joint.start() < end for start, end in groups):
                yield Insert(joint.start(), "<wbr>")


def _with_ruby(groups: list[tuple[int, int]], ruby: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the groups in order, with all of a word that has a reading where they had a part of it."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(groups):
        touched = [word for word in ruby if word[0] < last and first < word[1]]
        start = min([first, *(word[0] for word in touched)])
        end = max([last, *(word[1] for word in touched)])
        if found and start < found[-1][1]:
            start, end = found[-1][0], max(found.pop()[1], end)
        found.append((start, end))
    return found


def _is_displayed(passage: Passage) -> bool:
    return passage.element in _DISPLAYED or not _DISPLAYED_CLASSES.isdisjoint(passage.classes)


def _phrases(text: str, groups: list[tuple[int, int]]) -> Iterator[Addition]:
    """Yield the places where a displayed line may break, and its clauses where it has several."""
    end = len(text.rstrip())
    for at in phrase_starts(text):
        if at <= end - _KEPT and not any(start < at < stop for start, stop in groups):
            yield Insert(at, "<wbr>")
    gaps = [match.span() for match in _GAP.finditer(text.rstrip())]
    if gaps and OBJECT not in text:
        starts = [0, *(stop for _, stop in gaps)]
        for start, stop in zip(starts, [*(start for start, _ in gaps), end], strict=True):
            if start < stop:
                yield Wrap(start, stop, _CLAUSE, _END)


@cache
def _last_pattern() -> re.Pattern[str]:
    """The end of a text that must not be alone on a line, with the Latin word or number that it cuts into.

    Links back from a note (↩) stand behind it.
    """
    return re.compile(rf"(?:[A-Za-z0-9]*[^\s{OBJECT}]{{{_KEPT}}})(?:\s*↩[0-9]*)*\s*\Z")


def _with_last(text: str, groups: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the groups with one more: the last characters, with the group that they touch."""
    match = _last_pattern().search(text)
    if match is None or match.start() == 0:
        return groups
    start, end = match.start(), len(text.rstrip())
    touched = [group for group in groups if group[1] > start]
    start = min([start, *(first for first, _ in touched)])
    return groups if end - start > _LONGEST else [*(g for g in groups if g not in touched), (start, end)]
