"""What a translation between English and Japanese keeps: numbers, Latin names, addresses, code, the sound of a name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.numbers import numbers_in
from taiyaku.text.scripts import has_japanese
from taiyaku.text.skeletons import katakana_skeleton, latin_skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

SOUND = "~"
"""How the key of a sound begins: it may be chance."""

_TOKEN = re.compile(
    r"""(?P<address>https?://[^\s<>()\[\]「」（）、。]+ | [\w.+-]+@[\w-]+\.[\w.-]+
        | \]\([^\s)]+\) | \[\^[^\]\s]+\] | `[^`\n]+`)
    | (?P<weekday>[月火水木金土日]曜)
    | (?P<katakana>[ァ-ヺー]{3,})
    | (?P<word>[A-Za-zÀ-ɏ]+(?:['’.&-][A-Za-zÀ-ɏ]+)*)""",
    re.VERBOSE,
)


def _numbered(words: str, first: int) -> dict[str, str]:
    return {word: str(number) for number, word in enumerate(words.split(), start=first)}


_NUMBERS = (
    _numbered("two three four five six seven eight nine ten eleven twelve", first=2)
    | _numbered("january february march april - june july august september october november december", first=1)
    | _numbered("jan feb mar apr - jun jul aug sept oct nov dec", first=1)
)
"""Words that Japanese writes in digits: small numbers, and months, which it counts; `may` is mostly a verb."""
_WEEKDAYS = {
    "monday": "月曜",
    "tuesday": "火曜",
    "wednesday": "水曜",
    "thursday": "木曜",
    "friday": "金曜",
    "saturday": "土曜",
    "sunday": "日曜",
}
_SHORTEST_SOUNDING = 4
_SHORTEST_SKELETON = 2


class Anchors(NamedTuple):
    """The anchors of one text, each as a key that its translation has as well."""

    keys: frozenset[str]
    """All of them. Those of sounds begin with `SOUND`."""
    firm: frozenset[str]
    """Those whose lack on the other side speaks against it: digits, addresses, and in Japanese foreign words."""


def anchors(text: str) -> Anchors:
    """Return the anchors of `text`. Width and case do not count; 1万2000 and 12,000 are equal."""
    folded = unicodedata.normalize("NFKC", text)
    firm = {f"{number.value.normalize():f}" for number in numbers_in(folded)}
    keys = set(firm)
    is_japanese = has_japanese(folded)
    for match in _TOKEN.finditer(folded):
        found = set(_keys(match))
        keys |= found
        if match.lastgroup == "address" or (is_japanese and match.lastgroup in {"word", "katakana"}):
            firm |= found
    return Anchors(frozenset(keys), frozenset(firm))


def _keys(match: re.Match[str]) -> Iterator[str]:
    token = match[0]
    if match.lastgroup == "word":
        yield from _word_keys(token)
    elif match.lastgroup != "katakana":
        yield token.rstrip(".,")
    elif len(skeleton := katakana_skeleton(token)) >= _SHORTEST_SKELETON:
        yield SOUND + skeleton


def _word_keys(token: str) -> Iterator[str]:
    word = token.casefold().removesuffix("'s").removesuffix("’s")
    if word in _NUMBERS:
        yield _NUMBERS[word]
    elif len(word) > 1:
        yield _WEEKDAYS.get(word, word)
    if len(word) >= _SHORTEST_SOUNDING:
        skeleton = latin_skeleton(word)
        if len(skeleton) > _SHORTEST_SKELETON or (len(skeleton) == _SHORTEST_SKELETON and token[0].isupper()):
            yield SOUND + skeleton
