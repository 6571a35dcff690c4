"""How likely a text is as Japanese or English, so that readings of the same bytes can be compared.

A text costs bits: each character as many as tell it from the others of its class (2,136 common kanji: about ten),
and more where two classes meet that seldom do (half-width katakana beside kanji, a capital with an accent within a
word, one kanji between two Latin letters). The right reading is the shortest description of the bytes; what was
misread is full of rare characters and strange neighbours. 20 bits of difference are a million to one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from operator import add

_COSTS = {
    "a": 5,  # a letter of ASCII
    "d": 5,  # a digit
    "p": 5,  # punctuation of ASCII
    "s": 3,  # a space, a line end
    "o": 6,  # “ ‘
    "c": 6,  # ” ’
    "m": 6,  # – — … •
    "e": 9,  # a small letter with an accent
    "E": 11,  # a capital with an accent
    "y": 9,  # © £ ½ € and other signs of Latin-1
    "h": 6,  # hiragana
    "k": 6.5,  # katakana
    "j": 10,  # 常用漢字
    "n": 14,  # another kanji of JIS level 1, or one that IBM added for names
    "r": 18,  # a kanji of JIS level 2
    "R": 22,  # any other kanji
    "P": 4,  # 、。「」
    "W": 8,  # letters and digits of full width
    "S": 11,  # another sign: of JIS, emoji
    "x": 7,  # half-width katakana
    "g": 20,  # Greek, Cyrillic, and what is rare in Latin-1
    "G": 22,  # private use: a character that a user made (gaiji)
    "z": 24,  # anything else
    "!": 40,  # no character of a text: control characters, bytes that were lost
}
"""The classes, and what a character of each costs."""

_LATIN, _JAPANESE, _KANJI = "ademocEyp", "hkjnrRPWS", "jnrR"
_USUAL = 2.0
"""The cost of a change of class of which nothing else is said here."""

_FOREIGN, _FEW = 10, 10
"""What it costs that an English text, of so many letters for each Japanese one, has any of those at all."""


def _neighbours() -> dict[str, float]:
    """Return what it costs that a character of one class follows one of another, where it is not `_USUAL`."""
    costs: dict[str, float] = {name * 2: 0 for name in _COSTS}

    def between(left: str, right: str, cost: float, *, both_ways: bool = True) -> None:
        costs.update({a + b: cost for a in left for b in right})
        if both_ways:
            costs.update({b + a: cost for a in left for b in right})

    between("hk", _KANJI, 1)
    between("P", _JAPANESE, 1)
    between("ademoc", _KANJI, 7)  # 「AI時代」 is written, “don稚” is not
    between("d", _KANJI, 3)
    between("s", _KANJI, 4)
    between("x", "hkjnrRSP", 8)
    between("x", _LATIN, 8)
    between("x", "s", 4)
    between("eE", _JAPANESE + "x", 9)
    between("y", "hkjnrRx", 6)
    between("y", "ds", 1)
    between("y", "yeE", 8)
    between("eE", "a", 1)
    costs |= {"ee": 4, "eE": 12, "Ee": 6, "EE": 6, "aE": 4}
    costs |= {"ed": 8, "de": 8, "Ed": 8, "dE": 8}
    between("as", "p", 1)
    between("spm", "o", 0.5, both_ways=False)
    between("adeEco", "o", 9, both_ways=False)
    between("o", "adeEp", 0.5, both_ways=False)
    between("o", "scm", 9, both_ways=False)
    between("aepd", "c", 0.5, both_ways=False)
    between("c", "aspm", 0.5, both_ways=False)
    between("sm", "c", 5, both_ways=False)
    between("gG", _JAPANESE + "aeE", 5)
    costs["!!"] = -30  # one wrong byte may take its neighbours along
    return costs


_CHANGES = _neighbours()


def bits(text: str) -> float:
    """Return what a text costs, in bits: fewer are likelier."""
    classes = _classes(text)
    if not classes:
        return 0
    around = f"s{classes}s"
    counts = Counter(classes)
    pairs = Counter(map(add, around, around[1:]))
    foreign = sum(counts[name] for name in _JAPANESE)
    return (
        sum(_COSTS[name] * count for name, count in counts.items())
        + sum(_CHANGES.get(pair, _USUAL) * count for pair, count in pairs.items())
        + (_FOREIGN if 0 < foreign * _FEW < counts["a"] else 0)
    )


def strangeness(text: str) -> tuple[float, int]:
    """Return what the characters beyond ASCII cost, each with its left neighbour, and how many there are."""
    classes = _classes(text)
    beyond = [(left + name, name) for left, name in zip("s" + classes, classes, strict=False) if name not in "adps"]
    return sum(_COSTS[name] + _CHANGES.get(pair, _USUAL) for pair, name in beyond), len(beyond)


def _classes(text: str) -> str:
    return text.translate(_table())


class _Table(dict[int, str]):
    """The class of every character, found out when it is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = found = _class_of(chr(point))
        return found


