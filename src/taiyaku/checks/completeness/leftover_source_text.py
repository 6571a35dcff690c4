"""Words of the source left standing in the translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA, has_japanese
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage

_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{KANJI}]+")
_ENGLISH = re.compile(r"(?<![\w.\-/@#])[A-Za-z][A-Za-z’']*(?:[ ,]+[A-Za-z][A-Za-z’']*)*(?![\w\-/@])", re.ASCII)
_LOWER = re.compile(r"(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])")
_GRAMMAR = re.compile(
    r"\b(?:the|is|are|was|were|has|have|had|that|which|with|from|will|would|to|by|as|he|she|they|his|her|their)\b"
)
_BRACKETS = re.compile(
    r"[(（［\[][^()（）［］\[\]]*[)）］\]]|[「『“\"][^「」『』“”\"]*[」』”\"]|[《〈][^《》〈〉]*[》〉]"
)
_LINKED = re.compile(r"\[[^\[\]]+\](?=[(\[])")
_ALONE = 3
"""A Japanese text may use an English word or two; a clause of at least so many lower-case words was forgotten."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find Japanese in an English translation and English clauses in a Japanese one, but for glosses in brackets."""
    for index, pair in translated(bitext):
        if pair.source.language == pair.target.language or pair.source.text == pair.target.text:
            continue
        if pair.source.language == "en" and has_japanese(pair.source.text):
            yield from _in_source(index, pair)
        spans = list(_japanese(pair.target) if pair.target.language == "en" else _english(pair))
        if spans:
            words = tuple(span.of(pair.target.text) for span in spans)
            message = Phrase("“{words}” was left in the language of the source", words=words[0])
            yield Finding(CHECK.name, "error", message, index, tuple(Mark("target", *span) for span in spans), words)


def _outside_brackets(text: str) -> str:
    return _BRACKETS.sub(lambda match: " " * len(match[0]), text)


def _in_source(index: int, pair: Pair) -> Iterator[Finding]:
    """Japanese words in an English source that the translation has as well: the source was not written in English."""
    spans = [span for span in _japanese(pair.source) if span.of(pair.source.text) in pair.target.text]
    if spans:
        words = tuple(span.of(pair.source.text) for span in spans)
        message = Phrase("“{words}” in the source is in the language of the translation", words=words[0])
        yield Finding(CHECK.name, "warning", message, index, tuple(Mark("source", *span) for span in spans), words)


def _japanese(passage: Passage) -> Iterator[Span]:
    """Japanese in an English text, unless a word in Latin letters explains it or is explained by it."""
    if has_japanese(passage.text):
        for match in _JAPANESE.finditer(_outside_brackets(passage.masked)):
            yield Span(*match.span())


def _english(pair: Pair) -> Iterator[Span]:
    """English clauses in a Japanese text that stand in the source, too, in so many words."""
    text = pair.target.masked
    if _LOWER.search(text) is None:
        return
    for match in _LINKED.finditer(pair.target.text):
        if match[0] in pair.source.text:  # the title of what is linked
            text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    for match in _ENGLISH.finditer(_outside_brackets(text)):
        lower = _LOWER.findall(match[0])
        if len(lower) >= _ALONE and _GRAMMAR.search(match[0]) and match[0].rstrip(" ,") in pair.source.text:
            yield Span(match.start(), match.start() + len(match[0].rstrip(" ,")))


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
        Good("The word means a bond between people (絆).", "絆という意味だ。", why="a gloss in brackets"),
        Good("合言葉は「絆」だった。", "The watchword was kizuna (絆).", why="a gloss in brackets"),
        Good("She posted it with her iPhone.", "iPhoneから投稿した。", why="a product keeps its name"),
        Good("「絆」と書かれた旗", "A flag that reads “絆”", why="a quotation shows what is written there"),
        Good("The band played Let It Be.", "バンドはLet It Beを演奏した。", why="a title may stay"),
        Good("Run `git commit -m the message`.", "`git commit -m the message`を実行する。", why="code stays"),
    ),
)
