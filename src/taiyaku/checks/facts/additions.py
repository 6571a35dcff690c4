"""Whether a number that only the translation tells may stand for something of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.facts.matching import take
from taiyaku.checks.facts.rules import is_same
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.checks.passage import Passage
    from taiyaku.text.facts import Fact

_COUNTED = {
    "en": lazy_pattern(
        r"(?i)\b(?:another|again|several|few|next|past|last|annual|daily|weekly|monthly|yearly|hourly|double[sd]?"
        r"|single|first|second|third|once|twice|previous|junior|senior"
        r"|biennial|biannual|triennial|semi\w+|quarterly|fortnight(?:ly)?|dual|triple[sd]?|multiple"
        r"|inaugural|debut|maiden|opening|opener|initial|hat[ -]trick|brace|elementary|primary|\w+long|decades?|dozens?"
        r"|(?:the|this|that|full|whole|entire|same|following)\s+(?:\w+\s+)?(?:second|minute|hour|week|month|year|decade)"
        r"|(?:an?|per|each|every)\s+(?:\w+\s+)?(?:second|minute|hour|day|night|week|weekend|month"
        r"|season|year|decade|century|point|percent|goal|run|game|mile|kilomet(?:er|re)|met(?:er|re)"
        r"|foot|ton|dollar|dozen|half|third|quarter))\b"
    ),
    "ja": lazy_pattern(
        "[一二翌毎両双倍]|半(?!島|導)|片(?=方|側|道|手)|先(?=[月週日々])|[今来昨](?=[年月週日春夏秋冬季夜回度朝晩])|再び|もう|南北|東西|日米|数[十百千万人回年日カか件]|何[十百千万人回年日度]"
    ),
}
"""Words that say how many without a number, so that a translator may have got it wrong."""


def may_be_changed(added: Fact, source: Passage, target: Passage) -> bool:
    """Whether something of the source may have become this number.

    Not so where the translation has all that the source tells, and the source has no words that count: then the
    translator made explicit what the source leaves to its readers.
    """
    counted = _COUNTED.get(source.language)
    if counted is None or counted.search(_without_numbers(source)) is not None:
        return True
    left = [fact for fact in source.facts if fact.kind != "code"]
    others = [fact for fact in target.facts if fact is not added]
    take(left, others, lambda one, other: one.kind == other.kind and one.value == other.value)
    take(left, others, lambda one, other: one.value == other.value and (one.kind, other.kind) != ("number", "ordinal"))
    take(left, others, lambda one, other: _tells(one, other) and (not added.base or one.base != added.base))
    return bool(left)


def _without_numbers(passage: Passage) -> str:
    """Return a text without its certain numbers and its idioms: the 半 of 1時半 counts nothing else."""
    text = passage.masked
    for fact in passage.facts:
        if not fact.soft or fact.unit == "idiom":
            start, end = fact.span
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _tells(one: Fact, other: Fact) -> bool:
    """Whether a fact tells all that another does: not so yesterday and the 5th, 12:55 and 12."""
    one_is_time, other_is_time = one.kind == "time", other.kind == "time"
    return one_is_time == other_is_time and "relative" not in {one.unit, other.unit} and is_same(one, other)