@cache
def _table() -> _Table:
    from taiyaku.checks.style_ja.joyo_table import JOYO, PERMITTED

    table = _Table()
    for first, last, name in _IN_JIS:
        table |= {ord(character): name for character in _rows(first, last)}
    table |= {ord(character): name for pattern, name in _PLAIN for character in re.findall(pattern, _EVERYDAY)}
    table |= {ord(character): "j" for character in JOYO | PERMITTED}
    table |= dict.fromkeys(range(0x370, 0x530), "g")  # which JIS has, too
    return table


_IN_JIS = ((0x81, 0x87, "S"), (0x88, 0x97, "n"), (0x99, 0x9F, "r"), (0xE0, 0xEA, "r"), (0xED, 0xFC, "n"))
"""The leading bytes of Shift_JIS: signs, kanji of level 1 and 2, what NEC and IBM added."""

_EVERYDAY = "".join(map(chr, (*range(0x100), *range(0x2010, 0x2123), *range(0x3000, 0x3100), *range(0xFF00, 0xFFA0))))
_PLAIN = (
    (r"[¡-¿×÷€™]", "y"),
    (r"[à-öø-ÿ]", "e"),
    (r"[À-ÖØ-Þß]", "E"),
    (r"[ \t\n\r\f\v\xa0\u2028\u2029]", "s"),
    (r"[0-9]", "d"),
    (r"[a-zA-Z]", "a"),
    (r"[!-/:-@\[-`{-~]", "p"),
    (r"[ÿþðÞÐ¤¦¨¬¯´¸¶µ]", "g"),
    (r"[“‘]", "o"),
    (r"[”’]", "c"),
    (r"[–—―…•]", "m"),
    (r"[ぁ-ゖゝゞ]", "h"),
    (r"[ァ-ヺー・ヽヾ]", "k"),
    (r"[\u3000、。「」『』【】（）！？：／～〜々〆〇]", "P"),
    (r"[Ａ-Ｚａ-ｚ０-９]", "W"),
    (r"[｡-ﾟ]", "x"),
)


def _rows(first: int, last: int) -> str:
    """Return what CP932 has under leading bytes from `first` to `last`."""
    trails = [*range(0x40, 0x7F), *range(0x80, 0xFD)]
    return b"".join(bytes((lead, trail)) for lead in range(first, last + 1) for trail in trails).decode(
        "cp932", "ignore"
    )


_NO_TEXT = frozenset({"Cc", "Cn", "Cs"})
_WINDOWS_UNDEFINED = "\uf8f0\uf8f1\uf8f2\uf8f3"  # what Python makes of A0 and FD-FF in CP932
_LATIN_EXTENDED = (0x100, 0x250)


def _class_of(character: str) -> str:
    """Return the class of a character that is not in the tables."""
    category = unicodedata.category(character)
    if category in _NO_TEXT or character == "\ufffd" or character in _WINDOWS_UNDEFINED:
        return "!"
    if category == "Co":
        return "G"
    if "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000":
        return "R"
    if category == "So" or character in "\u200d\ufe0f":  # emoji
        return "S"
    if _LATIN_EXTENDED[0] <= ord(character) < _LATIN_EXTENDED[1]:
        return "e" if category == "Ll" else "E"
    return "z"


UNFIT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ufdd0-\ufdef\uf8f0-\uf8f3]")
"""What no text has; unassigned characters apart, which `unfit` finds as well."""


def unfit(text: str) -> int | None:
    """Return where the first character stands that no text has: lost, a control character, not assigned; or None."""
    found = UNFIT.search(text)
    places = [found.start()] if found else []
    strange = {character for character in set(text) if unicodedata.category(character) == "Cn"}
    places += [text.index(character) for character in strange]
    return min(places, default=None)
