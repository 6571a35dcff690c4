"""A foreign name that became another one, told by sound alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.names.strangers import english_strangers, japanese_strangers
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.finding import Side
    from taiyaku.checks.names.strangers import Stranger
    from taiyaku.checks.passage import Passage
    from taiyaku.span import Span

_LONGEST = 600
"""Longer texts (code points) have too many names for one to stand for another."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find a name that nothing on the other side explains, beside one of the other side that nothing explains either.

    Places that everybody knows, and full names in katakana, need no other beside them. Registered names are judged by the termbase.
    """
    for index, pair in translated(bitext):
        english, japanese = pair.english, pair.japanese
        if english is None or japanese is None or max(len(pair.source.text), len(pair.target.text)) > _LONGEST:
            continue
        ours = list(japanese_strangers(japanese, english))
        theirs = list(english_strangers(english, japanese, only_places=not ours))
        changed = _changed(theirs, ours)
        if changed is not None:
            yield _finding(index, pair, *changed)
            continue
        for passage, strangers in ((english, theirs), (japanese, ours)):
            for stranger in strangers:
                if stranger.gone:
                    yield _gone(index, pair, passage, stranger.span)


def _changed(english: Sequence[Stranger], japanese: Sequence[Stranger]) -> tuple[Span, Span] | None:
    """Return the two names of which one seems to stand for the other: those that are most surely names."""
    pairs = [
        (weight, theirs.span, ours.span)
        for ours in japanese
        for theirs in english
        if (weight := _weight(theirs, ours, len(japanese)))
    ]
    return max(pairs, key=lambda pair: pair[0])[1:] if pairs else None


def _weight(english: Stranger, japanese: Stranger, of_japanese: int) -> int:
    """Return how sure it is that one name stands for the other, 0 if it is not."""
    if not english.sure or (japanese.sort == "reading") != (english.sort == "reading"):
        return 0
    if english.sort == japanese.sort and japanese.sort != "word":
        return 3
    if japanese.sure:
        return 2
    if english.opening and english.sort == "word":
        return 0
    return 1 if of_japanese == 1 else 0


def _finding(index: int, pair: Pair, english: Span, japanese: Span) -> Finding:
    sides = (english, japanese) if pair.source is pair.english else (japanese, english)
    words = (sides[0].of(pair.source.text), sides[1].of(pair.target.text))
    message = Phrase("“{source}” seems to have become “{target}”", source=words[0], target=words[1])
    return Finding(CHECK.name, "warning", message, index, (Mark("source", *sides[0]), Mark("target", *sides[1])), words)


def _gone(index: int, pair: Pair, passage: Passage, span: Span) -> Finding:
    name = span.of(passage.text)
    side: Side = "source" if passage is pair.source else "target"
    message = (
        Phrase("nothing in the translation stands for “{name}”", name=name)
        if side == "source"
        else Phrase("nothing in the source stands for “{name}”", name=name)
    )
    return Finding(CHECK.name, "warning", message, index, (Mark(side, *span),), (name,))


CHECK = Check(
    name="name-changed",
    family="names",
    severity="warning",
    summary=Phrase("A foreign name seems to have become another one."),
    find=find,
    examples=(
        Bad(
            "患者はナイジェリアに行っていた。",
            "The patient had been to Bolivia.",
            "“ナイジェリア” seems to have become “Bolivia”",
        ),
        Bad(
            "The talks were held in Nairobi.",
            "会談はジャカルタで開かれた。",
            "“Nairobi” seems to have become “ジャカルタ”",
        ),
        Bad(
            "The choir travelled to Seoul by bus.",
            "合唱団はバスで上海に向かった。",
            "“Seoul” seems to have become “上海”",
        ),
        Bad(
            "ピアニストのマリア・コステロが演奏した。",
            "The pianist Helen Whitaker performed.",
            "“マリア・コステロ” seems to have become “Helen Whitaker”",
        ),
        Bad(
            "She told the mayor that the boat was late.",
            "彼女はトーマス・ベックに、船が遅れたと伝えた。",
            "nothing in the source stands for “トーマス・ベック”",
        ),
        Bad(
            "The orchestra will play in Lisbon on Friday evening.",
            "楽団は金曜の夜に演奏する。",
            "nothing in the translation stands for “Lisbon”",
        ),
        Bad(
            "講習には松戸の職人も加わった。",
            "Craftsmen from Kurume also took part in the course.",
            "“松戸” seems to have become “Kurume”",
        ),
        Good("患者はナイジェリアに行っていた。", "The patient had been to Nigeria.", "alike by sound"),
        Good("ドイツで会談した。", "They met in Germany.", "a name from another language"),
        Good("ロンドンで会談した。", "They met there.", "a name left out"),
        Good("They met in London.", "英国で会談した。", "the country for its capital"),
        Good("アメリカで会談した。", "They met in the U.S.", "an abbreviation"),
        Good("The German and French ministers met.", "独仏の閣僚が会談した。", "one kanji for each country"),
        Good("Pyongyang said it would send a ship.", "北朝鮮は船を送ると述べた。", "the capital for its country"),
        Good("The Supreme Court agreed.", "最高裁はこれを認めた。", "a name in words of its own"),
        Good("胡錦濤氏が訪れた。", "Hu Jintao came.", "kanji that are read in another language"),
        Good("He met Joaquín Peña in Paris.", "彼はパリでホアキン・ペーニャ（Joaquín Peña）に会った。", "a name with its spelling"),
    ),
)
