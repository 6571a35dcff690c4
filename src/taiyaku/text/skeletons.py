"""How a word sounds, roughly enough that a name in Latin letters and in katakana come out alike.

Only consonants count, in a few classes, for vowels are heard differently and written anyhow: `Brighton` and ブライトン
are both `brtn`. This finds what may be the same word; it proves nothing.
"""

from __future__ import annotations

import re

_ROWS = {
    "k": "カキクケコ",
    "g": "ガギグゲゴ",
    "s": "サシスセソザジズゼゾ",
    "t": "タチツテト",
    "d": "ダヂヅデド",
    "n": "ナニヌネノマミムメモン",
    "b": "バビブベボヴ",
    "p": "パピプペポ",
    "f": "フ",
    "r": "ラリルレロ",
}
_KATAKANA = str.maketrans(
    {kana: sound for sound, row in _ROWS.items() for kana in row}
    | dict.fromkeys("アイウエオァィゥェォハヒヘホヤユヨャュョワヲヮッーヵヶ・", "")
)
_SPELLINGS = re.compile(
    r"(?P<sn>[ts]ion|cian)|(?P<s>sch|sh|th(?!o?m)|c(?=[eiy])|[szj]|g(?=[ei]))|(?P<f>ph|f)|(?P<ks>x)"
    r"|(?P<k>ch(?=r)|ck|c(?!h)|qu?|k(?!n))|(?P<t>t?ch|t+)|(?P<none>gh|(?<=n)g(?![aeiouylr])|kn(?=$)|w(?=r))|(?P<g>g)|(?P<d>d)"
    r"|(?P<n>[nm])|(?P<b>[bv])|(?P<p>p)|(?P<r>l|r(?=[aeiouyáéíóúäöü]))"
)
_TWICE = re.compile(r"(.)\1")


def latin_skeleton(word: str) -> str:
    """Return the consonants of a word in Latin letters."""
    heard = "".join(match.lastgroup or "" for match in _SPELLINGS.finditer(_TWICE.sub(r"\1", word.casefold())))
    return heard.replace("none", "")


def katakana_skeleton(word: str) -> str:
    """Return the consonants of a word in katakana."""
    return word.translate(_KATAKANA)
