"""The persons that a byline names."""

from __future__ import annotations

from taiyaku.importers.paste import english, japanese
from taiyaku.text.lazy_pattern import lazy_pattern

_BY = lazy_pattern(r"(?i)^.{0,30}?\bby[:\s]\s*")
_AND = lazy_pattern(r"\s*(?:,\s*(?:and\s+)?|&|\band\b|\bAND\b|\bwith\b|/)\s*")
_OFFICE = lazy_pattern(
    r"(?i)\b(?:staff|writers?|reporters?|editors?|correspondents?|news|press|photos?|photographers?|special|desk|the|post|times|daily|bureau|shimpo)\b"
)
_PERSON = lazy_pattern(r"[^\W\d_][\w.’'ʻ-]*(?:\s+[\w.’'ʻ-]+){1,4}")
_BETWEEN_JAPANESE = lazy_pattern(r"[、，／/＆&]|(?<=[一-鿿])・(?=[一-鿿])")
_CAPITALS = lazy_pattern(r"[^\W\d_]+")


def people_in(byline: str, language: str) -> list[str]:
    """Return the names in a byline, without what they are and whom they work for; capitals as in print."""
    if language == "ja":
        return _japanese(byline)
    names = _BY.sub("", byline)
    if english.BYLINE.fullmatch(byline):
        names = english.BYLINE.fullmatch(byline)["names"]  # type: ignore[index]  # it has just matched
    pieces = (piece.strip() for piece in _AND.split(names))
    return [in_print(piece) for piece in pieces if _PERSON.fullmatch(piece) and not _OFFICE.search(piece)]


def _japanese(byline: str) -> list[str]:
    for pattern in (japanese.PLACED, japanese.BYLINE, japanese.IN_BRACKETS, japanese.NAME_ALONE):
        match = pattern.fullmatch(byline)
        if match:
            people = next(
                (value for key, value in match.groupdict().items() if key.startswith("people") and value), match[0]
            )
            return [name.strip() for name in _BETWEEN_JAPANESE.split(people)]
    return _BETWEEN_JAPANESE.split(byline) if japanese.NAME.fullmatch(byline) else []


def in_print(name: str) -> str:
    """Return a name in capitals as it is printed in a text: TOMOKO O'BRIEN-NAGAI becomes Tomoko O'Brien-Nagai."""
    if not name.isascii() or any(char.islower() for char in name.partition(",")[0]):
        return name
    head, comma, tail = name.partition(",")
    return _CAPITALS.sub(lambda match: _word(match[0]), head) + comma + tail


def _word(word: str) -> str:
    if len(word) > 3 and word.startswith("MC"):  # noqa: PLR2004 (a name after Mc)
        return "Mc" + word[2:].capitalize()
    return word.capitalize()
