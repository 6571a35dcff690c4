"""How sentences end: without their full stop, or with too much of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.checks.typography.repairs import finding, repairs
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair

_DOUBLED = re.compile(r"。{2}(?!。)(?<!。。。)|、{2,}|、。|。、|(?<![.．])\.{2}(?!\.)|,,+|(?<!\s),\.(?=\s|$)")
_CUT_OFF = re.compile(r"[、,，]\s*$")
_SOURCE_STOP = re.compile(r"[A-Za-z]{2}\.[\"”’')]*\s*$|[^。]。[」』）]*\s*$")
_JAPANESE_OPEN = re.compile(
    r"(?:[ぁ-ん]{2}(?:た|だ|る|い|す|ん|う|く|む)|[ぁ-ん](?:ます|です|ました|でした|ません))\s*$"
)
_ENGLISH_OPEN = re.compile(r"[a-z]{2}\s*$")
_LONG = {"ja": 25, "en": 60}
"""Shorter texts (code points) are headlines and captions, which end as they like."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find doubled marks, texts cut off after a comma, and long sentences that lost their full stop."""
    for index, pair in translated(bitext):
        doubled = list(repairs(pair.target, _DOUBLED, lambda match: "。" if "。" in match[0] else match[0][-1]))
        if doubled:
            words = pair.target.text[doubled[0].start : doubled[0].end]
            message = Phrase("“{words}” is one mark too many", words=words)
            yield finding(CHECK.name, "warning", message, (index, pair.target), doubled)
        elif _is_cut_off(pair) or _has_no_stop(pair):
            place = len(pair.target.text.rstrip())
            message = Phrase("the last sentence does not end")
            marks = (Mark("target", max(0, place - 1), place),)
            yield Finding(CHECK.name, "warning", message, index, marks, (pair.target.text[-1:],))


def _is_cut_off(pair: Pair) -> bool:
    return bool(_CUT_OFF.search(pair.target.text)) and not _CUT_OFF.search(pair.source.text)


def _has_no_stop(pair: Pair) -> bool:
    """Whether the source ends with a full stop and the translation, a sentence as well, with its verb."""
    text, language = pair.target.text, pair.target.language
    if len(text) < _LONG[language] or not _SOURCE_STOP.search(pair.source.text):
        return False
    return bool((_JAPANESE_OPEN if language == "ja" else _ENGLISH_OPEN).search(text))


CHECK = Check(
    name="end-punctuation",
    family="typography",
    severity="warning",
    summary=Phrase("A sentence does not end, or ends twice."),
    find=find,
    examples=(
        Bad("The mayor shook hands.", "市長は握手した。。", says="“。。” is one mark too many"),
        Bad("The mayor smiled, then left.", "市長は笑顔で、、帰った。", says="“、、” is one mark too many"),
        Bad("市長は握手した。", "The mayor shook hands..", says="“..” is one mark too many"),
        Bad("The mayor shook hands and left.", "市長は握手して、", says="the last sentence does not end"),
        Bad(
            "The mayor shook hands with all of the students and left.",
            "市長は生徒たち一人一人と固い握手を交わし、手を振りながら会場を後にしました",
            says="the last sentence does not end",
        ),
        Good("The mayor shook hands and left.", "市長は握手し、会場を後にした。", why="it ends"),
        Good("The mayor shakes hands with students.", "生徒と握手する市長", why="a caption"),
        Good("Well... he left.", "さて…彼は帰った。", why="an ellipsis"),
        Good("Welcome to Torrance", "ようこそトーランスへ", why="a headline"),
        Good("“It was great,” he said.", "「素晴らしかった」と彼は語った。", why="it ends"),
        Good("Dear students,", "生徒の皆さん、", why="the source ends with a comma, too"),
    ),
)
