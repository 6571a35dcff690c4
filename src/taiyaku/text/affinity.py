"""How much speaks for one text being the translation of another, without a dictionary.

All figures are natural logarithms of odds, so that what is independent adds up. They were fitted to news in English
with its Japanese translation.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.anchors import SOUND, anchors
from taiyaku.text.width import width

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDE = 2.3
"""Letters of English that a Japanese character says."""
_SPREAD = 0.03
"""Variance of the logarithm of the ratio of lengths, between long translations."""
_SPREAD_OF_ONE = 2.0
"""What a text of one letter adds to that variance, one of ten a tenth of it."""
_SPREAD_OF_ANY = 0.72
"""The same variance between texts that have nothing to do with each other."""
_SURPRISE = 0.01
"""How many translations have lengths as if they had nothing to do with each other."""
_EACH = 1.3
_SHORT_SOUND = 0.6
_RARE = math.log(20)
_MISSING = 1.5
_MISSING_SOUND = 0.3
_MOST_MISSING = 3.0


class Affinity(NamedTuple):
    """How much speaks for two texts being translations of each other, in natural logarithms of odds.

    Above nothing speaks for it, below against it; the parts add up to `total`.
    """

    length: float
    """How well the lengths go together."""
    shared: float
    """What stands on both sides: numbers of equal value, names, addresses, code. Never negative."""
    missing: float
    """What stands on one side only and should not. Never positive."""

    @property
    def total(self) -> float:
        """The parts together."""
        return self.length + self.shared + self.missing


class Features(NamedTuple):
    """What is compared of a text, or of several in a row."""

    length: float
    """In letters of English."""
    keys: frozenset[str]
    firm: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Features:
        """Return the features of one text."""
        columns = width(text)
        return cls(columns + (_WIDE - 2) * max(columns - len(text), 0), *anchors(text))

    def and_then(self, following: Features) -> Features:
        """Return the features of both texts in a row."""
        return Features(self.length + following.length, self.keys | following.keys, self.firm | following.firm)

    def within(self, keys: frozenset[str]) -> Features:
        """Return the same with no other keys to be shared than these."""
        return self._replace(keys=self.keys & keys)


def affinity(source: str, target: str) -> Affinity:
    """Return how much speaks for `target` being a translation of `source`, by lengths and anchors."""
    return compared(Features.of(source), Features.of(target), {})


def compared(source: Features, target: Features, rarity: Mapping[str, float]) -> Affinity:
    """Return the affinity of two features. `rarity` says what each shared anchor tells; the others are rare."""
    both = source.keys & target.keys
    shared = sum(_worth(key) * rarity.get(key, _RARE) for key in both) if both else 0.0
    alone = (source.firm - target.keys) | (target.firm - source.keys)
    missing = min(sum(map(_cost, alone)), _MOST_MISSING) if alone else 0.0
    return Affinity(_of_lengths(source.length, target.length), shared, -missing)


def _worth(key: str) -> float:
    return _SHORT_SOUND if key[0] == SOUND and len(key) == len(SOUND) + 2 else _EACH


def _cost(key: str) -> float:
    return _MISSING_SOUND if key[0] == SOUND else _MISSING


def _of_lengths(source: float, target: float) -> float:
    """Compare two lengths: how much likelier is their ratio between translations than between any two texts."""
    if not source or not target:
        return math.log(_SURPRISE)
    ratio = math.log(target / source) ** 2
    variance = _SPREAD + _SPREAD_OF_ONE * 2 / (source + target)
    odds = math.exp((ratio / _SPREAD_OF_ANY - ratio / variance) / 2) * math.sqrt(_SPREAD_OF_ANY / variance)
    return math.log((1 - _SURPRISE) * odds + _SURPRISE)
