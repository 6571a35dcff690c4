"""Emphasis that Markdown prints as asterisks: `**「…」**と` is not closed for CommonMark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_MEANT = re.compile(r"(\*\*\*|\*\*|(?<!\*)\*(?!\*)|(?<!_)__(?!_)|~~)(?=\S)[^*_~\n]{1,400}?(?<=\S)\1(?!\*)")
_RST = re.compile(r":[a-z][\w:.+-]*:`|``")
_ELSEWHERE = "\x00"


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find pairs of asterisks that the parser leaves in the text, where the source has emphasis that it does not."""
    for index, pair in translated(bitext):
        text = pair.target.text
        if ("*" not in text and "__" not in text and "~~" not in text) or _RST.search(pair.source.text):
            continue
        if _MEANT.search(text) is None or _left(pair.source.text):
            continue
        for span in _left(text):
            message = Phrase(
                "{words} is printed with its asterisks: the mark beside a bracket does not close", words=span.of(text)
            )
            yield Finding(CHECK.name, "error", message, index, (Mark("target", *span),), (span.of(text),))


def _left(text: str) -> list[Span]:
    """Return what looks like emphasis in the text that a reader sees."""
    if _MEANT.search(text) is None:
        return []
    from taiyaku.formats.markdown.events import each_event

    shown = [_ELSEWHERE] * len(text)
    places = _places(text)
    for event, where in each_event(text):
        if isinstance(event, dict) and "Text" in event:
            start, end = places[where["start"]], places[where["end"]]
            shown[start:end] = text[start:end]
    # A backslash before an asterisk is outside of the event, so that what the author escaped is not taken for meant.
    return [Span(*match.span()) for match in _MEANT.finditer("".join(shown))]


def _places(text: str) -> dict[int, int]:
    """Return the place in code points of each place in bytes."""
    places, position = {0: 0}, 0
    for index, character in enumerate(text, 1):
        position += len(character.encode("utf-8", "surrogatepass"))
        places[position] = index
    return places


CHECK = Check(
    name="emphasis-broken",
    family="markup",
    severity="error",
    summary=Phrase("Emphasis that is printed as asterisks."),
    find=find,
    examples=(
        Bad(
            "He called it **“the best day”** ever.",
            "彼は**「最高の日」**と呼んだ。",
            says="**「最高の日」** is printed",
        ),
        Bad("Read *Botchan* now.", "今すぐ*『坊っちゃん』*を読もう。", says="*『坊っちゃん』* is printed"),
        Bad("The **fee (tax included)** rose.", "**料金（税込み）**が上がった。", says="**料金（税込み）** is printed"),
        Good(
            "He called it **“the best day”** ever.", "彼は「**最高の日**」と呼んだ。", why="the brackets stand outside"
        ),
        Good("Photo by **Nagai**.", "写真は**永井**撮影。", why="no bracket beside the mark"),
        Good("**“The best day!”**", "**「最高の日」**", why="nothing follows, so it closes"),
        Good("It costs 5 * 3 * 2 dollars.", "値段は5 * 3 * 2ドル。", why="these are signs of multiplication"),
        Good("Write `**`x`**` for it.", "`**「x」**と`と書く。", why="code shows its asterisks"),
    ),
)
