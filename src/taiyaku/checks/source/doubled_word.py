"""A word that the author typed twice: the the."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.doubled_english import doubled_words as in_english
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.style_ja.doubled_word import doubled_words as in_japanese
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find words repeated at once in the source."""
    for index, pair in enumerate(bitext.pairs):
        source = pair.source
        for span in in_japanese(source) if source.language == "ja" else in_english(source):
            words = span.of(source.text)
            message = Phrase("in the source, a word is written twice: “{words}”", words=" ".join(words.split()))
            yield Finding(CHECK.name, "warning", message, index, (Mark("source", *span),), (words,))


CHECK = Check(
    name="doubled-word",
    family="source",
    severity="warning",
    summary=Phrase("In the source, a word is written twice."),
    find=find,
    scope="source",
    examples=(
        Bad("The mayor shook the the hands.", "", says="a word is written twice: “the the”"),
        Bad("歌をを練習した。", "", says="a word is written twice: “をを”"),
        Good("She said that that was wrong.", "", why="two words"),
        Good("He had had it.", "", why="grammar"),
        Good("一人一人にあいさつした。", "", why="one by one"),
    ),
)
