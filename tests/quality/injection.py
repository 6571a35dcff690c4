"""Faults put into sound translations: one to a text, with a seed, so that the next run makes the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from tests.quality import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from tests.quality.corpora import Texts

_FULL_DIGITS = "０１２３４５６７８９"
_FULL = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_HALF = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
Name = tuple[Sequence[str], Sequence[str]]
"""A name or term: its admitted forms in the languages of source and target, the preferred one first."""


class Setting(NamedTuple):
    """What a fault is made from: the text, its document, and the names and terms there may be, in both languages."""

    texts: Texts
    paper: Sequence[Texts]
    language: str
    names: Sequence[Name] = ()


def _replaced(text: str, match: re.Match[str], words: str) -> str:
    return f"{text[: match.start()]}{words}{text[match.end() :]}"


def _one(pattern: re.Pattern[str], text: str, chance: Random, *, hidden: bool = True) -> re.Match[str] | None:
    """Return one place of a pattern, by default outside of what is hidden from readers."""
    found = list(pattern.finditer(writing.visible(text) if hidden else text))
    return chance.choice(found) if found else None


def _other(words: Sequence[str], word: str, chance: Random) -> str:
    return chance.choice([other for other in words if other != word])


def _numeral(setting: Setting, chance: Random, change: Callable[[str, Random], str]) -> str | None:
    """Change the digits of a numeral, and write it as it was: grouped, full width."""
    text = setting.texts.target
    match = _one(writing.NUMERAL, text, chance)
    if match is None:
        return None
    whole, point, decimals = match[0].translate(_HALF).partition(".")
    plain = whole.replace(",", "")
    new = change(plain, chance)
    if not new or int(new) == int(plain):
        return None
    new = f"{int(new):,}" if "," in whole else new
    new += point + decimals
    return _replaced(text, match, new.translate(_FULL) if match[0][0] in _FULL_DIGITS else new)


def digit_changed(setting: Setting, chance: Random) -> str | None:
    """Another digit: 799, 779."""

    def change(digits: str, chance: Random) -> str:
        place = chance.randrange(len(digits))
        options = [digit for digit in "0123456789" if digit != digits[place] and (place or digit != "0")]
        return f"{digits[:place]}{chance.choice(options)}{digits[place + 1 :]}"

    return _numeral(setting, chance, change)


def digit_dropped(setting: Setting, chance: Random) -> str | None:
    """A digit less: 2018, 218."""

    def change(digits: str, chance: Random) -> str:
        place = chance.randrange(len(digits))
        rest = digits[:place] + digits[place + 1 :]
        return "" if rest.startswith("0") else rest

    return _numeral(setting, chance, change)


def digits_exchanged(setting: Setting, chance: Random) -> str | None:
    """Two neighbouring digits the other way round: 1963, 1936."""

    def change(digits: str, chance: Random) -> str:
        if len(digits) < 2:
            return ""
        place = chance.randrange(len(digits) - 1)
        turned = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        return "" if turned.startswith("0") else turned

    return _numeral(setting, chance, change)


def version_changed(setting: Setting, chance: Random) -> str | None:
    """Another digit in a version: 19.0.1, 19.0.2."""
    match = _one(writing.VERSION, setting.texts.target, chance)
    if match is None:
        return None
    last = int(match[0][-1])
    return _replaced(setting.texts.target, match, f"{match[0][:-1]}{(last + chance.randrange(1, 9)) % 10}")


def magnitude(setting: Setting, chance: Random) -> str | None:
    """万 for 億, million for billion."""
    pattern, words = (
        (writing.MYRIAD, ("千", "万", "億", "兆"))
        if setting.language == "ja"
        else (writing.MAGNITUDE_WORD, ("thousand", "million", "billion", "trillion"))
    )
    match = _one(pattern, setting.texts.target, chance)
    return _replaced(setting.texts.target, match, _other(words, match[0], chance)) if match else None


def number_word(setting: Setting, chance: Random) -> str | None:
    """Another numeral in kanji or in words: 三人, 四人; three, four."""
    text = setting.texts.target
    if setting.language == "ja":
        match = _one(writing.KANJI_NUMERAL, text, chance)
        return _replaced(text, match, _other("二三四五六七八九", match[0], chance)) if match else None
    match = _one(writing.NUMBER_WORD, text, chance)
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty")
    if match is None:
        return None
    new = _other(words, match[0].lower(), chance)
    return _replaced(text, match, new.capitalize() if match[0][0].isupper() else new)


def calendar_word(setting: Setting, chance: Random) -> str | None:
    """Another weekday, or another English month."""
    text = setting.texts.target
    if setting.language == "ja":
        match = _one(writing.JAPANESE_WEEKDAY, text, chance)
        return _replaced(text, match, _other("月火水木金土日", match[0], chance)) if match else None
    match = _one(writing.ENGLISH_WEEKDAY, text, chance)
    if match is not None:
        days = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
        return _replaced(text, match, _other(days, match[0], chance))
    match = _one(writing.ENGLISH_MONTH, text, chance)
    months = ("January", "February", "April", "June", "July", "August", "September", "October", "November", "December")
    return _replaced(text, match, _other(months, match[0], chance)) if match else None


def person(setting: Setting, chance: Random) -> str | None:
    """Another full name of the same document; only where both sides have one such name, which so must be the same."""
    patterns = (writing.JAPANESE_PERSON, writing.ENGLISH_PERSON)
    ours, theirs = patterns if setting.language == "ja" else patterns[::-1]

    def name_in(texts: Texts) -> re.Match[str] | None:
        found = list(ours.finditer(writing.visible(texts.target)))
        return found[0] if len(found) == 1 == len(theirs.findall(writing.visible(texts.source))) else None

    match = name_in(setting.texts)
    if match is None:
        return None
    parts = set(re.split("[ ・]", match[0]))
    others = {
        found[0] for found in map(name_in, setting.paper) if found and not parts & set(re.split("[ ・]", found[0]))
    }
    return _replaced(setting.texts.target, match, chance.choice(sorted(others))) if others else None


def registered(setting: Setting, chance: Random) -> str | None:
    """Another name (or term) of those that are registered, everywhere in the text, for one that both sides have."""
    source, text = writing.visible(setting.texts.source), writing.visible(setting.texts.target)
    here = [
        form
        for ones, others in setting.names
        if any(_has(source, one) for one in ones)
        for form in others
        if _has(text, form)
    ]
    strangers = [
        others[0]
        for ones, others in setting.names
        if not any(one in source for one in ones) and not any(other in text for other in others)
    ]
    if not here or not strangers:
        return None
    wrong, new = chance.choice(here), chance.choice(strangers)
    faulty = setting.texts.target
    for start in reversed(list(_places(text, wrong))):
        faulty = f"{faulty[:start]}{new}{faulty[start + len(wrong) :]}"
    return faulty


def _places(text: str, word: str) -> Iterator[int]:
    return (
        match.start()
        for match in re.finditer(re.escape(word), text)
        if writing.is_word_at(text, match.start(), match.end())
    )


def _has(text: str, word: str) -> bool:
    return word in text and next(_places(text, word), None) is not None


def _lost(pattern: re.Pattern[str], setting: Setting, chance: Random, template: str) -> str | None:
    match = _one(pattern, setting.texts.target, chance, hidden=False)
    return _replaced(setting.texts.target, match, match.expand(template)) if match else None


_STRONG = re.compile(r"\*\*([^*\n]+)\*\*")
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]+\)")
_ADDRESS = re.compile(r"(?<=\]\()https?://[^()\s#?]+")
_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_PLACEHOLDER = re.compile(r"(?<![{$])\{([a-z_]+)\}(?!\})|%\(([a-z_]+)\)s")
_TAG = re.compile(r"</\w+>")


def emphasis_opened(setting: Setting, chance: Random) -> str | None:
    """** without its partner."""
    return _lost(_STRONG, setting, chance, r"**\1")


def emphasis_lost(setting: Setting, chance: Random) -> str | None:
    """Words that are emphasized no longer."""
    return _lost(_STRONG, setting, chance, r"\1")


def link_lost(setting: Setting, chance: Random) -> str | None:
    """The words of a link without its address."""
    return _lost(_LINK, setting, chance, r"\1")


def address_changed(setting: Setting, chance: Random) -> str | None:
    """A link to somewhere else: another letter in its page's name."""
    match = _one(_ADDRESS, setting.texts.target, chance, hidden=False)
    if match is None:
        return None
    places = [place for place, letter in enumerate(match[0]) if letter.islower() and place > match[0].find("/", 8) > 0]
    if not places:
        return None
    place = chance.choice(places)
    other = _other(ascii_lowercase, match[0][place], chance)
    return _replaced(setting.texts.target, match, f"{match[0][:place]}{other}{match[0][place + 1 :]}")


