"""The middle dot of Japanese, and its look-alikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.repairs import finding, repairs
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_LETTER = f"[{HIRAGANA}{KANJI}ァ-ヺー]"
_LIKE = "·•‧∙⋅･᛫"
_LOOKALIKE = lazy_pattern(rf"(?<={_LETTER})\s?[{_LIKE}]\s?(?={_LETTER})")
_CUE = lazy_pattern(f"[{_LIKE}]")
_WORD = r"[ァ-ヺー]{2,}"
_NAME = lazy_pattern(rf"(?<![ァ-ヺー・])({_WORD})([ ・＝=]{_WORD})(?![ァ-ヺー・])")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find dots that only look like ・, and names in katakana that the article parts in two ways."""
    written: dict[str, tuple[int, int, str]] = {}
    for index, passage in targets(bitext, "ja"):
        if _CUE.search(passage.text) is not None:
            found = list(repairs(passage, _LOOKALIKE, lambda _match: "・"))
            if found:
                message = Phrase(
                    "“{dot}” only looks like “・”", dot=passage.text[found[0].start : found[0].end].strip()
                )
                yield finding(CHECK.name, "warning", message, (index, passage), found)
        for match in _NAME.finditer(passage.masked):
            name = match[1] + match[2][1:]
            _, _, usual = written.setdefault(name, (index, match.start(), match[0]))
            if usual != match[0]:
                message = Phrase("“{one}” is also written “{other}”", one=match[0], other=usual)
                marks = (Mark("target", *match.span()),)
                yield Finding(CHECK.name, "warning", message, index, marks, (match[0], usual))


CHECK = Check(
    name="nakaguro",
    family="typography",
    severity="warning",
    summary=Phrase("A dot only looks like ・, or a name is parted in two ways."),
    find=find,
    languages=("ja",),
    examples=(
        Bad("George Chen came.", "ジョージ•チェンが来た。", says="“•” only looks like “・”"),
        Bad("George Chen came.", "ジョージ·チェンが来た。", says="“·” only looks like “・”"),
        Bad(
            "George Chen came.\n\nGeorge Chen spoke.",
            "ジョージ・チェンが来た。\n\nジョージ チェンが話した。",
            says="“ジョージ チェン” is also written “ジョージ・チェン”",
        ),
        Good("George Chen came.", "ジョージ・チェンが来た。", why="the right dot"),
        Good("George Chen came.", "ジョージ チェンが来た。", why="parted the same way throughout"),
        Good("• Songs", "• 歌", why="a bullet"),
        Good("1.5 meters", "1・5メートル", why="a decimal point"),
        Good("Jean-Paul Martin", "ジャン＝ポール・マルタン", why="a double name"),
    ),
)
