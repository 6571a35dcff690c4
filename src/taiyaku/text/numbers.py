"""Numbers in digits, as English and Japanese write them: `1,200`, `2.5 million`, `１２`, `1万2000`, `2.5億`.

Those in words are known where a change is to be told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.span import Span
from taiyaku.text.number_words import number_words

if TYPE_CHECKING:
    from decimal import Decimal

_DIGITS = r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?"
_NUMBER = re.compile(
    rf"{_DIGITS}(?:(?:[千万億兆]+(?:{_DIGITS})?)+|(?P<scale>[ \u00a0-](?:thousand|million|billion|trillion)\b))?"
)
_STEP = re.compile(rf"({_DIGITS})([千万億兆]*)")
_NARROW = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_UNITS = {"千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


class Number(NamedTuple):
    """A number in a text: its place (code points, half-open), how it is written, and its value."""

    span: Span
    text: str
    value: Decimal


class NumberChange(NamedTuple):
    """A number that changed, as it is written in the old and in the new text.

    `carried` tells whether it was changed in the translation as well; if not, it could not be found there for certain.
    """

    old: str
    new: str
    carried: bool


class Carried(NamedTuple):
    """A translation with changed numbers carried over as far as that was certain, and all that changed."""

    text: str
    changes: tuple[NumberChange, ...]


def numbers_in(text: str) -> list[Number]:
    """Return the numbers of `text` in order. Words for numbers and numerals in kanji alone are none."""
    return [Number(Span(*match.span()), match[0], _value(match)) for match in _NUMBER.finditer(text)]


def without_numbers(text: str) -> str:
    """Return `text` with the same mark in place of each number: equal for texts that differ in numbers only."""
    return _NUMBER.sub("\0", text)


def worded_numbers_in(text: str) -> list[Number]:
    """Return the numbers of `text` that are written in words, and its months, in order."""
    from decimal import Decimal

    digits = [number.span for number in numbers_in(text)]
    found = sorted(number_words(text))
    return [
        Number(Span(start, end), text[start:end], Decimal(value))
        for start, end, value in found
        if not any(span.start < end and start < span.end for span in digits)
    ]


def all_numbers_in(text: str) -> list[Number]:
    """Return the numbers of `text` in order, in digits or words."""
    return sorted([*numbers_in(text), *worded_numbers_in(text)])


def changed_numbers(old: str, new: str) -> list[tuple[Number, Number]]:
    """Return the numbers that differ, place by place, in digits or words.

    Where the texts do not have as many, those in digits alone are compared, or those in words; nothing if neither are
    as many.
    """
    for read in (all_numbers_in, numbers_in, worded_numbers_in):
        before, after = read(old), read(new)
        if len(before) == len(after):
            return [(one, other) for one, other in zip(before, after, strict=True) if one.value != other.value]
    return []


def carry_numbers(old: str, new: str, translation: str) -> Carried:
    """Put the numbers that changed between two texts into the translation of the old one, written as they are there.

    Certain is only what stands exactly once in the old text and exactly once in its translation, in digits.
    """
    before, there = all_numbers_in(old), numbers_in(translation)
    changes, edits = [], []
    for one, other in changed_numbers(old, new):
        places = [number for number in there if number.value == one.value]
        unique = len(places) == 1 and sum(number.value == one.value for number in before) == 1
        unique = unique and one.text[0].isdigit() and other.text[0].isdigit()
        written = written_like(other, places[0].text) if unique else None
        changes.append(NumberChange(one.text, other.text, written is not None))
        if written is not None:
            edits.append((places[0].span, written))
    for span, written in sorted(edits, reverse=True):
        translation = translation[: span.start] + written + translation[span.end :]
    return Carried(translation, tuple(changes))


def written_like(number: Number, model: str) -> str | None:
    """Return `number` in the manner of the number `model`: its width, commas and units; None if that would be a guess.

    Commas follow the model where it has Japanese units, or room for one, else the number's own text.
    """
    narrow = model.translate(_NARROW)
    digits = number.text.translate(_NARROW)
    has_units = bool(set(narrow) & set(_UNITS))
    has_room = has_units or len(re.sub(r"\D", "", narrow)) > 3  # noqa: PLR2004 (groups of three)
    grouped = "," in (narrow if has_room else digits)
    written = _in_units(number.value, narrow) if has_units else _in_scale(number.value, narrow, digits)
    if written is None:
        return None
    if grouped:
        written = re.sub(r"\d+(?=\D*$)|^\d+(?=\.)", lambda match: f"{int(match[0]):,}", written)
    if model != narrow:
        written = written.translate(_WIDE)
    read = numbers_in(written)
    return written if [found.value for found in read] == [number.value] else None


def _value(match: re.Match[str]) -> Decimal:
    """Return what a number is worth."""
    text = match[0].translate(_NARROW)
    if match["scale"]:
        return _decimal(text[: match.start("scale") - match.start()]) * _SCALES[match["scale"][1:]]
    total = _decimal("0")
    for digits, units in _STEP.findall(text):
        part = _decimal(digits)
        for unit in units:
            part *= _UNITS[unit]
        total += part
    return total


def _decimal(digits: str) -> Decimal:
    from decimal import Decimal  # most changed texts have no number

    return Decimal(digits.replace(",", ""))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _in_scale(value: Decimal, model: str, digits: str) -> str | None:
    """Write a number without units like `25`, or with an English one, `2.5 million`."""
    match = _NUMBER.fullmatch(model)
    if match is None or not match["scale"]:
        # the decimals of 2.50 are somebody's choice
        return digits if re.fullmatch(r"[\d.]+", digits) else _plain(value)
    coefficient = _plain(value / _SCALES[match["scale"][1:]])
    return coefficient + match["scale"] if len(coefficient.partition(".")[2]) <= 2 else None  # noqa: PLR2004


def _in_units(value: Decimal, model: str) -> str | None:
    """Write a number in Japanese units: `1.6億` like `1.5億`, else in steps of ten thousand, `1万2000`."""
    if "千" in model:
        return None
    if "." in model:
        step = _STEP.fullmatch(model)
        if step is None:
            return None
        coefficient = _plain(value / _UNITS[step[2][-1]])
        return coefficient + step[2] if len(coefficient.partition(".")[2]) <= 2 else None  # noqa: PLR2004
    if value != int(value):
        return None
    rest, written = int(value), ""
    for unit in "兆億万":
        count, rest = divmod(rest, _UNITS[unit])
        written += f"{count}{unit}" if count else ""
    return written + (str(rest) if rest or not written else "")
