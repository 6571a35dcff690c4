"""How sentences end: without their full stop, or with too much of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.repairs import finding, repairs
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.errors import Severity

_DOUBLED = lazy_pattern(r"。{2}(?!。)(?<!。。。)|、{2,}|、。|。、|(?<![.．])\.{2}(?!\.)|,,+|(?<!\s),\.(?=\s|$)")
_CUT_OFF = lazy_pattern(r"[、,，]\s*$")
_GOES_ON = lazy_pattern(r"[,:;、，：；…—–―-]\s*$|\.\.\.\s*$")
_SOURCE_STOP = lazy_pattern(r"[A-Za-z0-9)\]%’]{2}\.[\"”’')]*\s*$|[^。！]。[」』）]*\s*$")
_JAPANESE_OPEN = lazy_pattern(
    r"(?:[ぁ-ん]{2}(?:た|だ|る|い|す|ん|う|く|む)|[ぁ-ん](?:ます|です|ました|でした|ません))\s*$"
)
_POLITE_OPEN = lazy_pattern(r"(?:ます|です|ました|でした|ません|でしょう|ましょう|ください)\s*$")
_ENGLISH_OPEN = lazy_pattern(r"(?:[A-Za-z]{2}|[0-9%]|(?<![.!?])[)\]])[\"”’']?\s*$")
_LEADS_IN = lazy_pattern(
    r"\b(?:following|as|like|by|with|use|using|below|command|example|where|which|contents?|is|are)\b\s*(?:\w+\s*)?$"
)
"""What leads to a list or to code needs no stop."""

_SHORTEST = {"ja": 15, "en": 40}
"""Shorter texts (code points) are headlines and captions, which end as they like."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find doubled marks, texts cut off after a comma, and long sentences that lost their full stop.

    Where several texts near each other have none they are items of a list: that is a note.
    """
    open_ends: list[int] = []
    for index, pair in translated(bitext):
        doubled = [
            one
            for one in repairs(pair.target, _DOUBLED, lambda match: "。" if "。" in match[0] else match[0][-1])
            if pair.target.text[one.start : one.end] not in pair.source.text
        ]
        if doubled:
            words = pair.target.text[doubled[0].start : doubled[0].end]
            message = Phrase("“{words}” is one mark too many", words=words)
            yield finding(CHECK.name, "warning", message, (index, pair.target), doubled)
        elif _is_cut_off(pair):
            yield _open(index, pair, "warning")
        elif _has_no_stop(pair) and not _is_heading(pair):
            open_ends.append(index)
    for index in open_ends:
        in_list = any(abs(index - other) in _NEAR for other in open_ends)
        is_headline = index == 0 and bitext.languages[1] == "en" and len(bitext.pairs) > _FEW
        yield _open(index, bitext.pairs[index], "note" if in_list or is_headline else "warning")


_NEAR = (1, 2)
_FEW = 3
"""The first of more texts than these is a headline, which English leaves open."""


def _open(index: int, pair: Pair, severity: Severity) -> Finding:
    place = len(pair.target.text.rstrip())
    marks = (Mark("target", max(0, place - 1), place),)
    evidence = (pair.target.text[-1:],)
    return Finding(CHECK.name, severity, Phrase("the last sentence does not end"), index, marks, evidence)


def _is_cut_off(pair: Pair) -> bool:
    return bool(_CUT_OFF.search(pair.target.text)) and not _GOES_ON.search(pair.source.text)


def _is_heading(pair: Pair) -> bool:
    """Whether it is a heading, by its role, an anchor that it ends with, or because all of it is bold."""
    if pair.segment is not None and pair.segment.role == "heading":
        return True
    text = pair.target.text.strip()
    ends_in_anchor = any(
        item.kind in {"comment", "attribute"} and item.span.end >= len(text) for item in pair.target.markup
    )
    return ends_in_anchor or (text.startswith("**") and text.endswith("**"))


def _has_no_stop(pair: Pair) -> bool:
    """Whether the source ends with a full stop and the translation, a sentence as well, with its verb."""
    text, language = pair.target.masked, pair.target.language
    if not _SOURCE_STOP.search(pair.source.masked):
        return False
    if language == "ja":
        return bool(_POLITE_OPEN.search(text) or (len(text) >= _SHORTEST["ja"] and _JAPANESE_OPEN.search(text)))
    return len(text) >= _SHORTEST["en"] and bool(_ENGLISH_OPEN.search(text)) and not _LEADS_IN.search(text)


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
        Bad("They left.", "一行は帰りました", says="the last sentence does not end"),
        Bad(
            "一行は2019年から毎年この町を訪れている。",
            "The delegation has visited the town every year since 2019",
            says="the last sentence does not end",
        ),
        Good(
            "以下のコマンドで一覧を表示できる。",
            "You can show the list of all articles with the following command",
            why="it leads to what follows",
        ),
        Good(
            "**The old patches are not enough.**",
            "**これまでの修正では足りません**",
            why="all in bold, it is a heading",
        ),
        Good("See:", "以下のとおり、", why="the source goes on, too"),
        Good("A range is written a..b here.", "範囲はa..bと書く。", why="the source has it, too"),
        Good("The mayor shook hands and left.", "市長は握手し、会場を後にした。", why="it ends"),
        Good("The mayor shakes hands with students.", "生徒と握手する市長", why="a caption"),
        Good("Well... he left.", "さて…彼は帰った。", why="an ellipsis"),
        Good("Welcome to Torrance", "ようこそトーランスへ", why="a headline"),
        Good("“It was great,” he said.", "「素晴らしかった」と彼は語った。", why="it ends"),
        Good("Dear students,", "生徒の皆さん、", why="the source ends with a comma, too"),
    ),
)
