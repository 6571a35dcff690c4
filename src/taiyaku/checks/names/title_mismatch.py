"""A person's title that is another one in the translation: 市長 that became 町長, a 副 that was dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark, on_both_sides
from taiyaku.checks.mentions import mentions
from taiyaku.checks.translated import translated
from taiyaku.english.names import is_title
from taiyaku.errors import Phrase
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.mentions import Mentions
    from taiyaku.termbase.occurrences import Occurrence

_BEHIND = """
    市長 町長 村長 区長 知事 都知事 市議 町議 村議 県議 都議 区議 議員 議長 大統領 首相 総理 大臣 外相 長官
    大使 領事 総領事 社長 会長 頭取 部長 課長 局長 校長 教頭 園長 学長 総長 館長 所長 院長 支配人 理事長
    委員長 裁判長 裁判官 判事 検事 検察官 検事総長 署長 警部 駅長 船長 機長 神父 牧師 司教 住職 宮司 専務
    常務 取締役 代表 幹事長 書記長 総書記 主席 報道官 司令官 大佐 少佐 大尉 名誉教授 准教授 教授 助教 講師
    博士 監督 主将 選手 投手 捕手 内野手 外野手 記者 画家 作家 医師 弁護士
"""
_AFTER = lazy_pattern(f"(?:前|元|副|新|現)?(?:{'|'.join(sorted(_BEHIND.split(), key=len, reverse=True))})")
"""Titles that stand behind a name in Japanese, the longest first: 検事総長 is no 検事."""

_PEOPLE_WHO_PLAY = frozenset(["選手", "投手", "捕手", "内野手", "外野手", "主将"])


class _Office(NamedTuple):
    """An office in both languages, without vice and deputy."""

    english: str
    japanese: str


_OFFICES = (
    _Office("mayor", "市長|町長|村長|区長"),
    _Office("governor", "知事"),
    _Office("president", "大統領|社長|会長|学長|総裁|頭取"),
    _Office("prime minister", "首相|総理"),
    _Office("minister", "大臣|外相|財相|防衛相"),
    _Office("chairman|chairwoman|chairperson|chair", "議長|委員長|会長|理事長"),
    _Office("principal", "校長"),
)
_ANY_OFFICE = lazy_pattern("|".join(office.japanese for office in _OFFICES))
_VICE_ENGLISH = r"\b(?:vice|deputy|assistant)[ -](?:{office})s?\b"
_VICE_JAPANESE = "(?:副(?:{office})|(?:{office})(?:代理|補佐)|助役|次官|教頭)"


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find titles behind registered persons that are none of theirs on the article's day, and a vice or deputy lost."""
    told: set[int] = set()
    for found in mentions(bitext):
        for item in found.target:
            if item.entry.titles:
                judge = _other_title if bitext.languages[1] == "ja" else _other_english_title
                for finding in judge(bitext, found, item):
                    told.add(found.number)
                    yield finding
    for index, pair in translated(bitext):
        if index not in told and pair.english is not None and pair.japanese is not None:
            yield from _vice_lost(index, pair)


def _other_title(bitext: Bitext, found: Mentions, item: Occurrence) -> Iterator[Finding]:
    pair = found.pair
    match = _AFTER.match(pair.target.masked, item.span.end)
    if match is None or match[0] in _PEOPLE_WHO_PLAY:
        return
    known = [form for title in item.entry.titles_on(bitext.date) for form in title.ja]
    if not known or match[0] in known or any(form.endswith(match[0]) and form[0] not in "前元副新" for form in known):
        return
    if _is_in_source(match[0], pair) and not _has_its_title(found, item, bitext):
        return
    yield _wrong(found, item, Span(*match.span()), known[0])


def _wrong(found: Mentions, item: Occurrence, span: Span, wanted: str) -> Finding:
    wrong = span.of(found.pair.target.text)
    name = item.entry.preferred(item.term.language)
    message = Phrase("the title of “{name}” is “{wanted}”, not “{wrong}”", name=name, wanted=wanted, wrong=wrong)
    return Finding(CHECK.name, "error", message, found.number, (Mark("target", *span),), (item.term.text, wrong))


