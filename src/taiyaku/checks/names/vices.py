"""A vice or deputy that is on one side only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.names.titles import OFFICES, VICE_ENGLISH
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Pair

_ANY_OFFICE = lazy_pattern("|".join(office.japanese for office in OFFICES))
_VICE_JAPANESE = "(?:副(?:{office})|(?:{office})(?:代理|補佐)|助役|次官|教頭)"


def vices_lost(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Find an office with vice or deputy on one side only, where the other has the office without it only.

    Yield where either side has it, English first.
    """
    english, japanese = pair.english, pair.japanese
    if english is None or japanese is None:
        return
    if _ANY_OFFICE.search(japanese.masked) is None:
        return
    for office in OFFICES:
        plain = re.search(office.japanese, japanese.masked)
        other = re.search(rf"\b(?:{office.english})s?\b", english.masked, re.IGNORECASE)
        if plain is None or other is None:
            continue
        vices = list(re.finditer(VICE_ENGLISH.format(office=office.english), english.masked, re.IGNORECASE))
        vice_japanese = re.search(_VICE_JAPANESE.format(office=office.japanese), japanese.masked)
        offices = len(re.findall(rf"\b(?:{office.english})s?\b", english.masked, re.IGNORECASE))
        if vices and len(vices) == offices and vice_japanese is None:
            yield Span(*vices[0].span()), Span(*plain.span())
        elif (
            not vices
            and vice_japanese is not None
            and not _NUMBER_TWO.search(english.masked)
            and vice_japanese[0].startswith("副")
        ):
            without = re.sub(_VICE_JAPANESE.format(office=office.japanese), "", japanese.masked)
            if re.search(office.japanese, without) is None:
                yield Span(*other.span()), Span(*vice_japanese.span())
        return


_NUMBER_TWO = lazy_pattern(r"\b(?:vice|deput|assistant|associate|second)", re.IGNORECASE)
