"""Slips put into clean articles by program, one to an article: what the source desk should hear of."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tests.quality.desk_papers import desk_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.quality.desk_papers import DeskPaper

SEED = 5
ROUNDS = 3
"""So many slips of each kind are put into each article, at other places each time."""

PUBLISHED = "2018-10-01"
"""The articles give no date of their own; any one will do, as only the calendar is asked."""


class Slip(NamedTuple):
    """A kind of slip: how it is made (None where an article has no place for it), and which checks should tell it."""

    name: str
    make: Callable[[DeskPaper, random.Random], DeskPaper | None]
    checks: frozenset[str]


class Place(NamedTuple):
    """A piece of one of a paper's texts, in code points."""

    text: int
    start: int
    end: int
    words: str


def _places(paper: DeskPaper, pattern: str, *, running: bool = True) -> list[Place]:
    return [
        Place(number, *match.span(), match[0])
        for number, (text, role) in enumerate(paper.texts)
        if role in {"paragraph", "item", "quote"} or not running
        for match in re.finditer(pattern, _visible(text))
    ]


def _visible(text: str) -> str:
    """Return a text without its code and addresses, which nobody types by hand, character for character."""
    return re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|https?://\S+", lambda match: "\x00" * len(match[0]), text)


def _with(paper: DeskPaper, place: Place, words: str) -> DeskPaper:
    text = paper.texts[place.text][0]
    return paper.with_text(place.text, text[: place.start] + words + text[place.end :])


def word_doubled(paper: DeskPaper, chance: random.Random) -> DeskPaper | None:
    """A word typed twice: the the; をを."""
    if paper.language == "ja":
        places = _places(paper, r"[一-鿿]{2,4}(?=[をがはにでと])|(?<=[一-鿿ァ-ヺー])[をがはに](?=[一-鿿])")
        return _with(paper, place := chance.choice(places), place.words * 2) if places else None
    places = _places(paper, r"(?<![\w'’-])[a-zA-Z]{2,}(?= [a-z])")
    places = [place for place in places if place.words.lower() not in {"that", "had", "very", "so", "no"}]
    return _with(paper, place := chance.choice(places), f"{place.words} {place.words}") if places else None


_NAME_TITLES = "氏|さん|大統領|首相|選手|監督|市長|知事|議員|教授|容疑者|被告"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTHS = "January February March April May June July August September October November December"


def name_misspelled(paper: DeskPaper, chance: random.Random) -> DeskPaper | None:
    """A name whose second or later mention has another letter, one less, or two exchanged; of four signs and more."""
    mentions = defaultdict(list)
    for place in _places(paper, r"[ァ-ヴー]{3,}" if paper.language == "ja" else r"(?<=[a-z,] )[A-Z][a-z]{4,}\b"):
        mentions[place.words].append(place)
    everything = "\n".join(text for text, _ in paper.texts)
    names = [
        name
        for name, places in mentions.items()
        if len(places) > 1 and name not in f"{_DAYS} {_MONTHS}".split() and _is_name(name, everything)
    ]
    if not names:
        return None
    name = chance.choice(names)
    wrong = _misspelled(name, chance)
    return _with(paper, chance.choice(mentions[name][1:]), wrong) if wrong and wrong not in everything else None


def _is_name(name: str, everything: str) -> bool:
    """Whether a word is surely a name: it follows a given name or a title, or has one behind it, in Japanese."""
    if name.isascii():
        return name.lower() not in everything and bool(re.search(rf"\b[A-Z][a-z]+ {name}\b", everything))
    return bool(re.search(rf"・{name}(?![ァ-ヴー])|(?<![ァ-ヴー]){name}(?:{_NAME_TITLES})", everything))


def _misspelled(name: str, chance: random.Random) -> str | None:
    place = chance.randrange(1, len(name))
    if name.isascii():
        ways = [
            name[:place] + name[place + 1 :],
            name[:place] + name[place] + name[place:],
            name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :] if place > 1 else "",
            name[:place] + chance.choice("aeiou") + name[place + 1 :] if name[place] in "aeiou" else "",
        ]
    else:
        other = {"チ": "テ", "ン": "ル", "ラ": "ロ", "ー": "ッ", "ト": "ド", "ス": "ズ", "リ": "ル", "ル": "ラ"}
        ways = [name[:place] + name[place + 1 :], name[:place] + other.get(name[place], "ン") + name[place + 1 :]]
        # A long vowel is a matter of the house's style, and no slip.
        ways = [way for way in ways if re.sub("[ーッ]", "", way) != re.sub("[ーッ]", "", name)]
    ways = [way for way in ways if way and way != name and len(way) >= 4]
    return chance.choice(ways) if ways else None


