"""Titles and offices as both languages write them, and where a text has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.english.names import is_title
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.checks.bitext import Pair

_BEHIND = """
    市長 町長 村長 区長 知事 都知事 市議 町議 村議 県議 都議 区議 議員 議長 大統領 首相 総理 大臣 外相 長官
    大使 領事 総領事 社長 会長 頭取 部長 課長 局長 校長 教頭 園長 学長 総長 館長 所長 院長 支配人 理事長
    委員長 裁判長 裁判官 判事 検事 検察官 検事総長 署長 警部 駅長 船長 機長 神父 牧師 司教 住職 宮司 専務
    常務 取締役 代表 幹事長 書記長 総書記 主席 報道官 司令官 大佐 少佐 大尉 名誉教授 准教授 教授 助教 講師
    博士 監督 主将 選手 投手 捕手 内野手 外野手 記者 画家 作家 医師 弁護士
"""
TITLE_AFTER = lazy_pattern(f"(?:前|元|副|新|現)?(?:{'|'.join(sorted(_BEHIND.split(), key=len, reverse=True))})")
"""Titles that stand behind a name in Japanese, the longest first: 検事総長 is no 検事."""


class Office(NamedTuple):
    """An office in both languages, without vice and deputy."""

    english: str
    japanese: str


OFFICES = (
    Office("mayor", "市長|町長|村長|区長"),
    Office("governor", "知事"),
    Office("president", "大統領|社長|会長|学長|総裁|頭取"),
    Office("prime minister", "首相|総理"),
    Office("minister", "大臣|外相|財相|防衛相"),
    Office("chairman|chairwoman|chairperson|chair", "議長|委員長|会長|理事長"),
    Office("principal", "校長"),
)
VICE_ENGLISH = r"\b(?:vice|deputy|assistant)[ -](?:{office})s?\b"
"""An office with vice or deputy before it; `office` is its English pattern."""

VICE_WORD = lazy_pattern(r"(?:vice|deputy|assistant|associate|former|acting)\b", re.IGNORECASE)
"""Words that make another title of one."""


def titles_before(text: str, end: int) -> tuple[str, Span]:
    """Return the English titles that stand right before a place, and where; courtesy titles are none."""
    start, place = end, end
    while (match := _WORD_BEFORE.search(text, max(0, place - _LONGEST_TITLE), place)) is not None:
        word = match[1].lower()
        if word in _COURTESY or not (is_title(word) or VICE_WORD.match(word)):
            break
        start = place = match.start(1)
    span = Span(start, len(text[:end].rstrip()) if start < end else start)
    return span.of(text), span


_WORD_BEFORE = lazy_pattern(r"([A-Za-z]+)[ -]$")
_LONGEST_TITLE = 30
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "player", "author", "writer"])


_STATES = {"前": r"\b(?:former|previous|ex)\b", "元": r"\b(?:former|one-time|ex)\b", "新": r"\b(?:new|newly|elect)\b"}


def is_other_in_source(title: str, pair: Pair) -> bool:
    """Whether the source has that other title itself: a former mayor, an office that the termbase does not know."""
    state = _STATES.get(title[0])
    if state and re.search(state, pair.source.masked, re.IGNORECASE):
        return True
    own = title.removeprefix("副") if title[0] == "副" else title
    office = next((office for office in OFFICES if re.fullmatch(office.japanese, own)), None)
    if office is None:
        return True
    if title[0] == "副":
        return re.search(VICE_ENGLISH.format(office=office.english), pair.source.masked, re.IGNORECASE) is not None
    return own in _LOOSE and re.search(rf"\b(?:{office.english})\b", pair.source.masked, re.IGNORECASE) is not None


_LOOSE_WORDS = "大統領 社長 会長 学長 総裁 頭取 首相 総理 大臣 外相 議長 委員長 理事長 知事 校長"
_LOOSE = frozenset(_LOOSE_WORDS.split())
"""Japanese titles that stand for an English one of many meanings: a president may be 社長."""
