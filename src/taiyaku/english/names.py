"""Names in English texts, known by their capitals and the titles before them."""

from __future__ import annotations

from typing import NamedTuple

from taiyaku.english.words import words
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

_TITLE_WORDS = """
    mr mrs ms miss dr prof professor sir dame lord lady saint st rev reverend father sister brother
    pope bishop archbishop
    president premier prime minister secretary chancellor governor gov mayor councilmember councilman councilwoman
    councilor councillor senator sen representative rep congressman congresswoman assemblymember assemblyman
    assemblywoman supervisor ambassador consul general deputy vice chief director chairman chairwoman chair chairperson
    ceo cfo coo cto founder manager coach captain capt colonel col major maj lieutenant lt sergeant sgt admiral adm
    commander officer detective sheriff judge justice attorney king queen prince princess emperor empress duke duchess
    prosecutor magistrate warden constable inspector corporal private ensign cardinal deacon rabbi imam abbot vicar
    headmaster headmistress headteacher provost lecturer curator librarian treasurer presiding
    principal superintendent dean actor actress singer pitcher catcher outfielder infielder shortstop goalkeeper striker
    player author writer poet painter potter artist architect composer conductor journalist reporter photographer editor
    spokesman spokeswoman spokesperson analyst economist researcher scientist engineer former acting interim executive
"""
_TITLES = frozenset(_TITLE_WORDS.split())
"""Words that stand before a person's name and are no part of it."""

_SMALL_WORDS = "of de da do dos del della di van von der den la le el al bin ibn and the for in y e"
_PARTICLES = frozenset(_SMALL_WORDS.split())
"""Small words inside names: Bank of Japan, Vincent van Gogh."""

_OPENING = lazy_pattern(r"(?:^|[.!?:;]|[\"“‘(\[]|\n|[-—–*#>|])\s*[\"“‘'(\[*_]*$")
_APART = lazy_pattern(r"[^\S\n]+|-|[^\S\n]*&[^\S\n]*|\.[^\S\n]+")


def is_title(plain: str) -> bool:
    """Whether a plain word may stand before a person's name: mayor, mr, former."""
    return plain.removesuffix(".") in _TITLES


class CapitalizedName(NamedTuple):
    """A run of capitalized words, titles left out.

    `words` are its words without particles; `opening` means that it opens a sentence, where anything has a capital.
    `span` is in code points.
    """

    text: str
    span: Span
    words: tuple[str, ...]
    titles: tuple[str, ...]
    opening: bool


def capitalized_names(text: str) -> list[CapitalizedName]:
    """Return the runs of capitalized words in a text, in order; a text in capitals or in title case has one a line."""
    found: list[CapitalizedName] = []
    run: list[tuple[str, Span]] = []
    for word in words(text):
        beside = bool(run) and _APART.fullmatch(text, run[-1][1].end, word.span.start) is not None
        if run and not beside:
            found.extend(_named(run, text))
            run = []
        if word.capital or (run and word.plain in _PARTICLES):
            run.append((word.text, word.span))
        elif run:
            found.extend(_named(run, text))
            run = []
    found.extend(_named(run, text))
    return found


def _named(run: list[tuple[str, Span]], text: str) -> list[CapitalizedName]:
    while run and not run[-1][0][0].isupper():
        run.pop()
    titles = []
    while run and is_title(run[0][0].lower()):
        titles.append(run.pop(0)[0])
    if not run:
        return []
    span = Span(run[0][1].start, run[-1][1].end)
    own = tuple(word for word, _ in run if word[0].isupper())
    return [CapitalizedName(span.of(text), span, own, tuple(titles), opens_sentence(text, span.start))]


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins at a place, so that a capital there says nothing."""
    return _OPENING.search(text, max(0, start - 12), start) is not None or start == 0
