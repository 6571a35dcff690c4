"""A word that the author typed twice: the the."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.doubled_english import ALWAYS
from taiyaku.checks.doubled_english import doubled_words as in_english
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.style_ja.doubled_word import doubled_words as in_japanese
from taiyaku.errors import Phrase
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find words repeated at once in the source."""
    for index, pair in enumerate(bitext.pairs):
        source = pair.source
        spans = in_japanese(source) if source.language == "ja" else (*in_english(source), *_names(bitext, source))
        for span in spans:
            words = span.of(source.text)
            message = Phrase("in the source, a word is written twice: “{words}”", words=" ".join(words.split()))
            yield Finding(CHECK.name, "warning", message, index, (Mark("source", *span),), (words,))


def _names(bitext: Bitext, passage: Passage) -> Iterator[Span]:
    """Yield capitalized words that stand twice here and once elsewhere in the article, so that it is no Duran Duran."""
    for match in _NAME_TWICE.finditer(passage.masked):
        alone = re.compile(rf"(?<![\w-])(?<!{match[1]} ){match[1]}(?![\w-]| {match[1]})", re.IGNORECASE)
        if match[1].lower() not in ALWAYS and any(alone.search(pair.source.masked) for pair in bitext.pairs):
            yield Span(*match.span())


_NAME_TWICE = lazy_pattern(r"(?<![\w'’-])([A-Z][a-z]+) \1(?![\w'’-])")

CHECK = Check(
    name="doubled-word",
    family="source",
    severity="warning",
    summary=Phrase("In the source, a word is written twice."),
    find=find,
    scope="source",
    slip=True,
    examples=(
        Bad("The mayor shook the the hands.", "", says="a word is written twice: “the the”"),
        Bad("歌をを練習した。", "", says="a word is written twice: “をを”"),
        Bad("We met Yamamoto Yamamoto.\n\nYamamoto smiled.", "", says="a word is written twice: “Yamamoto Yamamoto”"),
        Good("We met Walla Walla. They sang.", "", why="a name that is so"),
        Good("She said that that was wrong.", "", why="two words"),
        Good("He had had it.", "", why="grammar"),
        Good("一人一人にあいさつした。", "", why="one by one"),
    ),
)