def _has_its_title(found: Mentions, item: Occurrence, bitext: Bitext) -> bool:
    """Whether the source has a person's registered title right beside the name, and no more of a title than that."""
    text, language = found.pair.source.masked, found.pair.source.language
    forms = [form for title in item.entry.titles_on(bitext.date) for form in title.of(language)]
    for other in found.source:
        if other.entry is item.entry:
            if language == "ja" and any(text.startswith(form, other.span.end) for form in forms):
                return True
            if language == "en" and _titles_before(text, other.span.start)[0].lower() in {
                form.lower() for form in forms
            }:
                return True
    return False


def _titles_before(text: str, end: int) -> tuple[str, Span]:
    """Return the English titles that stand right before a place, and where; courtesy titles are none."""
    start, place = end, end
    while (match := _WORD_BEFORE.search(text, max(0, place - _LONGEST_TITLE), place)) is not None:
        word = match[1].lower()
        if word in _COURTESY or not (is_title(word) or _VICE_WORD.match(word)):
            break
        start = place = match.start(1)
    span = Span(start, len(text[:end].rstrip()) if start < end else start)
    return span.of(text), span


_WORD_BEFORE = lazy_pattern(r"([A-Za-z]+)[ -]$")
_LONGEST_TITLE = 30
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "player", "author", "writer"])


def _other_english_title(bitext: Bitext, found: Mentions, item: Occurrence) -> Iterator[Finding]:
    """Find an English title before a person's name that is another one than the source has behind it."""
    forms = [form for title in item.entry.titles_on(bitext.date) for form in title.en]
    title, span = _titles_before(found.pair.target.masked, item.span.start)
    if not forms or not title or title.lower() in {form.lower() for form in forms}:
        return
    longer = any(title.lower().endswith(f" {form.lower()}") for form in forms)
    if (not longer or _VICE_WORD.match(title)) and _has_its_title(found, item, bitext):
        yield _wrong(found, item, span, forms[0])


_VICE_WORD = lazy_pattern(r"(?:vice|deputy|assistant|associate|former|acting)\b", re.IGNORECASE)


_STATES = {"前": r"\b(?:former|previous|ex)\b", "元": r"\b(?:former|one-time|ex)\b", "新": r"\b(?:new|newly|elect)\b"}


def _is_in_source(title: str, pair: Pair) -> bool:
    """Whether the source has that other title itself: a former mayor, an office that the termbase does not know."""
    state = _STATES.get(title[0])
    if state and re.search(state, pair.source.masked, re.IGNORECASE):
        return True
    own = title.removeprefix("副") if title[0] == "副" else title
    office = next((office for office in _OFFICES if re.fullmatch(office.japanese, own)), None)
    if office is None:
        return True
    if title[0] == "副":
        return re.search(_VICE_ENGLISH.format(office=office.english), pair.source.masked, re.IGNORECASE) is not None
    return own in _LOOSE and re.search(rf"\b(?:{office.english})\b", pair.source.masked, re.IGNORECASE) is not None


_LOOSE_WORDS = "大統領 社長 会長 学長 総裁 頭取 首相 総理 大臣 外相 議長 委員長 理事長 知事 校長"
_LOOSE = frozenset(_LOOSE_WORDS.split())
"""Japanese titles that stand for an English one of many meanings: a president may be 社長."""


def _vice_lost(index: int, pair: Pair) -> Iterator[Finding]:
    """Find an office with vice or deputy on one side only, where the other has the office without it only."""
    english, japanese = pair.english, pair.japanese
    if english is None or japanese is None:
        return
    if _ANY_OFFICE.search(japanese.masked) is None:
        return
    for office in _OFFICES:
        plain = re.search(office.japanese, japanese.masked)
        other = re.search(rf"\b(?:{office.english})s?\b", english.masked, re.IGNORECASE)
        if plain is None or other is None:
            continue
        vices = list(re.finditer(_VICE_ENGLISH.format(office=office.english), english.masked, re.IGNORECASE))
        vice_japanese = re.search(_VICE_JAPANESE.format(office=office.japanese), japanese.masked)
        offices = len(re.findall(rf"\b(?:{office.english})s?\b", english.masked, re.IGNORECASE))
        if vices and len(vices) == offices and vice_japanese is None:
            yield _lost(index, pair, Span(*vices[0].span()), Span(*plain.span()))
        elif (
            not vices
            and vice_japanese is not None
            and not _NUMBER_TWO.search(english.masked)
            and vice_japanese[0].startswith("副")
        ):
            without = re.sub(_VICE_JAPANESE.format(office=office.japanese), "", japanese.masked)
            if re.search(office.japanese, without) is None:
                yield _lost(index, pair, Span(*other.span()), Span(*vice_japanese.span()))
        return


