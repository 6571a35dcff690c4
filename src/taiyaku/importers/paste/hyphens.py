"""Hyphens at line ends: whether one divides a word or belongs to it."""

from __future__ import annotations

from taiyaku.text.lazy_pattern import lazy_pattern

_WORDS = lazy_pattern(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_SUFFIX = lazy_pattern(
    r"(?:t?ions?|s?ions?|ments?|ings?|ness(?:es)?|tional|tions?|ally|tives?|ative(?:ly)?|tures?|ties|ty|ity|ble|bles|bly|"
    r"ance|ence|ances|ences|ical(?:ly)?|cally|ments?|edly|ers?|ors?|als?|ally|ism|ists?|ize[ds]?|ized|izing|ous|ously|ly|ed|es)"
)
_DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "holiday"])
_DIVIDED = lazy_pattern(r"(?<=[a-z])-\n[a-z]")
_SHORTEST = 3  # letters of a word before a hyphen: re-built is a word divided
_HYPHENATING = 3
"""So many words divided at line ends: the text was typeset, as in columns of a PDF file."""

_BEFORE = """
    well self long short high low full part half all non mid cross world first second third last old new back front left
    right north south east west one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy
    eighty ninety hard soft fast slow best much far near state city day year family award large small middle
"""
_AFTER = """
    year old day week month hour minute mile foot inch story room page part time term long wide based like related free
    known made built led run owned style size sized level up off in out on by down over born speaking looking winning
    driven fired filled friendly minded class quality scale range profile
"""
_COMPOUNDING, _COMPOUNDED = frozenset(_BEFORE.split()), frozenset(_AFTER.split())
"""What stands before, and behind, the hyphen of words that keep theirs: well-known, three-year-old."""


def is_divided(head: str, rest: str, whole: str) -> bool:
    """Whether a hyphen only divides a word: the word stands elsewhere without it, or what follows is no word.

    In a text that is hyphenated throughout, it does unless one half is common in words that are written with a hyphen.
    """
    words = {word.lower() for word in _WORDS.findall(whole)}
    if f"{head}-{rest}".lower() in words:
        return False
    if head + rest in _DAYS or (head + rest).lower() in words or _SUFFIX.fullmatch(rest) is not None:
        return True
    typeset = len(_DIVIDED.findall(whole)) >= _HYPHENATING
    return typeset and head.lower() not in _COMPOUNDING and (rest not in _COMPOUNDED or len(head) < _SHORTEST)
