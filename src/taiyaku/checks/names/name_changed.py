"""A foreign name that became another one, told by sound alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.names.sounds import is_sounded_in, katakana_names, unsounded_names
from taiyaku.checks.translated import translated
from taiyaku.english.words import words
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage
    from taiyaku.english.names import CapitalizedName
    from taiyaku.span import Span

_WORDLIKE = re.compile(
    r"(?:the|a|an|in|on|at|by|of|to|for|from|with|as|if|it|its|he|she|his|her|they|their|we|our|you|i|this|that|these|those"
    r"|there|here|when|while|where|what|who|how|why|but|and|or|so|yet|not|no|all|some|many|most|more|both|each|every|one|two"
    r"|after|before|since|during|until|although|though|because|even|also|just|only|then|now|today|such|other|another"
    r"|instead|despite|according|is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|may|might|must|should"
    r"|.{1,4}|.*(?:ly|ing|ed|ers?|s|tion|ment|ness|ity|ance|ence|ist|ism|al|ic|ive|ous|ful|less|ward|ship|hood|age|ure))",
    re.IGNORECASE,
)
"""Words that may well be no names where they open a sentence: short ones, and such endings."""

_DAY = re.compile(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October"
    "|November|December|I(?:[’'].*)?|God|Internet|English|Japanese"
)

_LONGEST = 600
"""Longer texts (code points) have too many names for one to stand for another."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find a katakana name that nothing in the English text sounds like, beside an English name that nothing explains.

    Registered names are judged by the termbase.
    """
    for index, pair in translated(bitext):
        english, japanese = pair.english, pair.japanese
        if english is None or japanese is None or max(len(pair.source.text), len(pair.target.text)) > _LONGEST:
            continue
        row = [word.plain for word in words(english.masked) if word.capital]
        lost = [
            name
            for name in katakana_names(japanese)
            if name.span not in japanese.names and not is_sounded_in(name.text, row)
        ]
        if len(lost) != 1:
            continue
        stranger = _stranger(english, japanese)
        if stranger is not None:
            yield _finding(index, pair, stranger.span, lost[0].span)


def _stranger(english: Passage, japanese: Passage) -> CapitalizedName | None:
    """Return the one English name that nothing explains: surely a name, or else a word that opens a sentence."""
    names = [
        name
        for name in unsounded_names(english, japanese)
        if name.span not in english.names
        and not all(word.isupper() for word in name.words)
        and _DAY.fullmatch(name.text) is None
    ]
    sure = [name for name in names if len(name.words) > 1 or not name.opening]
    opening = [name for name in names if name not in sure and _WORDLIKE.fullmatch(name.text) is None]
    chosen = sure or opening
    return chosen[0] if len(chosen) == 1 else None


def _finding(index: int, pair: Pair, english: Span, japanese: Span) -> Finding:
    sides = (english, japanese) if pair.source is pair.english else (japanese, english)
    words = (sides[0].of(pair.source.text), sides[1].of(pair.target.text))
    message = Phrase("“{source}” seems to have become “{target}”", source=words[0], target=words[1])
    return Finding(CHECK.name, "warning", message, index, (Mark("source", *sides[0]), Mark("target", *sides[1])), words)


CHECK = Check(
    name="name-changed",
    family="names",
    severity="warning",
    summary=Phrase("A foreign name seems to have become another one"),
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
        Good("患者はナイジェリアに行っていた。", "The patient had been to Nigeria.", "alike by sound"),
        Good("ドイツで会談した。", "They met in Germany.", "a name from another language"),
        Good("ロンドンで会談した。", "They met there.", "a name left out"),
        Good("They met in London.", "英国で会談した。", "no other name in katakana"),
        Good("アメリカで会談した。", "They met in the U.S.", "an abbreviation"),
    ),
)