def kanji_name_misspelled(paper: DeskPaper, chance: random.Random) -> DeskPaper | None:
    """A person whose given name is written with another kanji of the same sound the second time: 武司, 武志."""
    if paper.language != "ja":
        return None
    same = {"司": "志", "健": "建", "一": "市", "郎": "朗", "子": "古", "浩": "宏", "太": "多", "達": "竜"}
    family, given = (
        chance.choice(["吉村", "佐藤", "小林", "田中", "高橋"]),
        chance.choice(["武司", "健", "浩一", "太郎", "達也"]),
    )
    places = [number for number, (_, role) in enumerate(paper.texts) if role == "paragraph"]
    if len(places) < 3:
        return None
    first, second = sorted(chance.sample(places, 2))
    at = chance.choice([n for n, sign in enumerate(given) if sign in same])
    wrong = given[:at] + same[given[at]] + given[at + 1 :]
    paper = paper.with_text(first, f"{family}{given}市長が出席した。{paper.texts[first][0]}")
    return paper.with_text(second, f"{family}{wrong}市長も話した。{paper.texts[second][0]}")


_COUNTED = (
    r"(?<![\w.,$€£#/-])(?P<number>[1-9]\d{1,2}|[1-9]\d?,\d{3}) "
    r"(?P<noun>(?:[a-z-]{3,} )?(?P<head>[a-z]{3,}(?<![sui])s))\b"
)
_NOT_COUNTED = (
    "years months weeks days hours minutes seconds times points percent dollars pounds euros cents miles meters metres "
    "yards degrees votes pages seats goals games matches lines inches tackles followers"
)


_CROWDS = {
    "en": ("students", "runners", "guests", "officers", "volunteers", "firefighters"),
    "ja": ("生徒", "児童", "隊員", "乗客", "職員", "観光客"),
}


def number_in_caption(paper: DeskPaper, chance: random.Random) -> DeskPaper | None:
    """A caption that counts the same as the text, and comes to another number: 250 students, 200 students.

    Published articles hardly count anything twice, so that they are given a sentence that does.
    """
    places = [place for place, (_, role) in enumerate(paper.texts) if role == "paragraph"]
    if not places:
        return None
    noun, number = chance.choice(_CROWDS[paper.language]), str(chance.randrange(11, 990))
    other, place = _other_number(number, chance), chance.choice(places)
    said, caption = f" The city sent {number} {noun} to the event.", f"The {other} {noun} in a picture."
    if paper.language == "ja":
        said, caption = f"式には{noun}{number}人が出席した。", f"並んで立つ{other}人の{noun}"
    paper = paper.with_text(place, f"{paper.texts[place][0]}{said}")
    return paper._replace(texts=((caption, "caption"), *paper.texts))


def _other_number(digits: str, chance: random.Random) -> str:
    at = chance.choice([place for place, sign in enumerate(digits) if sign.isdigit()])
    low = "123456789" if at == 0 else "0123456789"
    return digits[:at] + chance.choice([digit for digit in low if digit != digits[at]]) + digits[at + 1 :]


def number_changed(paper: DeskPaper, chance: random.Random) -> DeskPaper | None:
    """One of two equal numbers of the same things has another digit."""
    pattern = r"[一-鿿ァ-ヺー]{2,8}[1-9]\d{1,3}人" if paper.language == "ja" else _COUNTED
    equal = defaultdict(list)
    for place in _places(paper, pattern):
        equal[place.words].append(place)
    twice = [places for words, places in equal.items() if len(places) > 1 and words.split()[-1] not in _NOT_COUNTED]
    if not twice:
        return None
    place = chance.choice(chance.choice(twice)[1:])
    digits = re.search(r"\d[\d,]*", place.words)
    number = _other_number(digits[0], chance) if digits else ""
    return _with(paper, place, re.sub(r"\d[\d,]*", number, place.words, count=1))


