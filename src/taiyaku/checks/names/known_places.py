"""The places that the news speak of, with their names in both languages: no sound tells that 英国 is Britain."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.names.tables import lines_of
from taiyaku.english.words import words
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token

_COLUMNS = 5
_COUNTRIES = "日米英仏独露ソ韓朝中台豪伊印蘭加欧亜越西比土墨伯葡墺洪"
_BESIDE = lazy_pattern(f"[{_COUNTRIES}訪対在反親駐来渡軍語人系側産製政兵紙]")
"""Of the kanji that stand for countries, one beside them: 日米, 訪米, 米軍, but not the 中 of 会議中."""

_FREE = frozenset("米英仏独露豪韓伊欧")
"""Kanji that hardly mean anything else in the news."""

_LONG = 6
_ABBREVIATED = 3
"""How long words are that need their capitals: us is not US."""

_OTHER_THINGS = {
    "中国": "地山自電銀新",
    "欧州": "連委議理中司宇人評",
    "東北": "部西東",
    "アメリカ": "大先",
    "日本": "銀経放航郵",
    "ローマ": "教法字帝数",
    "英国": "国",
    "北京": "原語五",
    "東京": "電証",
    "トルコ": "石",
}
"""Characters after names that are part of another one: 中国地方 is not in China."""


class Place(NamedTuple):
    """A place: its names and other words for it in both languages, and the place that may be named instead."""

    english: tuple[str, ...]
    english_words: tuple[str, ...]
    japanese: tuple[str, ...]
    japanese_words: tuple[str, ...]
    near: str

    @property
    def name(self) -> str:
        """The first English name, by which others refer to it."""
        return self.english[0]


class Places(NamedTuple):
    """All known places by what they are called; in English by their names in lower case."""

    by_name: dict[str, Place]
    by_english: dict[str, Place]
    by_japanese: dict[str, Place]
    around: dict[str, tuple[Place, ...]]
    demonyms: frozenset[str]
    first_words: frozenset[str]


@cache
def known_places() -> Places:
    """Return the places of the table."""
    places = [_place(row) for row in lines_of("known_places.txt")]
    by_name = {place.name: place for place in places}
    around: dict[str, tuple[Place, ...]] = {}
    for place in places:
        if place.near:
            around[place.name] = (*around.get(place.name, ()), by_name[place.near])
            around[place.near] = (*around.get(place.near, ()), place)
    return Places(
        by_name,
        {name.lower(): place for place in reversed(places) for name in place.english},
        {name: place for place in reversed(places) for name in place.japanese},
        around,
        frozenset(word.lower() for place in places for word in place.english_words if " " not in word),
        frozenset(name.split()[0].lower() for place in places for name in place.english),
    )


def _place(row: str) -> Place:
    cells = [cell.strip() for cell in row.split("|")]
    forms = [tuple(form.strip() for form in cell.split(",") if form.strip() != "-") for cell in cells[: _COLUMNS - 1]]
    return Place(forms[0], forms[1], forms[2], forms[3], cells[_COLUMNS - 1])


def japanese_place(token: Token, following: str) -> Place | None:
    """Return the place that a word names, if it is one. `following` is the text after it."""
    place = known_places().by_japanese.get(token.surface)
    if place is None or not (
        token.part_of_speech[2] == "地名" or (token.surface[0] >= "ァ" and token.surface[0] <= "ヶ")
    ):
        return None
    return None if is_other_thing(token.surface, following) else place


def is_other_thing(name: str, following: str) -> bool:
    """Whether a place's Japanese name is only the beginning of another one: 中国地方."""
    return following[:1] != "" and following[0] in _OTHER_THINGS.get(name, "")


def may_have_places(english: Passage) -> bool:
    """Whether an English text has a word with which the name of a known place begins."""
    return not known_places().first_words.isdisjoint([word.plain for word in words(english.masked)])


def english_place(text: str) -> Place | None:
    """Return the place that a capitalized name is, whole."""
    return known_places().by_english.get(text.lower().removeprefix("the "))


def is_demonym(plain: str) -> bool:
    """Whether a plain English word is an adjective of a known place, or what its people are called."""
    return plain in known_places().demonyms


def is_in_english(place: Place, english: Passage, japanese: Passage) -> bool:
    """Whether an English text speaks of a place of a Japanese one, by any name or adjective.

    Another place may be named instead (Washington), unless the Japanese text names that one, too.
    """
    said, text = _said(english), english.masked
    near = (one for one in _near(place) if not any(form in japanese.masked for form in one.japanese))
    forms = (form for one in (place, *near) for form in (*one.english, *one.english_words))
    return _has_adjective(place, said) or any(_is_said(form, said, text) for form in forms)


def place_called(names: Iterable[str]) -> Place | None:
    """Return the known place that has one of the English names."""
    found = (known_places().by_english.get(name.lower()) for name in names)
    return next((place for place in found if place is not None), None)


def is_near_in_english(place: Place, english: Passage) -> bool:
    """Whether an English text names a place that may be named instead of one, and perhaps is."""
    said, text = _said(english), english.masked
    return any(_is_said(form, said, text) for one in _near(place) for form in (*one.english, *one.english_words))


def is_near_in_japanese(place: Place, japanese: Passage) -> bool:
    """Whether a Japanese text names a place that may be named instead of one, and perhaps is."""
    return any(form in japanese.masked for one in _near(place) for form in (*one.japanese, *one.japanese_words))


def _said(passage: Passage) -> frozenset[str]:
    row = words(passage.masked)
    return frozenset(word.plain if len(word.plain) > _ABBREVIATED else word.text[: len(word.plain)] for word in row)


def _has_adjective(place: Place, said: frozenset[str]) -> bool:
    """Whether a word begins as a place does: Luxembourgian, Macanese."""
    stem = place.name[: -2 if len(place.name) > _LONG else -1].lower()
    return len(stem) > _ABBREVIATED and any(word.startswith(stem) for word in said)


def _is_said(form: str, said: frozenset[str], text: str) -> bool:
    if " " in form:
        return form in text
    return (form.lower() if len(form) > _ABBREVIATED else form) in said


def is_in_japanese(place: Place, japanese: Passage, english: Passage) -> bool:
    """Whether a Japanese text speaks of a place of an English one, by any name or kanji, as `is_in_english` says."""
    said, text = _said(english), english.masked
    near = (one for one in _near(place) if not any(_is_said(form, said, text) for form in one.english))
    forms = (form for one in (place, *near) for form in (*one.japanese, *one.japanese_words))
    return any(_is_written(form, japanese.masked) for form in forms)


def _is_written(form: str, text: str) -> bool:
    if form not in text:
        return False
    return len(form) > 1 or form in _FREE or any(_BESIDE.match(beside) for beside in _besides(form, text))


def _besides(kanji: str, text: str) -> Iterator[str]:
    place = text.find(kanji)
    while place >= 0:
        yield from (text[max(0, place - 1) : place], text[place + 1 : place + 2])
        place = text.find(kanji, place + 1)


def _near(place: Place) -> tuple[Place, ...]:
    return known_places().around.get(place.name, ())
