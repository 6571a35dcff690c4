"""Numbers that one side tells exactly and the other rounds and says so: 31,482 and 約3万1千, 18 percent and 2割近く."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.checks.facts.sides import Side, stands_after, stands_before, take
from taiyaku.checks.facts.slips import dimension
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact, Value

_BEFORE = lazy_pattern(
    r"(?i)(?:\b(?:about|around|roughly|nearly|almost|some|approximately|more than|over|under|less than|fewer than"
    r"|close to|an estimated|just shy of|at least|upwards of)\s+(?:the\s+)?|約|およそ|おおよそ|ほぼ|ざっと)$"
)
_AFTER = lazy_pattern(
    r"(?i)(?:[人件円個台本枚頭匹戸世帯社校軒票点割歳年カか月日間度回%％票トンドルユーロキログラムメセチ]{0,5}?"
    r"(?:近[くい]|ほど|余り?|あまり|超|強|弱|前後|程度|を超え|に迫|を上回|に満たな|未満|を切)"
    r"|[\s-]*(?:odd|plus)\b|\s+(?:\w+\s+)?or so\b)"
)
_NEAR = Fraction(12, 100)
_NOT_ROUNDED = {"score", "relative"}


def without_roundings(english: Side, japanese: Side) -> None:
    """Take out an exact number and its rounding, which has fewer digits and a word that says so."""

    def same(one: Fact, other: Fact) -> bool:
        return _rounds(one, english, other) or _rounds(other, japanese, one)

    take(english, japanese, same)


def _rounds(rounded: Fact, side: Side, exact: Fact) -> bool:
    if dimension(rounded) != dimension(exact) or {rounded.unit, exact.unit} & _NOT_ROUNDED:
        return False
    if rounded.unit != exact.unit and {rounded.unit, exact.unit} != {"", "rate"}:
        return False
    if min(rounded.value, exact.value) <= 0 or _digits(rounded.value) >= _digits(exact.value):
        return False
    distance = abs(Fraction(rounded.value) - exact.value)
    if distance > _step(rounded.value) / 2 or distance > exact.value * _NEAR:
        return False
    return stands_after(_BEFORE, side, rounded, 20) or stands_before(_AFTER, side, rounded)


def _significant(value: Value) -> str:
    return f"{float(value):.12f}".rstrip("0").rstrip(".")


def _digits(value: Value) -> int:
    """Return how many digits of a value mean something: two of 31,000."""
    return len(_significant(value).replace(".", "").strip("0"))


def _step(value: Value) -> Fraction:
    """Return the worth of the last of those digits."""
    written = _significant(value)
    whole, _, decimals = written.partition(".")
    if decimals:
        return Fraction(1, 10 ** len(decimals))
    return Fraction(10 ** (len(whole) - len(whole.rstrip("0"))))
