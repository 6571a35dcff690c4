"""One foreign name in two spellings in one article, told without any termbase."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.english.words import words
from taiyaku.errors import Phrase
from taiyaku.japanese.katakana import ALIKE, kana_likeness, likeness
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_WORD = lazy_pattern("[ァ-ヴー]{3,}")
_SIMILAR = 0.75
_STYLE = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"), ("ー", ""))


class _Spelling(NamedTuple):
    kana: str
    number: int
    common: bool


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find katakana words that render one capitalized English word as another one did before in the article.

    Long vowels and ヴ are points of the house's style and do not count here.
    """
    if bitext.languages != ("en", "ja"):
        return
    doubtful = _cousins({kana for _, passage in targets(bitext, "ja") for kana in _WORD.findall(passage.masked)})
    registered = _registered(bitext) if doubtful else frozenset()
    first: dict[str, _Spelling] = {}
    told: set[tuple[str, str]] = set()
    for index, passage in targets(bitext, "ja") if doubtful else ():
        found = [match for match in _WORD.finditer(passage.masked) if match[0] in doubtful]
        names = _names(bitext.pairs[index].source) if found else ()
        for match in found:
            name = _rendered(match[0], names)
            if name is None:
                continue
            spelling = _Spelling(match[0], index, match.start() in _common(passage))
            before = first.setdefault(name, spelling)
            if not _differs(before.kana, match[0], name) or (name, match[0]) in told:
                continue
            if match[0] in registered:  # then the one before is wrong, and the check of the form tells of it
                continue
            if name in _names(bitext.pairs[before.number].source) and not (spelling.common and before.common):
                told.add((name, match[0]))
                message = Phrase(
                    "“{name}” is “{now}” here, and “{before}” before", name=name, now=match[0], before=before.kana
                )
                marks = (Mark("target", *match.span()),)
                yield Finding(CHECK.name, "warning", message, index, marks, (before.kana, match[0]))


def _registered(bitext: Bitext) -> frozenset[str]:
    """Return the katakana words that the termbase has in names."""
    entries = bitext.termbase.entries if bitext.termbase else ()
    terms = (term for entry in entries if entry.is_name for term in entry.allowed("ja"))
    return frozenset(kana for term in terms for kana in _WORD.findall(term.text))


def _cousins(spellings: set[str]) -> set[str]:
    """Return the words that another one resembles: begin, sound and half of their kana are alike."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for kana in spellings:
        by_first[_plain(kana)[:1]].append(kana)
    return {
        kana
        for family in by_first.values()
        for one, other in combinations(family, 2)
        if 2 * len(set(one) & set(other)) >= max(len(set(one)), len(set(other))) and _is_near(one, other)
        for kana in (one, other)
    }


def _is_near(one: str, other: str) -> bool:
    return one not in other and other not in one and kana_likeness(one, other) >= _SIMILAR


def _names(passage: Passage) -> tuple[str, ...]:
    """Return the capitalized words of an English text, without a possessive."""
    row = words(passage.masked)
    return tuple(dict.fromkeys(word.text[: len(word.plain)] for word in row if word.capital and len(word.plain) > 2))  # noqa: PLR2004 - no initials


def _rendered(kana: str, names: tuple[str, ...]) -> str | None:
    """Return the one English word that a katakana word sounds like, clearly more than any other does."""
    ranked = sorted(((likeness(kana, name), name) for name in names), reverse=True)
    if not ranked or ranked[0][0] < ALIKE or (len(ranked) > 1 and ranked[1][0] > ranked[0][0] - 0.1):
        return None
    return ranked[0][1]


def _differs(first: str, second: str, name: str) -> bool:
    """Whether two katakana words are two spellings of a name, and not two compounds that begin with it."""
    if first in second or second in first or _plain(first) == _plain(second):
        return False
    shared = first[: next(place for place, (one, other) in enumerate(zip(first, second, strict=False)) if one != other)]
    if likeness(shared, name) >= min(likeness(first, name), likeness(second, name)):
        return False
    return kana_likeness(first, second) >= _SIMILAR


def _plain(kana: str) -> str:
    for written, simple in _STYLE:
        kana = kana.replace(written, simple)
    return kana


def _common(passage: Passage) -> set[int]:
    """Return where common nouns of the dictionary begin: サスペンス is no other spelling of サスペンド."""
    return {token.span.start for token in passage.tokens if token.known and token.part_of_speech[1] == "普通名詞"}


CHECK = Check(
    name="name-variant",
    family="names",
    severity="warning",
    summary=Phrase("One foreign name is spelled in two ways in one article."),
    find=find,
    languages=("ja",),
    examples=(
        Bad(
            "George Chen spoke.\n\nChen smiled.",
            "ジョージ・チェン氏が話した。\n\nチェイン氏は笑顔を見せた。",
            "“Chen” is “チェイン” here, and “チェン” before",
        ),
        Bad(
            "Merriweather spoke.\n\nMerriweather left.",
            "メリウェザー氏が話した。\n\nメリーウェサー氏は去った。",
            "“メリウェザー” before",
        ),
        Good(
            "George Chen spoke.\n\nChen smiled.",
            "ジョージ・チェン氏が話した。\n\nチェン氏は笑顔を見せた。",
            "one spelling",
        ),
        Good("Viola spoke.\n\nViola left.", "ヴィオラ氏が話した。\n\nビオラ氏は去った。", "ヴ is a point of style"),
        Good(
            "Harper spoke.\n\nHarper left.",
            "ハーパー氏が話した。\n\nハーパ氏は去った。",
            "a long vowel is a point of style",
        ),
        Good(
            "Jan met Jane.\n\nJane met Jan.",
            "ヤン氏はジェーン氏に会った。\n\nジェーン氏はヤン氏に会った。",
            "two people",
        ),
    ),
)
