"""Emphasis beside Japanese brackets, `**「…」**と`: how it is written so that every program closes it.

CommonMark takes the marks there for plain asterisks: its rule asks for a blank or punctuation outside of a mark that
has punctuation inside, and Japanese has neither (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run).
The letter outside is therefore written as a character reference, which reads as the same letter and begins and ends
with punctuation: `**「…」**&#x3068;`. A translator never sees it: `opened` is the inverse of `closed`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.formats.markdown.events import each_event
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.scripts import has_japanese

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = r"\*{1,3}|_{1,3}|~~"
_RUN = lazy_pattern(rf"(?<![*_~])(?:{_MARKS})(?![*_~])")
_REFERENCE = lazy_pattern(rf"&#x([0-9A-F]{{4,5}});(?=(?:{_MARKS}))|(?<=[*_~])&#x([0-9A-F]{{4,5}});")
_HIDDEN = "\x00"  # for what is no text: code, addresses, what stands behind a backslash
_LENGTHS = {"Emphasis": 1, "Strong": 2, "Strikethrough": 2}


class _Pair(NamedTuple):
    """Marks that a person reads as emphasis: where the first begins, where the last ends, and how long each is."""

    start: int
    end: int
    length: int


def closed(text: str) -> str:
    """Return inline Markdown with references for the Japanese letters that keep a mark of emphasis from working.

    Nothing is changed where all marks work, nor where they would not then: no other mark, and no character that a
    reader sees.
    """
    if not any(_needs_help(text, match.start(), match.end()) for match in _RUN.finditer(text)):
        return text
    pairs = list(_meant(text))
    letters = dict(_letters(text, pairs))
    if not letters:
        return text
    parts = [letters.get(index, character) for index, character in enumerate(text)]
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    mended = "".join(parts)
    wanted = {(places[pair.start], places[pair.end]) for pair in pairs}
    return mended if wanted == _emphasized(mended) else text


def opened(text: str) -> str:
    """Return the text of which `closed` makes this one; the text itself where there is none."""
    if "&#x" not in text:
        return text
    plain = _REFERENCE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)
    return plain if closed(plain) == text else text


def _needs_help(text: str, start: int, end: int) -> bool:
    """Whether marks stand between punctuation and a Japanese letter."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (_is_letter(before) and _is_punctuation(after)) or (_is_punctuation(before) and _is_letter(after))


def _meant(text: str) -> Iterator[_Pair]:
    """Yield the pairs of marks as a person reads them: by the nearest one of the same kind that is open."""
    seen = _seen(text)
    waiting: list[tuple[str, int]] = []
    for match in _RUN.finditer(seen):
        mark, (start, end) = match[0], match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        ends_words, begins_words = bool(before.strip()), bool(after.strip())
        partner = next((i for i in range(len(waiting) - 1, -1, -1) if waiting[i][0] == mark), None)
        if ends_words and partner is not None and not _opens(before, after):
            yield _Pair(waiting[partner][1], end, len(mark))
            del waiting[partner:]
        elif begins_words and not (mark[0] == "_" and before.isascii() and before.isalnum()):
            waiting.append((mark, start))


def _opens(before: str, after: str) -> bool:
    """Whether a mark can only be the first one: 備前焼*（注1）と萩焼*（注2） is not emphasis, but two remarks."""
    return _is_letter(before) and bool(after) and unicodedata.category(after) in {"Ps", "Pi"}


def _seen(text: str) -> str:
    """Return the text with what is neither words nor marks hidden."""
    seen = [_HIDDEN] * len(text)
    places = _places(text)
    for event, where in each_event(text):
        start, end = places[where["start"]], places[where["end"]]
        kind = event.get("Start") if isinstance(event, dict) else None
        if isinstance(event, dict) and "Text" in event and text[start - 1 : start] != "\\":
            seen[start:end] = text[start:end]
        elif isinstance(kind, str) and kind in _LENGTHS:
            length = _LENGTHS[kind]
            for place in (slice(start, start + length), slice(end - length, end)):
                seen[place] = text[place]
    return "".join(seen)


def _letters(text: str, pairs: list[_Pair]) -> Iterator[tuple[int, str]]:
    """Yield the places of the letters outside of marks with punctuation inside, and the references for them."""
    for start, end, length in pairs:
        if _is_letter(text[start - 1 : start]) and _is_punctuation(text[start + length]):
            yield start - 1, _reference(text[start - 1])
        if _is_letter(text[end : end + 1]) and _is_punctuation(text[end - length - 1]):
            yield end, _reference(text[end])


def _emphasized(text: str) -> set[tuple[int, int]]:
    """Return the ranges of emphasis, marks included; of one that has three asterisks, the outer."""
    places = _places(text)
    found = [
        (places[where["start"]], places[where["end"]])
        for event, where in each_event(text)
        if isinstance(event, dict) and isinstance(event.get("Start"), str) and event["Start"] in _LENGTHS
    ]
    outer = set(found)
    return {(start, end) for start, end in outer if not {(start - 1, end + 1), (start - 2, end + 2)} & outer}


def _reference(letter: str) -> str:
    return f"&#x{ord(letter):X};"


def _is_letter(character: str) -> bool:
    return has_japanese(character) and not _is_punctuation(character)


def _is_punctuation(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"


def _places(text: str) -> dict[int, int]:
    """Return the place in code points of each place in bytes."""
    places, position = {0: 0}, 0
    for index, character in enumerate(text, 1):
        position += len(character.encode("utf-8", "surrogatepass"))
        places[position] = index
    return places
