"""Mayor Chen, not mayor Chen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.repairs import repaired, repairs
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_WORDS = (
    "mayor governor president senator pope queen king prince princess emperor councilmember councilman councilwoman"
)
_TITLES = "|".join(_WORDS.split())
_TITLE = lazy_pattern(rf"(?:^|(?<![,\w-])(?<=\s))(?:{_TITLES})(?= [A-Z][a-z]+)")
_CUE = lazy_pattern(_TITLES)


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find titles in lower case before a name, where the house capitalizes them."""
    if bitext.style.titles != "capital":
        return
    for index, passage in targets(bitext, "en"):
        if _CUE.search(passage.text) is None:
            continue
        found = list(repairs(passage, _TITLE, lambda match: match[0].capitalize()))
        if found:
            message = Phrase("a title before a name takes a capital; write “{title}”", title=found[0].right)
            marks = tuple(Mark("target", start, end) for start, end, _ in found)
            evidence = tuple(passage.text[start:end] for start, end, _ in found)
            yield Finding(CHECK.name, "warning", message, index, marks, evidence, repaired(passage.text, found))


_AP = '[style.en]\ntitles = "capital"'

CHECK = Check(
    name="titles",
    family="style-en",
    severity="warning",
    summary=Phrase("A title before a name has no capital letter."),
    find=find,
    languages=("en",),
    examples=(
        Bad("チェン市長が来た。", "They met mayor Chen.", says="“Mayor”", settings=_AP),
        Bad("ブラウン知事が来た。", "Then governor Jerry Brown came.", says="“Governor”", settings=_AP),
        Good("チェン市長が来た。", "They met Mayor Chen.", why="with a capital", settings=_AP),
        Good("市長が来た。", "They met the mayor on Friday.", why="no name follows", settings=_AP),
        Good("市長のチェン氏が来た。", "The city's mayor, George Chen, came.", why="a comma between", settings=_AP),
        Good("チェン市長が来た。", "They met mayor Chen.", why="the house has no policy"),
    ),
)
