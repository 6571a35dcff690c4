"""English words that have a capital and yet tell nothing by their sound."""

from __future__ import annotations

from taiyaku.checks.names.tables import lines_of

_FUNCTION = """
the a an in on at by of to for from with as if it its he she his her they their them we our you your i my this
that these those there here when while where what who how why but and or so yet not no all some many most more
both each every one two three after before since during until although though because even also just only then
now today such other another instead despite according is are was were be been do does did has have had can
could will would may might must should under over between among across through within without whether again once
first later next last still today like above below however maybe perhaps whatever whoever about against
"""
_ENDINGS = (
    *("ly", "ing", "ed", "er", "ers", "s", "tion", "ment", "ness", "ity", "ance", "ence", "ist", "ism", "al", "ic"),
    *("ive", "ous", "ful", "less", "ward", "ship", "hood", "age", "ure"),
)
_SHORT = 4
_LEADING = """
say says said asked told met see meet amid upon via per up down out off than unlike plus next too did let if
meanwhile moreover nor past outside inside behind beside besides around
"""
_STEM = 3
_FUNCTION_WORDS, _LEADING_WORDS = frozenset(_FUNCTION.split()), frozenset(_LEADING.split())


def is_wordlike(word: str) -> bool:
    """Whether a word may well be no name where it opens a sentence: it is short, or ends as words do."""
    plain = word.lower()
    return 0 < len(plain) <= _SHORT or plain in _FUNCTION_WORDS or plain.endswith(_ENDINGS)


def is_no_name(word: str) -> bool:
    """Whether a word that opens a sentence, before a name, is no name itself; short ones may well be."""
    plain = word.lower()
    if plain in _FUNCTION_WORDS or plain in _LEADING_WORDS:
        return True
    return any(plain.endswith(ending, _STEM) for ending in ("ly", "ing", "ed"))


TRANSLATED = frozenset(word for line in lines_of("translated_words.txt") for word in line.split())
"""Capitalized words that Japanese says in words of its own: a name with one of them tells nothing by its sound."""