def weekday_wrong(paper: DeskPaper, chance: random.Random) -> DeskPaper | None:
    """A day of the week that the date does not have."""
    months = _MONTHS.split()
    japanese = paper.language == "ja"
    places = _places(
        paper, r"(?<!\d)\d{1,2}月\d{1,2}日" if japanese else rf"\b(?:{'|'.join(months)}) \d{{1,2}}\b(?!,? ?\d)"
    )
    if not places:
        return None
    place = chance.choice(places)
    text = paper.texts[place.text][0]
    if re.search(r"[（(]|曜", text[place.end : place.end + 3]) or re.search(r"\d年$|day,? $", text[: place.start]):
        return None
    number = [int(each) for each in re.findall(r"\d+", place.words)]
    month, day = number if japanese else (months.index(place.words.split()[0]) + 1, number[0])
    published = date.fromisoformat(PUBLISHED)
    try:
        nearest = min((date(2018 + step, month, day) for step in (-1, 0, 1)), key=lambda each: abs(each - published))
    except ValueError:
        return None
    wrong = (nearest.weekday() + chance.randrange(1, 7)) % 7
    words = f"{place.words}（{'月火水木金土日'[wrong]}）" if japanese else f"{_DAYS.split()[wrong]}, {place.words}"
    return _with(paper, place, words)._replace(date=PUBLISHED)


def quotation_open(paper: DeskPaper, chance: random.Random) -> DeskPaper | None:
    """A closing quotation mark that is not there.

    Not the last one of a paragraph before one that begins with a quotation: that is how a quotation runs on.
    """
    places = _places(paper, "[」』]" if paper.language == "ja" else r"”|(?<=[\w.,!?])\"(?=\s|$)")
    places = [place for place in places if not _runs_on(paper, place)]
    return _with(paper, chance.choice(places), "") if places else None


def _runs_on(paper: DeskPaper, place: Place) -> bool:
    following = paper.texts[place.text + 1][0] if place.text + 1 < len(paper.texts) else ""
    is_last = not paper.texts[place.text][0][place.end :].strip()
    return is_last and following.lstrip()[:1] in set('“"「『')


SLIPS = (
    Slip("a word doubled", word_doubled, frozenset({"doubled-word"})),
    Slip("a name misspelled", name_misspelled, frozenset({"name-variant"})),
    Slip("a kanji of a name changed", kanji_name_misspelled, frozenset({"name-variant"})),
    Slip("another number in a caption", number_in_caption, frozenset({"number-conflict"})),
    Slip("one of two equal numbers changed", number_changed, frozenset({"number-conflict"})),
    Slip("a weekday changed", weekday_wrong, frozenset({"calendar"})),
    Slip("a closing quotation mark lost", quotation_open, frozenset({"quotation-open"})),
)


class Told(NamedTuple):
    """How many slips of a kind were made, told as an error or a warning that was not there before, or as a note."""

    made: int
    found: int
    noted: int
    missed: tuple[tuple[DeskPaper, DeskPaper], ...]


def told(slip: Slip, papers: Iterable[DeskPaper]) -> Told:
    """Put a slip into each paper, and ask the checks."""
    made = found = noted = 0
    missed = []
    for paper in papers:
        for number in range(ROUNDS):
            chance = random.Random(f"{SEED} {slip.name} {paper.name} {paper.language} {number}")  # noqa: S311
            wrong = slip.make(paper, chance)
            if wrong is None:
                continue
            made += 1
            before = _said(paper._replace(date=wrong.date), slip)
            severities = {severity for _, _, severity in _said(wrong, slip) - before}
            if severities - {"note"}:
                found += 1
            else:
                noted += bool(severities)
                missed.append((paper, wrong))
    return Told(made, found, noted, tuple(missed))


def _said(paper: DeskPaper, slip: Slip) -> Counter[tuple[str, tuple[str, ...], str]]:
    return Counter(
        (found.source, found.finding.evidence, found.severity)
        for found in desk_findings(paper)
        if found.finding.check in slip.checks
    )
