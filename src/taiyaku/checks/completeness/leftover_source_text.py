"""Words of the source left standing in the translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.completeness.same_as_source import is_copy
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA, has_japanese
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage

_JAPANESE = lazy_pattern(f"[{HIRAGANA}{KATAKANA}{KANJI}]+")
_WORD = lazy_pattern(r"(?<![\w.\-/@#])[A-Za-z][A-Za-z0-9’'-]*(?![\w/@(<]|\.[a-z_])", re.ASCII)
_ROW = lazy_pattern(r"(?<![A-Za-z])(?:[A-Za-z]++[^A-Za-zぁ-んァ-ヶ一-鿿、。]{1,200}+){3}[A-Za-z]")
"""Words in Latin letters, one after the other, with nothing Japanese between them."""

_GRAMMAR = frozenset(
    [
        "the",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "that",
        "which",
        "with",
        "from",
        "will",
        "would",
        "to",
        "by",
        "as",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "it",
        "its",
        "this",
        "these",
        "those",
        "we",
        "you",
        "your",
        "our",
        "can",
        "may",
        "should",
        "do",
        "does",
        "not",
        "be",
        "been",
        "when",
        "if",
        "into",
        "there",
    ]
)
_LINKS = frozenset(["a", "an", "at", "for", "in", "of", "on"])
"""They stand in names and titles as well."""
_BRACKETS = lazy_pattern(
    r"[(（［\[][^()（）［］\[\]]*[)）］\]]|[「『][^「」『』]*[」』]|[“\"][^“”\"]*(?<!,)[”\"]|[《〈][^《》〈〉]*[》〉]"
)
"""A quotation with a comma before its end is English prose, that of a speaker: “It is nice,” he says."""

_LINKED = lazy_pattern(r"\[[^\[\]]+\](?=[(\[])")
_TOGETHER = 4
"""So many words in the order of the source were copied from it."""

_LOWER, _MANY = 3, 5
"""A Japanese text may use an English word or two, or a name; a clause has so many words in lower case."""


_PHRASE = lazy_pattern(
    r"(?<![\w.\-/@#$%&*=<>:'’\\|~+(-])(?<![A-Za-z0-9,.;] )[a-z]++(?:['’-][a-z]++)?+(?: [a-z]++(?:['’-][a-z]++)?+)++"
    r"(?! ?[\w.\-/@#$%&*=<>:\\|~+(]*[A-Za-z0-9_=/(])",
    re.ASCII,
)
"""Words in lower case with nothing in Latin letters beside them."""

_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "to",
        "his",
        "her",
        "its",
        "their",
        "was",
    ]
)
_MARKS = frozenset("[*_`")
_SHORTEST = 4
"""Code points of a word that is no abbreviation."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find Japanese in an English translation and English clauses in a Japanese one, but for glosses in brackets."""
    for index, pair in translated(bitext):
        if pair.source.language == pair.target.language or is_copy(pair):
            continue
        if pair.source.language == "en" and has_japanese(pair.source.text):
            yield from _in_source(index, pair)
        if pair.target.language == "en":
            spans = list(_japanese(pair.target))
        else:
            spans = list(_english(pair)) or list(_phrases(bitext, pair))
        if spans:
            words = tuple(span.of(pair.target.text) for span in spans)
            message = Phrase("“{words}” was left in the language of the source", words=words[0])
            yield Finding(CHECK.name, "error", message, index, tuple(Mark("target", *span) for span in spans), words)


def _outside_brackets(text: str) -> str:
    return _BRACKETS.sub(lambda match: " " * len(match[0]), text)


def _in_source(index: int, pair: Pair) -> Iterator[Finding]:
    """Japanese words in an English source that the translation has as well: the source was not written in English."""
    text = pair.source.text
    spans = [
        span
        for span in _japanese(pair.source)
        if span.of(text) in pair.target.text and text[span.start - 1 : span.start] != "["  # a link to the other edition
    ]
    if spans:
        words = tuple(span.of(pair.source.text) for span in spans)
        message = Phrase("“{words}” in the source is in the language of the translation", words=words[0])
        yield Finding(CHECK.name, "note", message, index, tuple(Mark("source", *span) for span in spans), words)


def _japanese(passage: Passage) -> Iterator[Span]:
    """Japanese in an English text, unless a word in Latin letters explains it or is explained by it."""
    if has_japanese(passage.text):
        for match in _JAPANESE.finditer(_outside_brackets(passage.masked)):
            yield Span(*match.span())


def _english(pair: Pair) -> Iterator[Span]:
    """English clauses in a Japanese text that stand in the source, too, in so many words."""
    text = pair.target.masked
    if _ROW.search(text) is None:
        return
    for match in _LINKED.finditer(pair.target.text):
        if match[0] in pair.source.text:  # the title of what is linked
            text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    text = _outside_brackets(text)
    source = pair.source.masked
    known = _rows(_WORD.findall(source)) | _rows(_WORD.findall(_outside_brackets(source)))
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if words and has_japanese(text[words[-1].end() : match.start()]):
            yield from _copied(words, known)
            words = []
        words.append(match)
    yield from _copied(words, known)


