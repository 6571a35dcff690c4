"""A name that became another one, or that nothing stands for, told by sound and by what everybody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark, on_both_sides
from taiyaku.checks.mentions import mentions
from taiyaku.checks.names.strangers import english_strangers, japanese_strangers
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.names.strangers import Stranger
    from taiyaku.span import Span

_LONGEST = 600
"""Longer texts (code points) have too many names for one to stand for another."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find a name that nothing on the other side explains, beside one of the other side that nothing explains either.

    Places that everybody knows and full names in katakana need no other beside them. Registered names are judged by the
    termbase.
    """
    registered = {found.number for found in mentions(bitext) if any(item.entry.is_name for item in found.unsatisfied())}
    for index, pair in translated(bitext):
        english, japanese = pair.english, pair.japanese
        if index in registered or english is None or japanese is None:
            continue
        if max(len(english.text), len(japanese.text)) > _LONGEST:
            continue
        ours = list(japanese_strangers(japanese, english))
        theirs = list(english_strangers(english, japanese, only_places=not ours))
        changed = _changed(theirs, ours)
        if changed is not None:
            yield _finding(index, pair, *changed)
            continue
        source, target = (theirs, ours) if pair.source is english else (ours, theirs)
        for stranger in source:
            if stranger.gone:
                yield _gone(index, pair, stranger.span)
        for stranger in target:
            if stranger.gone and stranger.sort == "full name":
                yield _come(index, pair, stranger.span)


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
    if japanese.sort == "place":
        return 0  # a state put in before its city: コロラド州デンバー for Denver
    if english.opening and english.sort == "word":
        return 0
    return 1 if of_japanese == 1 else 0


def _finding(index: int, pair: Pair, english: Span, japanese: Span) -> Finding:
    both = on_both_sides(pair, english, japanese)
    message = Phrase("“{source}” seems to have become “{target}”", source=both.source, target=both.target)
    return Finding(CHECK.name, "warning", message, index, both.marks, both.words)


def _gone(index: int, pair: Pair, span: Span) -> Finding:
    name = span.of(pair.source.text)
    message = Phrase("nothing in the translation stands for “{name}”", name=name)
    return Finding(CHECK.name, "warning", message, index, (Mark("source", *span),), (name,))


def _come(index: int, pair: Pair, span: Span) -> Finding:
    """Tell of a person that only the translation names. A place made explicit is what good translations do."""
    name = span.of(pair.target.text)
    message = Phrase("nothing in the source stands for “{name}”", name=name)
    return Finding(CHECK.name, "note", message, index, (Mark("target", *span),), (name,))


CHECK = Check(
    name="name-changed",
    family="names",
    severity="warning",
    summary=Phrase("A name seems to have become another one, or to be gone."),
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
        Good("Flight 714 landed safely in Denver.", "714便はコロラド州デンバーに着いた。", "a word with a number"),
        Good("東京株式市場で値上がりした。", "The Nikkei rose.", "the place of a market"),
        Good("彼は花蓮の出身だ。", "He comes from Hualien, Taiwan.", "a place made explicit"),
        Good("患者はナイジェリアに行っていた。", "The patient had been to Nigeria.", "alike by sound"),
        Good("ドイツで会談した。", "They met in Germany.", "a name from another language"),
        Good("ロンドンで会談した。", "They met there.", "a name left out"),
        Good(
            "岡山県備前市の窯を訪ねた。",
            "They visited a kiln in Bizen on Aug. 8.",
            "a prefecture left out beside its city",
        ),
        Good("岡山県備前市の窯を訪ねた。", "They visited a kiln in Bizen, Japan.", "a country in its stead"),
        Good("They met in London.", "英国で会談した。", "the country for its capital"),
        Good("アメリカで会談した。", "They met in the U.S.", "an abbreviation"),
        Good("The German and French ministers met.", "独仏の閣僚が会談した。", "one kanji for each country"),
        Good("Pyongyang said it would send a ship.", "北朝鮮は船を送ると述べた。", "the capital for its country"),
        Good("The Supreme Court agreed.", "最高裁はこれを認めた。", "a name in words of its own"),
        Good("胡錦濤氏が訪れた。", "Hu Jintao came.", "kanji that are read in another language"),
        Good(
            "He met Joaquín Peña in Paris.",
            "彼はパリでホアキン・ペーニャ（Joaquín Peña）に会った。",
            "a name with its spelling",
        ),
    ),
)
