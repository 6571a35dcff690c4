"""The names of a Japanese article: foreign ones in katakana, and people in kanji."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from taiyaku.checks.names.titles import TITLE_AFTER
from taiyaku.checks.source.spelled import Mention, Spelling, Variant
from taiyaku.japanese.readings import keys
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.passage import Passage

SHORTEST, LONE = 4, 4
_FOREIGN = lazy_pattern("[ァ-ヴー]+(?:[・＝= 　][ァ-ヴー]+)*")
_PIECE = lazy_pattern("[ァ-ヴー]{3,}")
_POLITE = lazy_pattern("氏|さん|容疑者|被告|夫妻|女史|投手|夫人|新監督|元首相")
_ENDINGS = ("ン", "ス", "ズ", "ア", "ー", "人", "ト", "ド", "ル", "グ")
_PERSON = lazy_pattern(r"(?<![一-鿿々])([一-鿿々]{3,7}?)(?=氏|さん|容疑者|被告)")
_RUN = lazy_pattern(r"[一-鿿々]{4,}")


def foreign_mentions(texts: Sequence[tuple[int, Passage]]) -> Iterator[Mention]:
    """Yield the words in katakana, but common nouns of the dictionary; the parts of a name divided by ・ each."""
    for index, passage in texts:
        common = _common(passage) if _FOREIGN.search(passage.masked) else frozenset()
        for match in _FOREIGN.finditer(passage.masked):
            compound = _is_of_words(passage, Span(*match.span()))
            pieces = list(_PIECE.finditer(passage.masked, *match.span()))
            title = _title(passage.masked, match.end())
            for place, piece in enumerate(pieces):
                if Span(*piece.span()) in common and len(pieces) == 1 and not title:
                    continue
                before = pieces[place - 1][0] if place else ""
                after = pieces[place + 1][0] if place + 1 < len(pieces) else ""
                last = place == len(pieces) - 1
                yield Mention(
                    index,
                    Span(*piece.span()),
                    piece[0],
                    before,
                    after,
                    title if last else "",
                    not compound or bool(title),
                )


def _title(text: str, end: int) -> str:
    match = _POLITE.match(text, end) or TITLE_AFTER.match(text, end)
    return match[0] if match else ""


def _is_of_words(passage: Passage, span: Span) -> bool:
    """Whether a row of katakana consists of words of the dictionary: オン, ライン; or a name looks as if it did."""
    inside = [token for token in passage.tokens if token.span.start < span.end and token.span.end > span.start]
    return all(token.known and token.part_of_speech[1] != "固有名詞" and len(token.surface) > 1 for token in inside)


def _common(passage: Passage) -> frozenset[Span]:
    """Return where single words of the dictionary stand that are no names: コース is no other spelling of コーズ."""
    return frozenset(token.span for token in passage.tokens if token.known and token.part_of_speech[1] != "固有名詞")


def is_no_slip(word: str, other: str) -> bool:
    """Whether two words in katakana differ as derived words do; long vowels and ヴ are matters of style."""
    if _plain(word) == _plain(other):
        return True
    short, long = sorted((word, other), key=len)
    return any(long == short + ending for ending in _ENDINGS)


def _plain(kana: str) -> str:
    for written, simple in _STYLE:
        kana = kana.replace(written, simple)
    return kana


_STYLE = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"), ("ー", ""), ("ッ", ""))


def people(texts: Sequence[tuple[int, Passage]]) -> Iterator[Variant]:
    """Yield full names in kanji with a title that are read alike and differ in one kanji: 吉村武司, 吉村武志."""
    found: dict[str, Spelling] = {}
    for index, passage in texts:
        for name, span, title in _persons(passage):
            found.setdefault(name, Spelling(name)).mentions.append(Mention(index, span, name, title=title))
    for one, other in combinations(found.values(), 2):
        if (
            len(one.word) == len(other.word)
            and _differ_in_one(one.word, other.word)
            and _sound_alike(one.word, other.word)
        ):
            usual, odd = sorted((one, other), key=lambda each: -len(each.mentions))
            yield Variant(odd, usual)


def _persons(passage: Passage) -> Iterator[tuple[str, Span, str]]:
    text = passage.masked
    for run in _RUN.finditer(text):
        for title in TITLE_AFTER.finditer(text, *run.span()):
            if title.start() - run.start() >= _SHORTEST_NAME:
                yield from _named(text, run.start(), title.start(), title[0])
                break
    for match in _PERSON.finditer(text):
        yield from _named(text, match.start(), match.end(), "氏")


_SHORTEST_NAME, _LONGEST_NAME = 3, 5


def _named(text: str, start: int, end: int, title: str) -> Iterator[tuple[str, Span, str]]:
    """Yield what may be the name before a title: as a rule all of it, of a longer row of kanji its last four."""
    if end - start > _LONGEST_NAME:
        start = end - 4
    yield text[start:end], Span(start, end), title


def _differ_in_one(word: str, other: str) -> bool:
    return word[0] == other[0] and sum(one != two for one, two in zip(word, other, strict=True)) == 1


def _sound_alike(word: str, other: str) -> bool:
    """Whether the two names may be read alike: as wholes, or from the kanji in which they differ."""
    at = next(place for place, (one, two) in enumerate(zip(word, other, strict=True)) if one != two)
    return not keys(word).isdisjoint(keys(other)) or not keys(word[at]).isdisjoint(keys(other[at]))
