"""Quarters and halves of a business year: 4〜9月期 and the six months through September."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.facts.sides import Side, drop
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact

_MONTHS = lazy_pattern(r"(?<!\d)(?P<first>\d{1,2})月?\s?[〜～~－―–-]\s?(?P<last>\d{1,2})月(?P<period>期)?")
_BUSINESS_YEAR = lazy_pattern(r"(?<!\d)\d{1,2}月期")
_TERM = lazy_pattern("四半期|半期|上期|下期|中間|年度")
_PERIOD = lazy_pattern(r"(?i)\b(?:(?P<quarter>quarter)|(?P<half>half|first-half|second-half)|(?P<year>year|fiscal))\b")
_ENDED = lazy_pattern(r"(?i)\b(?:quarter|half|months|year)\b[^.]{0,12}\b(?:through|to|ended|ending|until)\b")
_LENGTHS = {3: "quarter", 6: "half", 12: "year"}


def without_periods(english: Side, japanese: Side) -> None:
    """Take out the months of a period that the other side tells by its length or number.

    Where both sides have months left over, they differ, and nothing is taken out.
    """
    ours, theirs = _months(english), _months(japanese)
    if ours and theirs:
        return
    said = {kind for match in _PERIOD.finditer(english.text) for kind, word in match.groupdict().items() if word}
    ended = _ENDED.search(english.text) is not None
    months = _MONTHS.search(japanese.text)
    if ours and said and _TERM.search(japanese.text):
        drop(english, ours)
    elif months:
        length = (int(months["last"]) - int(months["first"])) % 12 + 1
        counted = [fact for fact in english.left if fact.unit == "month" and fact.value == length]
        if counted or _LENGTHS.get(length) in said:
            drop(english, counted)
            drop(japanese, theirs)
            drop(english, [fact for fact in english.left if fact.kind == "day" and ended])
    elif theirs and "year" in said and _BUSINESS_YEAR.search(japanese.text):
        drop(japanese, theirs)


def _months(side: Side) -> list[Fact]:
    return [fact for fact in side.left if fact.kind == "month"]
