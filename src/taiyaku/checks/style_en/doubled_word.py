"""A word typed twice: the the."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.doubled_english import doubled_words
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find words repeated at once, other than names and what grammar repeats."""
    for index, passage in targets(bitext, "en"):
        for span in doubled_words(passage, bitext.pairs[index].source.text):
            words = span.of(passage.text)
            message = Phrase("“{words}”: the word is written twice", words=" ".join(words.split()))
            yield Finding(CHECK.name, "warning", message, index, (Mark("target", *span),), (words,))


CHECK = Check(
    name="doubled-word",
    family="style-en",
    severity="warning",
    summary=Phrase("A word is written twice."),
    find=find,
    languages=("en",),
    examples=(
        Bad("市長は握手した。", "The mayor shook the the hands.", says="“the the”: the word is written twice"),
        Bad("市長は握手した。", "The the mayor shook hands.", says="“The the”"),
        Bad("市長は握手した。", "The mayor shook hands hands.", says="“hands hands”"),
        Bad("カナンの地だ。", "It is the land of Canaan Canaan.", says="“Canaan Canaan”"),
        Bad("1500年に終わった。", "It ended in 1500 1500.", says="“1500 1500”"),
        Good("電話は1500-1500へ。", "Call 1500 1500.", why="the source has it twice, too"),
        Good("それは違うと言った。", "She said that that was wrong.", why="two words"),
        Good("もう持っていた。", "He had had it.", why="grammar"),
        Good("とてもとても長い。", "It is very very long.", why="said twice on purpose"),
        Good("デュラン・デュランが来た。", "Duran Duran came.", why="a name"),
        Good("`a`を`to`にする。", "Set it to `to` to go.", why="code between"),
        Good("「嫌、嫌」", "“No, no.”", why="a comma between"),
    ),
)
