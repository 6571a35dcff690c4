"""Ōshū or Oshu."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_WITH = lazy_pattern("[A-Za-z]*[ĀāĪīŪūĒēŌō][A-Za-zĀāĪīŪūĒēŌō]*")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find macrons where the house has none, and names that an article has with and without."""
    passages = list(targets(bitext, "en"))
    found = [
        (index, match)
        for index, passage in passages
        if not passage.text.isascii()
        for match in _WITH.finditer(passage.masked)
    ]
    if not found or bitext.style.macrons is True:
        return
    if bitext.style.macrons is None:
        words = {word for _, passage in passages for word in re.findall(r"[A-Za-z]+", passage.masked)}
        found = [(index, match) for index, match in found if plain(match[0]) in words]
        if not found:
            return
    index, match = found[0]
    message = Phrase(
        "“{word}” has a macron, which is not the style here; write “{plain}” (places: {count})",
        word=match[0],
        plain=plain(match[0]),
        count=len(found),
    )
    marks = tuple(Mark("target", *other.span()) for place, other in found if place == index)
    yield Finding(CHECK.name, "warning", message, index, marks, (match[0],))


def plain(word: str) -> str:
    """Return a word without its macrons: Ōshū is Oshu."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


CHECK = Check(
    name="romanization-policy",
    family="style-en",
    severity="warning",
    summary=Phrase("Long vowels of Japanese names are not written as the house has them, or in two ways."),
    find=find,
    languages=("en",),
    examples=(
        Bad("奥州市", "The city of Ōshū", says="“Ōshū” has a macron", settings="[style.en]\nmacrons = false"),
        Bad("奥州市と奥州市長", "Ōshū and the mayor of Oshu", says="“Ōshū” has a macron"),
        Good("奥州市", "The city of Oshu", why="without", settings="[style.en]\nmacrons = false"),
        Good("奥州市", "The city of Ōshū", why="with", settings="[style.en]\nmacrons = true"),
        Good("奥州市と遠野市", "Ōshū and Tono", why="different names"),
        Good("店", "A crêpe at the café", why="French", settings="[style.en]\nmacrons = false"),
    ),
)