def code_lost(setting: Setting, chance: Random) -> str | None:
    """Code without its backquotes."""
    return _lost(_CODE, setting, chance, r"\1")


def code_changed(setting: Setting, chance: Random) -> str | None:
    """A slip inside code."""
    return _lost(_CODE, setting, chance, r"`\1s`")


def placeholder_changed(setting: Setting, chance: Random) -> str | None:
    """A name that the program does not know."""
    return _lost(_PLACEHOLDER, setting, chance, "{wrong}")


def tag_lost(setting: Setting, chance: Random) -> str | None:
    """A closing tag less."""
    return _lost(_TAG, setting, chance, "")


_WORDS = 4


def untranslated(setting: Setting, _chance: Random) -> str | None:
    """The source instead of a translation."""
    source = setting.texts.source
    words = len(re.findall(r"[A-Za-z]{2,}", source)) + len(re.findall("[ぁ-ん]", source))
    return source if words >= _WORDS and source != setting.texts.target else None


_SENTENCE = re.compile(r"(?<=[。.!?！？])\s*(?=[A-Zぁ-んァ-ヴ一-龯「“\"])")


def sentence_left(setting: Setting, chance: Random) -> str | None:
    """One sentence in the source's words, the others translated."""
    sources = [one for one in _SENTENCE.split(setting.texts.source) if len(one.split()) > _WORDS or len(one) > 20]
    targets = _SENTENCE.split(setting.texts.target)
    if not sources or len(targets) < 2:
        return None
    place = chance.randrange(len(targets))
    targets[place] = chance.choice(sources)
    return (" " if setting.language == "en" else "").join(targets)
