"""One name in two spellings in one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.source import spelled_english as english
from taiyaku.checks.source import spelled_japanese as japanese
from taiyaku.checks.source.spelled import variants
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.source.spelled import Variant


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find names that differ by one letter, or in one kanji read alike, and that nothing shows to be two people's."""
    texts = [(index, pair.source) for index, pair in enumerate(bitext.pairs)]
    if bitext.languages[0] == "ja":
        foreign = variants(japanese.foreign_mentions(texts), japanese.is_no_slip, japanese.SHORTEST, japanese.LONE)
        found = [*foreign, *japanese.people(texts)]
    else:
        found = [*variants(english.mentions(texts), english.is_no_slip, english.SHORTEST, english.LONE)]
    yield from (_finding(variant) for variant in found if not _is_registered(variant, bitext))


def _is_registered(variant: Variant, bitext: Bitext) -> bool:
    """Whether the termbase has the name as it is spelled more seldom: then it is another name."""
    odd = variant.odd.mentions[0]
    names = bitext.pairs[odd.pair].source.names
    return any(start <= odd.span.start and odd.span.end <= end for start, end in names)


def _finding(variant: Variant) -> Finding:
    odd, usual = variant.odd.mentions[0], variant.usual.mentions[0]
    message = Phrase("in the source, “{odd}” may be “{usual}” misspelled", odd=odd.word, usual=usual.word)
    if len(variant.odd.mentions) == len(variant.usual.mentions):
        odd, usual = max(odd, usual), min(odd, usual)
        message = Phrase("in the source, it is “{now}” here and “{before}” before", now=odd.word, before=usual.word)
    marks = (Mark("source", *odd.span),)
    return Finding(CHECK.name, "warning", message, odd.pair, marks, (odd.word, usual.word), also=(usual.pair,))


CHECK = Check(
    name="name-variant",
    family="source",
    severity="warning",
    summary=Phrase("In the source, one name is spelled in two ways."),
    find=find,
    scope="source",
    examples=(
        Bad("Mayor Takeshi Yoshimura spoke.\n\nThe students thanked Yoshimra.", "", says="“Yoshimra” here"),
        Bad(
            "We met Shohei Ohtani. Reporters asked Ohtani.\n\nThe fans cheered for Otani.",
            "",
            says="“Otani” may be “Ohtani” misspelled",
        ),
        Bad("Mayor George Chen spoke.\n\nThen Mayor Chan left.", "", says="“Chan” here and “Chen” before"),
        Bad("Mr. Jonathan Kaji spoke.\n\nWe met Jonathon Kaji.", "", says="“Jonathon” here and “Jonathan” before"),
        Bad(
            "ジョージ・チェン市長が話した。\n\nジョージ・チャン市長は笑った。",
            "",
            says="“チャン” here and “チェン” before",
        ),
        Bad("吉村武司市長が話した。\n\n吉村武志市長は笑った。", "", says="“吉村武志” here and “吉村武司” before"),
        Good("We met Ann Johnson.\n\nWe met Mark Johnston.", "", why="two people"),
        Good("We went to Korea.\n\nWe met Korean friends.", "", why="another form of the word"),
        Good(
            "We went to Taiwan. Taiwan is near.\n\nTainan is a city.",
            "",
            why="another name, which the termbase has",
            termbase='[[entry]]\nkind = "place"\nen = "Tainan"\nja = "台南"',
        ),
        Good("吉村武司市長が話した。\n\n吉村健太市長は笑った。", "", why="two people"),
        Good("トランプ大統領が話した。\n\nトランプスが演奏した。", "", why="another word"),
    ),
)
