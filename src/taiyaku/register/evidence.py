"""What speaks for an English and a Japanese name being one: sound, reading, place, brackets, parts, position."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.checks.names.english_vocabulary import TRANSLATED
from taiyaku.checks.names.known_places import known_places
from taiyaku.checks.names.tables import lines_of
from taiyaku.checks.names.titles import OFFICES
from taiyaku.japanese.katakana import likeness
from taiyaku.japanese.readings import person_reads_as, place_reads_as
from taiyaku.japanese.scripts import is_kanji
from taiyaku.register.heads import heads_agree, kind_of_head
from taiyaku.register.places import known_place
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.register.names import Name

Sort = Literal["place", "reading", "sound", "gloss", "parts", "alike", "heads", "position"]
"""By what they are one: both known; read so; sounds so; the one stands in brackets behind the other; its parts are
those of the other; written alike; only what kind of thing it is; or only where it stands."""

STRONG = 0.9
"""From this weight on, one place is enough; below it, others must speak for it, too."""

_KATAKANA = lazy_pattern("[ァ-ヴー]+")
_KANA_RUN = lazy_pattern("[ァ-ヴー]{2,}")
_INITIAL = lazy_pattern(r"[A-Z]\.?|Jr|Sr|I{2,3}|IV")
_SMALL_WORDS = "of de da do dos del della di van von der den la le el al bin ibn y e the"
_SMALL = frozenset(_SMALL_WORDS.split())
_ROMAJI = lazy_pattern(
    r"(?:(?:[kgstznhbpmrdyjfwc]|sh|ch|ts|[kgnhbpmr]y|tch|ss|kk|pp|tt)?[aiueoāūēō]|[nm](?![aiueo])"
    r"|h(?![aiueo])|-)+"
)
_EXONYMS = {kana: tuple(stem.lower() for stem in stems) for kana, *stems in map(str.split, lines_of("exonyms.txt"))}
_WHOLE = 0.72
_PIECE = 0.45
_MEAN = 0.66
_SINGLE = 0.75
_DOUBTFUL = 0.65
_LESS = 0.08
_SHORT = 2
_SHORT_LIKENESS = 0.85


class Evidence(NamedTuple):
    """One thing that speaks for a pair. `weight` is 0 to 1; `english` and `japanese` are the forms it speaks for."""

    sort: Sort
    weight: float
    english: str
    japanese: str


def evidence(english: Name, japanese: Name) -> Evidence | None:
    """Return the best that speaks for two names being one, apart from where they stand; None if nothing does."""
    whole = english.text, japanese.text
    if _glossed(english, japanese):
        return Evidence("gloss", 1.0, *whole)
    if english.text == japanese.text:
        return Evidence("alike", 1.0, *whole)
    if japanese.text.isascii():
        return None
    return (
        _known(english, japanese)
        or _composed(english, japanese)
        or _read(english, japanese)
        or _sounded(english, japanese)
    )


def _glossed(english: Name, japanese: Name) -> bool:
    """Whether brackets say so: 郭氏（Guo）, Bizen (備前), or the same abbreviation behind both."""
    if english.text in japanese.glosses or (japanese.text in english.glosses and not japanese.text.isascii()):
        return True
    acronyms = {gloss for gloss in english.glosses & japanese.glosses if gloss.isascii()}
    return bool(acronyms) and (len(english.pieces) > 1)


def _known(english: Name, japanese: Name) -> Evidence | None:
    place = known_place(english.text)
    if place is None or english.titles:
        return None
    if japanese.text in place.japanese:
        return Evidence("place", 1.0, english.text, japanese.text)
    if japanese.stem in place.japanese and japanese.kind == "place":
        return Evidence("place", 1.0, english.text, japanese.stem)
    return None


def _composed(english: Name, japanese: Name) -> Evidence | None:
    """Return that the head and at least one other part of a name are those of the other: スタンフォード大学."""
    if not english.head or not japanese.head or not heads_agree(english.head, japanese.head):
        return None
    whole = english.text, japanese.text
    stem, words = japanese.stem, [word for word in english.pieces if word.lower() not in {english.head, *_SMALL}]
    if not words:
        return None
    kana = _KANA_RUN.findall(stem)
    explained = [word for word in words if _explains(word, stem, kana)]
    if stem in _names_of(" ".join(words)) or _same(words, stem):
        return Evidence("parts", 1.0, *whole)
    unexplained = [
        run
        for run in kana
        if not any(likeness(run, word) >= _DOUBTFUL for word in (*words, english.head))
        and likeness(run, "".join(words)) < _DOUBTFUL
    ]
    if explained and not unexplained:
        rest = [word for word in words if word not in explained]
        return Evidence("parts", 0.95 if all(word.lower() in TRANSLATED for word in rest) else 0.8, *whole)
    return Evidence("heads", 0.4, *whole)


def _same(words: Sequence[str], stem: str) -> bool:
    plain = " ".join(words)
    if _KATAKANA.fullmatch(stem):
        return likeness(stem, "".join(words)) >= _WHOLE
    return is_romaji(plain) and place_reads_as(stem, plain)


def _explains(word: str, stem: str, kana: Sequence[str]) -> bool:
    """Whether an English word of a name is in the Japanese stem: by sound, as a known place, or in its own letters."""
    if any(form in stem for form in _names_of(word)) or (len(word) > 1 and word in stem):
        return True
    return any(likeness(run, word) >= _SINGLE for run in kana)


def _names_of(english: str) -> tuple[str, ...]:
    place = known_place(english)
    return place.japanese if place is not None else ()


def is_romaji(text: str) -> bool:
    """Whether a name may be Japanese in Latin letters."""
    return _ROMAJI.fullmatch(re.sub(r"[\s'’]", "", text.lower())) is not None


def _read(english: Name, japanese: Name) -> Evidence | None:
    """Return that kanji are read as the English says, of a person or of a place with or without its head."""
    if not all(is_kanji(character) or "ぁ" <= character <= "ん" or character == "ヶ" for character in japanese.text):
        return None
    words = [word for word in english.pieces if not _INITIAL.fullmatch(word)]
    if not all(map(is_romaji, words)):
        return None
    if japanese.kind == "person":
        if len(words) == len(japanese.pieces) and person_reads_as(japanese.text, words):
            return Evidence("reading", 1.0 if len(words) > 1 else STRONG, english.text, japanese.text)
        return None
    stem = english.stem
    if japanese.kind != "place" or not place_reads_as(japanese.stem, stem):
        return None
    weight = 1.0 if len(stem) > 3 else 0.7  # noqa: PLR2004 - Tsu, Ono
    if not english.head:
        return Evidence("reading", weight, english.text, japanese.stem if len(japanese.stem) > 1 else japanese.text)
    if japanese.head and heads_agree(english.head, japanese.head):
        return Evidence("reading", weight, english.text, japanese.text)
    return Evidence("reading", weight, stem, japanese.stem) if kind_of_head(english.head) == "place" else None


def _sounded(english: Name, japanese: Name) -> Evidence | None:
    """Return that katakana sound as the English is spelled, a middle name left out or not."""
    place = known_places().by_japanese.get(japanese.text)
    if place is not None and place is not known_place(english.text):
        return None
    pieces = (japanese.text,) if japanese.head and japanese.kind == "organization" else japanese.pieces
    if not all(map(_KATAKANA.fullmatch, pieces)):
        return None
    words = [word for word in english.pieces if word.lower() not in _SMALL]
    plain = [word for word in words if not _INITIAL.fullmatch(word)] or words
    weight = max(_likeness(plain, pieces), _likeness(list(english.pieces), pieces))
    head = ""
    if weight < _DOUBTFUL and english.head and kind_of_head(english.head) == "place" and len(plain) > 1:
        weight = _likeness([word for word in plain if word.lower() != english.head], pieces)
        head = english.head
    if weight < (STRONG if not english.head and japanese.head and japanese.kind == "organization" else _DOUBTFUL):
        return None
    forms = english.stem if head else english.text, japanese.text
    return Evidence("sound", weight, *forms)


def _likeness(words: Sequence[str], pieces: Sequence[str]) -> float:
    """Return how much an English name sounds like a Japanese one: 0 to 1, of several words nearly 1 if each does."""
    if not words:
        return 0.0
    if len(words) == len(pieces) > 1:
        each = [_one(word, piece) for word, piece in zip(words, pieces, strict=True)]
        if min(each) >= _PIECE and sum(each) / len(each) >= _MEAN:
            return 0.9 + sum(each) / len(each) / 10
        return 0.0
    if len(words) > len(pieces) == _SHORT:
        first, last = _one(words[0], pieces[0]), _one(words[-1], pieces[-1])
        return 0.9 if min(first, last) >= _DOUBTFUL else 0.0
    whole = likeness("".join(pieces), "".join(words))
    if len(words) > len(pieces) and any(likeness("".join(pieces), word) >= whole - _LESS for word in words):
        return 0.0
    if len(words) == len(pieces):
        whole = _one(words[0], pieces[0])
        short = min(len(pieces[0]), len(words[0]) - 1) <= _SHORT
        return 0.0 if short and whole < _SHORT_LIKENESS else whole
    return min(1.0, whole + 0.15) if whole >= _WHOLE else 0.0


def _one(word: str, piece: str) -> float:
    plain = word.lower()
    if plain.startswith(_EXONYMS.get(piece, ())) and plain not in known_places().by_english:
        return 1.0
    return likeness(piece, word)


def titles_agree(english: Name, japanese: Name) -> tuple[str, str] | None:
    """Return an English and a Japanese title of two names that may be the same office, None if there is none."""
    for office in OFFICES:
        mine = next((title for title in english.titles if re.fullmatch(office.english, title.lower())), "")
        other = next((title for title in japanese.titles if re.search(f"(?:{office.japanese})$", title)), "")
        if mine and other:
            return mine, other
    return None
