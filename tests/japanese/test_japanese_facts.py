"""What Japanese texts state, and that no text can break the reading of it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.checks.passage import Passage
from taiyaku.japanese import facts
from taiyaku.japanese.facts import japanese_facts
from taiyaku.japanese.idioms import IDIOM
from taiyaku.japanese.numerals import value_of
from taiyaku.text.facts import FinderIndex, find_facts

_FULL = str.maketrans("0123456789,", "０１２３４５６７８９，")
_DIGITS = "〇一二三四五六七八九"


def _myriads(number: int, written: str = "", units: str = "億万") -> str:
    """Write a number below a trillion with 億 and 万, digits between them."""
    pieces = [(number // 10**8, units[0]), (number // 10**4 % 10**4, units[1]), (number % 10**4, "")]
    return "".join(f"{value}{unit}" for value, unit in pieces if value) or "0"


def _kanji(number: int) -> str:
    """Write a number below a trillion in kanji."""
    if number >= 10**4:
        size, unit = (10**8, "億") if number >= 10**8 else (10**4, "万")
        return f"{_kanji(number // size)}{unit}{_kanji(number % size) if number % size else ''}"
    pieces = [(number // 1000, "千"), (number // 100 % 10, "百"), (number // 10 % 10, "十")]
    text = "".join(("" if value == 1 else _DIGITS[value]) + unit for value, unit in pieces if value)
    return text + (_DIGITS[number % 10] if number % 10 or not text else "")


def _positional(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


@given(st.integers(0, 10**12 - 1))
def test_a_number_is_read_back_in_every_way_of_writing(number: int) -> None:
    """Eight ways of writing a number say the same."""
    plain, grouped, mixed = f"{number}", f"{number:,}", _myriads(number)
    ways = (plain, grouped, mixed, plain.translate(_FULL), grouped.translate(_FULL), mixed.translate(_FULL))
    for written in (*ways, _kanji(number), _positional(number)):
        assert value_of(written) == number, written
        if any(IDIOM.finditer(written)):  # 七五三 is a festival
            continue
        found = japanese_facts(f"計{written}個", lambda _start, _end: True)
        assert [fact.value for fact in found] == [number], written


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3万2千", 32_000),
        ("５千", 5_000),
        ("1・5", Fraction(3, 2)),
        ("一・五", Fraction(3, 2)),
        ("2兆3千億", 2_300_000_000_000),
        ("1億2,500万", 125_000_000),
        ("二〇二五", 2025),
        ("千五百", 1_500),
        ("3万億", 3_000_000_000_000),
    ],
)
def test_values_of_mixed_numerals(written: str, value: int | Fraction) -> None:
    """Digits and kanji mix in one numeral."""
    assert value_of(written) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24時15分発、深夜25時から26時半まで", "time 15|time 60|time 150"),
        ("2024年8月8日（木）午後5時半", "year 2024|month 8|day 8|weekday 3|time 1050"),
        ("令和元年、平成31年", "year 2019|year 2019"),
        ("1900〜85年", "year 1900|year 1985"),
        ("８割５分、3割半", "percent 85|percent 35"),
        ("3分の2、2倍、1.5倍", "fraction 2/3|multiple 2|multiple 3/2"),
        ("3 月 4 日に 27 分 37 秒", "month 3|day 4|number 1657"),
        ("10～15センチ", "measure 10|measure 15"),
        ("第3四半期の2回目", "ordinal 3|number 4|ordinal 2"),
        ("2対1で、9秒58", "number 2|number 1|number 479/50"),
        ("時速20マイル", "measure 20"),
        ("被害は3憶円", "money 300000000"),
        ("二十八番の店", "ordinal 28"),
    ],
)
def test_kinds_and_values(text: str, expected: str) -> None:
    """Each fact has its kind and its exact value."""
    assert "|".join(f"{fact.kind} {fact.value}" for fact in Passage(text, "ja").facts) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一般に",
        "一方で",
        "十分な",
        "千葉県",
        "四国で",
        "一時的な",
        "五輪の",
        "八百屋が",
        "三日月が",
        "百貨店で",
        "二人三脚で",
    ],
)
def test_words_that_say_no_number_ask_for_none(text: str) -> None:
    """What is written with a numeral and means none is never missed."""
    assert [fact for fact in Passage(text, "ja").facts if not fact.soft] == []


def test_idioms_stand_in_longer_words_too() -> None:
    """A longer idiom is taken whole."""
    match = next(IDIOM.finditer("二人三脚で"), None)
    assert match is not None
    assert match[0] == "二人三脚"


@given(st.text(max_size=200) | st.text("0123456789０１一二十百千万億年月日時分割の第、 .-・", max_size=200))
def test_spans_lie_within_the_text(text: str) -> None:
    """Whatever is found stands in the text, not empty, blanks beside digits or not."""
    for fact in japanese_facts(text, lambda _start, _end: True):
        assert 0 <= fact.span.start < fact.span.end <= len(text)


_UNITS = "年月日時分秒円割倍位番世紀度代歳目対数ドル人つ前第%㌔％メートルセンチか、。・：－〜/.（元度 KC余り午半"


@given(st.text(f"0123９{_DIGITS}十百万億{_UNITS}", min_size=1, max_size=24))
def test_cues_only_save_time(text: str) -> None:
    """A finder that is not asked, as the text has none of its cues, would have found nothing."""
    uncued = FinderIndex(finder._replace(cues=frozenset(), also=frozenset()) for finder in facts._FINDERS._finders)
    assert find_facts(text, facts._FINDERS, facts._cues(text)) == find_facts(text, uncued, set())
