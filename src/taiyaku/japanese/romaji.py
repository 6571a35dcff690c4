"""Kana -> Hepburn as it is met in print, and romanizations folded so that one name has one key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from taiyaku.text.lazy_pattern import lazy_pattern

_ROWS = {
    "": "アa イi ウu エe オo ヴvu ヲo ンn ー-",
    "k": "カa キi クu ケe コo",
    "g": "ガa ギi グu ゲe ゴo",
    "s": "サa スu セe ソo",
    "t": "タa テe トo",
    "d": "ダa デe ドo",
    "n": "ナa ニi ヌu ネe ノo",
    "h": "ハa ヒi ヘe ホo",
    "b": "バa ビi ブu ベe ボo",
    "p": "パa ピi プu ペe ポo",
    "m": "マa ミi ムu メe モo",
    "y": "ヤa ユu ヨo ヱe ヰi",
    "r": "ラa リi ルu レe ロo",
    "w": "ワa",
    "sh": "シi",
    "j": "ジi ヂi",
    "ch": "チi",
    "ts": "ツu",
    "f": "フu",
    "z": "ザa ズu ヅu ゼe ゾo",
}
_SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo", "ヮ": "wa"}
_PALATAL = ("sh", "ch", "j")
"""Consonants that swallow the y of ャ, ュ, ョ: しゃ is sha, きゃ is kya."""


def _syllables() -> dict[str, str]:
    return {pair[0]: consonant + pair[1:] for consonant, row in _ROWS.items() for pair in row.split()}


_SYLLABLES = _syllables()
_HIRAGANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_LONG = {"aa": "ā", "uu": "ū", "oo": "ō", "ou": "ō", "ee": "ē", "a-": "ā", "i-": "ī", "u-": "ū", "e-": "ē", "o-": "ō"}
_LONG_VOWEL = lazy_pattern("|".join(_LONG))
_PLAIN = str.maketrans("āīūēō", "aiueo")
_BEFORE_LIP = lazy_pattern("n(?=[bpm])")
_LETTERS = lazy_pattern(r"[^a-z]+")
_FOLDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (lazy_pattern("tch"), "cch"),
    (lazy_pattern("m(?=[bp])"), "n"),
    (lazy_pattern("oh(?![aiueoy])"), "o"),
    (lazy_pattern("(?<=[aiu])ye"), "e"),
    (lazy_pattern("o[uo]+"), "o"),
    (lazy_pattern("uu+"), "u"),
    (lazy_pattern("([aei])\\1+"), r"\1"),
)
"""Shimbashi = Shinbashi, Ohtani = Otani, Oshuu = Oshu, Inouye = Inoue."""


def katakana_of(kana: str) -> str:
    """Return a text with its hiragana as katakana."""
    return kana.translate(_HIRAGANA)


@lru_cache(maxsize=4096)
def romaji(kana: str) -> str:
    """Return kana in Hepburn letter for letter: おうしゅう is oushuu, しんばし is shinbashi, いっちょう is itchou.

    What is no kana stays as it is.
    """
    letters: list[str] = []
    doubled = False
    for character in katakana_of(kana):
        if character == "ッ":
            doubled = True
            continue
        if character in _SMALL and letters:
            letters[-1] = _with_small(letters[-1], _SMALL[character])
            continue
        syllable = _SYLLABLES.get(character, character)
        if doubled and syllable[0] in "kgszjtcdhfbpmrywv":
            syllable = ("t" if syllable.startswith("ch") else syllable[0]) + syllable
        doubled = False
        letters.append(syllable)
    return "".join(letters)


def _with_small(syllable: str, small: str) -> str:
    """Return a syllable whose vowel a small kana takes over: ki + ya = kya, shi + yu = shu, fu + a = fa."""
    consonant = syllable.rstrip("aiueo")
    if consonant.endswith(_PALATAL):
        return consonant + small.lstrip("y")
    if not consonant and small[0] != "y":
        return ("w" if syllable == "u" else syllable) + small
    if consonant in {"k", "g"} and syllable[-1] == "u" and small[0] not in "yw":
        return f"{consonant}w{small}"
    return consonant + small


def hepburn(kana: str) -> tuple[str, ...]:
    """Return the ways in which newspapers, maps and passports write a reading, in lower case, the plain one first.

    おおたに: otani, ōtani, ohtani, ootani. しんばし: shinbashi, shimbashi.
    """
    spelled = romaji(kana)
    macron = _LONG_VOWEL.sub(lambda match: _LONG[match[0]], spelled)
    ways = [macron.translate(_PLAIN), macron]
    if "ō" in macron:
        ways.append(re.sub("ō(?![aiueo])", "oh", macron).translate(_PLAIN))
    ways.append(spelled)
    ways.extend(_BEFORE_LIP.sub("m", way) for way in tuple(ways))
    return tuple(dict.fromkeys(ways))


@lru_cache(maxsize=8192)
def folded(latin: str) -> str:
    """Return the key that all romanizations of a Japanese name share: letters only, no length of vowels.

    Ohtani, Otani, Ōtani and Ootani are one, and so are Shimbashi and Shinbashi. Different names may become one
    too (Ono and Ōno): a key finds candidates, and the exact spelling comes from the termbase.
    """
    plain = unicodedata.normalize("NFKD", latin).lower()
    key = _LETTERS.sub("", plain)
    for pattern, replacement in _FOLDS:
        key = pattern.sub(replacement, key)
    return key


def folded_kana(kana: str) -> str:
    """Return the key of a reading in kana, comparable with `folded`."""
    return folded(romaji(kana).replace("-", ""))
