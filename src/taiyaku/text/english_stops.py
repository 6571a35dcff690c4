"""Which stops of an English text end a sentence: what precedes it, and how the next word begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.text import sentence_words as words
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

CLOSING = r"""(?:\]\([^\s)]*\)|["”’'»)\]」』）】〉》〕］*_~]|\[\^[^\]\s]+\]|</\w+>)*+"""
"""What may follow a stop and still belongs to its sentence: quotation marks, brackets, ends of mark-up, notes."""
BREAK = r"<br\s*/?>|\\(?=\n)"
BLANK_LINE = r"(?P<blank>\n[^\S\n]*\n)"
STOP = lazy_pattern(rf"(?P<mark>[.!?…]+)(?P<closing>{CLOSING})(?:{BREAK}|(?=\s))|{BLANK_LINE}")
"""The candidates: `mark` with the signs that close after it, or a blank line, then without a `mark`."""

_OPENING = "([“\"'‘*_~«¿¡"
_NEXT = lazy_pattern(r"""(?:\s|["“‘'(\[*_~«¿¡]|<[^<>]*>)*+""")
_WORD = lazy_pattern(r"[^\W_][\w'’]*")
_GOING_ON = frozenset("-–—,;:.…)&+/=")
_LIST_NUMBER = lazy_pattern(r"[0-9]{1,3}|[A-Za-z]|[ivxIVX]+")
_LETTERS = lazy_pattern(r"[A-Za-z]|[A-Za-z]{1,2}(?:\.[A-Za-z]{1,2})+")
_SPEAKER = lazy_pattern(rf"\s*[A-Z][\w.'’-]*\s+(?:[\w.'’-]+\s+){{0,3}}?(?:{'|'.join(sorted(words.SAYING))})\b")
_DOTTED_NAME = lazy_pattern(r"\.\w")  # .NET, .env
_LONGEST_WORD = 60
_PLAIN_WORD = 4
"""Letters of a word that is hardly an abbreviation, so that a small letter may begin the next sentence: npm."""


def ends_sentence(text: str, start: int, stop: re.Match[str], cut: int) -> bool:
    """Say whether the sentence that began at `start` ends at `cut`, behind this match of `STOP`."""
    following = _next(text, cut)
    sign = text[following : following + 1]
    if not sign or (sign in _GOING_ON and not _DOTTED_NAME.match(text, following)):
        return False
    word = _word_at(text, following)
    if stop["mark"] == "." and stop.start() > start and not text[stop.start() - 1].isspace():
        return _ends_after_word(text, start, stop, word, following)
    if sign.islower():
        return _has_inner_capital(word)
    return stop["mark"][0] in ".…" or not _is_exclaimed(text, stop, word)


def _ends_after_word(text: str, start: int, stop: re.Match[str], word: str, following: int) -> bool:
    """Decide on a single full stop, which may belong to an abbreviation."""
    at = stop.start()
    last = text[max(start, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1].lstrip(_OPENING)
    sign = text[following]
    if last in words.NEVER_LAST or _is_list_number(text, start, at, last):
        return False
    if last in words.HOURS:
        return not sign.islower() and word not in words.AFTER_HOURS and "(" not in text[at:following]
    if last in words.SOMETIMES_LAST or _LETTERS.fullmatch(last):
        is_initial = len(word) == 1 and text.startswith(".", following + 1)
        return word in words.FIRST_WORDS and not is_initial
    if sign.isdigit():
        return last not in words.BEFORE_NUMBERS
    if sign.islower():
        return _has_inner_capital(word) or (last.isalpha() and len(last) >= _PLAIN_WORD and not stop["closing"])
    return True


def _is_list_number(text: str, start: int, at: int, last: str) -> bool:
    return text[start:at].lstrip(_OPENING) == last and _LIST_NUMBER.fullmatch(last) is not None


def _is_exclaimed(text: str, stop: re.Match[str], word: str) -> bool:
    """Say whether a question or exclamation is only a part of the sentence: “Why?” Chen asked; Yahoo! Japan."""
    if word in words.FIRST_WORDS:
        return False
    if any(quote in stop["closing"] for quote in "\"”’'»"):
        return _SPEAKER.match(text, stop.end()) is not None
    return text.endswith(words.NAMES_WITH_MARK, 0, stop.start())


def _has_inner_capital(word: str) -> bool:
    """Say whether a word with a small first letter is a name that has it so: iPhone, eBay, macOS."""
    return any(char.isupper() for char in word)


def _next(text: str, offset: int) -> int:
    match = _NEXT.match(text, offset)
    return match.end() if match else offset


def _word_at(text: str, offset: int) -> str:
    match = _WORD.match(text, offset)
    return match[0] if match else ""