def _phrases(bitext: Bitext, pair: Pair) -> Iterator[Span]:
    """English phrases in a Japanese sentence that stand in the source: a ruined mill, private collection.

    One without a small word may be a term, as it is where there is code, or where the article has it more than once.
    """
    text = pair.target.masked
    if _PHRASE.search(text) is None:
        return
    text = _outside_brackets(text)
    for match in _PHRASE.finditer(text):
        if pair.target.text[match.start() - 1 : match.start()] in _MARKS:
            continue  # the title of what is linked, or a word spoken of
        words = match[0].split()
        beside = text[: match.start()].rstrip(" ")[-1:], text[match.end() :].lstrip(" ")[:1]
        if not any(map(has_japanese, beside)) or not any(len(word) >= _SHORTEST for word in words):
            continue
        if re.search(rf"(?<![\w-]){re.escape(match[0])}(?![\w-])", pair.source.masked) is None:
            continue
        if _SMALL.isdisjoint(words) and (min(map(len, words)) < _SHORTEST or _is_term(bitext, match[0])):
            continue
        yield Span(*match.span())


def _is_term(bitext: Bitext, phrase: str) -> bool:
    if any(item.kind == "code" for pair in bitext.pairs for item in pair.source.markup):
        return True
    return sum(phrase in pair.target.text for pair in bitext.pairs) > 1


def _rows(words: list[str]) -> set[tuple[str, ...]]:
    """Return every row of `_TOGETHER` words."""
    return set(zip(*(words[start:] for start in range(_TOGETHER)), strict=False))


def _copied(words: list[re.Match[str]], known: set[tuple[str, ...]]) -> Iterator[Span]:
    """Yield the stretches of words that stand in the source in this order and make a clause."""
    start = end = 0  # of the stretch
    for first in range(len(words) - _TOGETHER + 1):
        if tuple(word[0] for word in words[first : first + _TOGETHER]) in known:
            if first >= end:
                start = first
            end = first + _TOGETHER
        elif first + _TOGETHER > end > start:
            yield from _clause(words[start:end])
            start = end
    if end > start:
        yield from _clause(words[start:end])


def _clause(words: list[re.Match[str]]) -> Iterator[Span]:
    lower = [word[0] for word in words if word[0].islower()]
    all_words = {word[0].lower() for word in words}
    content = [word for word in lower if word not in _GRAMMAR and word not in _LINKS and word not in {"and", "or"}]
    few = len(lower) >= _LOWER and not _GRAMMAR.isdisjoint(all_words)
    many = len(lower) >= _MANY and not _LINKS.isdisjoint(all_words)
    if (few and content) or (many and len(content) >= _LOWER):
        yield Span(words[0].start(), words[-1].end())


CHECK = Check(
    name="leftover-source-text",
    family="completeness",
    severity="error",
    summary=Phrase("Words of the source were left in the translation."),
    find=find,
    examples=(
        Bad("一行は博物館を見学した。", "The delegation toured the 博物館.", says="“博物館” was left"),
        Bad(
            "They sang and the audience was moved to tears.",
            "生徒たちが歌い、the audience was moved to tears。",
            says="“the audience was moved to tears” was left",
        ),
        Bad(
            "On the first day the delegation toured the 博物館 with all of its hosts.",
            "一行は博物館を見学した。",
            says="“博物館” in the source is in the language of",
        ),
        Bad(
            "The path leads past a ruined sawmill.",
            "小道はa ruined sawmillの脇を通る。",
            says="“a ruined sawmill” was left",
        ),
        Bad(
            "The scroll is in a private collection.",
            "絵巻は private collection に収められている。",
            says="“private collection” was left",
        ),
        Good("Open a pull request with `git push`.", "`git push`でpull requestを作る。", why="a term beside code"),
        Good(
            "See the [style guide](https://example.org/).", "[style guide](https://example.org/)を参照。", why="a title"
        ),
        Good("English | [日本語](README.ja.md)", "[English](README.md) | 日本語", why="a link to the other language"),
        Good("The word means a bond between people (絆).", "絆という意味だ。", why="a gloss in brackets"),
        Good("合言葉は「絆」だった。", "The watchword was kizuna (絆).", why="a gloss in brackets"),
        Good("She posted it with her iPhone.", "iPhoneから投稿した。", why="a product keeps its name"),
        Good("「絆」と書かれた旗", "A flag that reads “絆”", why="a quotation shows what is written there"),
        Good("The band played Let It Be.", "バンドはLet It Beを演奏した。", why="a title may stay"),
        Bad(
            "Open the map, then choose where you want to go. It takes a while.",
            "地図を開き、Open the map, then choose where you want to go. しばらくかかる。",
            says="“Open the map, then choose where you want to go” was left",
        ),
        Bad(
            "“The water rose,” she said. Nobody was hurt.",
            "“The water rose,” she said. けが人はなかった。",
            says="was left in the language of the source",
        ),
        Good(
            "He works at the Center for the Study of Rivers in Bonn.",
            "彼はCenter for the Study of Riversに勤める。",
            why="a name keeps its small words",
        ),
        Good("Run `git commit -m the message`.", "`git commit -m the message`を実行する。", why="code stays"),
    ),
)
