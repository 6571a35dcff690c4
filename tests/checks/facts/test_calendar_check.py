"""Dates and their days of the week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.checks.facts.calendar import claims, right_weekday
from taiyaku.checks.passage import Passage

_DAYS = "月火水木金土日"
_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_PUBLISHED = date(2024, 8, 10)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(1, 6))
def test_the_calendar_is_right(day: date, shift: int) -> None:
    """A date with its own weekday is silent, with any other it is not, in either language."""
    for wrong in (0, shift):
        weekday = (day.weekday() + wrong) % 7
        japanese = f"{day.year}年{day.month}月{day.day}日（{_DAYS[weekday]}）に"
        english = f"on {_NAMES[weekday]}, {day:%B} {day.day}, {day.year}"
        for passage in (Passage(japanese, "ja"), Passage(english, "en")):
            (claim,) = claims(passage)
            assert right_weekday(claim, None) == (day.weekday() if wrong else None)


@pytest.mark.parametrize("distance", [-150, -20, 0, 20, 150])
def test_the_year_is_that_of_the_nearest_date(distance: int) -> None:
    """Without a year, the date of publication tells which is meant, also over the turn of a year."""
    day = _PUBLISHED + timedelta(days=distance)
    (claim,) = claims(Passage(f"{day.month}月{day.day}日（{_DAYS[day.weekday()]}）に", "ja"))
    assert right_weekday(claim, _PUBLISHED) is None
    assert right_weekday(claim._replace(weekday=(day.weekday() + 1) % 7), _PUBLISHED) == day.weekday()


@pytest.mark.parametrize(
    "text", ["8月8日に開業する。金曜は休みだ。", "8月8日と金曜", "8月8日（金）", "2月30日（金）", "28年8月8日（金）"]
)
def test_nothing_is_claimed_without_a_date(text: str) -> None:
    """A weekday beside no date, or a date without a year, proves nothing."""
    assert all(right_weekday(claim, None) is None for claim in claims(Passage(text, "ja")))


def test_a_range_has_two_weekdays() -> None:
    """The second day of a range has the month of the first."""
    found = list(claims(Passage("8月8日（木）〜10日（日）", "ja")))
    assert [(claim.month, claim.day, right_weekday(claim, _PUBLISHED)) for claim in found] == [(8, 8, None), (8, 10, 5)]