_NUMBER_TWO = lazy_pattern(r"\b(?:vice|deput|assistant|associate|second)", re.IGNORECASE)


def _lost(index: int, pair: Pair, english: Span, japanese: Span) -> Finding:
    both = on_both_sides(pair, english, japanese)
    message = Phrase("“{source}” became “{target}”", source=both.source, target=both.target)
    return Finding(CHECK.name, "error", message, index, both.marks, both.words)


_TERMBASE = """
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }
title = [
    { en = "Mayor", ja = "市長", until = 2025-04-09 },
    { en = "former Mayor", ja = "前市長", from = 2025-04-10 },
]

[[entry]]
kind = "person"
en = "Emi Kuroda"
ja = { text = "黒田恵美", reading = "くろだ えみ" }
title = { en = "Professor", ja = "教授" }

[[entry]]
kind = "person"
en = "Kenji Morita"
ja = { text = "森田健二", reading = "もりた けんじ" }
title = { en = "Prosecutor General", ja = "検事総長" }
"""

CHECK = Check(
    name="title-mismatch",
    family="names",
    severity="error",
    summary=Phrase("A person's title differs."),
    find=find,
    examples=(
        Bad(
            "Bizen Mayor Takeshi Yoshimura spoke.",
            "備前町の吉村武司町長があいさつした。",
            "the title of “吉村武司” is “市長”, not “町長”",
            _TERMBASE,
            date="2024-08-10",
        ),
        Bad(
            "Mayor Yoshimura spoke.",
            "吉村市長があいさつした。",
            "is “前市長”, not “市長”",
            _TERMBASE,
            date="2026-08-10",
        ),
        Bad("Vice Mayor Sato spoke.", "佐藤市長があいさつした。", "“Vice Mayor” became “市長”"),
        Bad("副知事が出席した。", "The governor attended.", "“副知事” became “governor”"),
        Bad("Professor Emi Kuroda spoke.", "黒田恵美准教授が話した。", "is “教授”, not “准教授”", _TERMBASE),
        Bad("黒田恵美教授が話した。", "Dean Emi Kuroda spoke.", "is “Professor”, not “Dean”", _TERMBASE),
        Bad("黒田教授が話した。", "Assistant Professor Kuroda spoke.", "not “Assistant Professor”", _TERMBASE),
        Good("黒田教授が話した。", "Dr. Kuroda spoke.", "no office", _TERMBASE),
        Good("黒田元教授が話した。", "Former Professor Kuroda spoke.", "as the source has it", _TERMBASE),
        Good("Prosecutor General Kenji Morita spoke.", "森田健二検事総長が話した。", "as the source has it", _TERMBASE),
        Good(
            "Mayor Yoshimura spoke.", "吉村市長があいさつした。", "the title of that year", _TERMBASE, date="2024-08-10"
        ),
        Good("Yoshimura spoke.", "吉村氏があいさつした。", "氏 is no office", _TERMBASE),
        Good(
            "Former Mayor Yoshimura spoke.",
            "吉村元市長があいさつした。",
            "as the source has it",
            _TERMBASE,
            "2024-08-10",
        ),
        Good("The deputy mayor and the mayor spoke.", "市長と副市長があいさつした。", "both are there"),
        Good("The vice president resigned.", "副社長が辞任した。", "another word for president"),
        Good("Deputy Mayor Sato spoke.", "佐藤助役があいさつした。", "an older word for it"),
    ),
)
