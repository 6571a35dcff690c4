"""Dots and dashes: …… and ――, not ・・・ and --."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.translated import targets
from taiyaku.checks.typography.repairs import Repair, finding, repairs
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding
    from taiyaku.checks.passage import Passage

_LETTER = f"[{HIRAGANA}{KANJI}ァ-ヺー]"
_DOTS = r"・{3,}|。{3,}|、{3,}|･{3,}"
_ASCII_DOTS = rf"(?<={_LETTER})\.{{3,}}"
_JAPANESE = re.compile(rf"{_DOTS}|{_ASCII_DOTS}|(?<={_LETTER})--+(?=[{HIRAGANA}{KATAKANA}{KANJI}「])")
_ELLIPSIS = re.compile(rf"{_DOTS}|{_ASCII_DOTS}|…+")
_ENGLISH = re.compile(
    r"(?<=[A-Za-z,.’”])\s?--\s?(?=[A-Za-z“])|(?<=[A-Za-z])…{2,}|(?<=[A-Za-z])—{2,}|(?<=[A-Za-z])\.{4,}(?=\s[a-z])"
)


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find dots and hyphens that stand for an ellipsis or a dash. With a policy of the house, also … against ……."""
    ellipsis = bitext.style.ellipsis
    for index, passage in targets(bitext, "ja"):
        found = _faults(passage, _JAPANESE, ellipsis or "……")
        if ellipsis:
            found = [*_faults(passage, _ELLIPSIS, ellipsis), *(one for one in found if one.right == "――")]
        yield from _report(index, passage, found)
    for index, passage in targets(bitext, "en"):
        if "--" in passage.text or "…" in passage.text or "—" in passage.text or "...." in passage.text:
            yield from _report(index, passage, _faults(passage, _ENGLISH, ""))


def _faults(passage: Passage, pattern: re.Pattern[str], ellipsis: str) -> list[Repair]:
    def right(match: re.Match[str]) -> str:
        if match[0].strip().startswith("-"):
            return "――" if ellipsis else "—"
        if ellipsis:
            return ellipsis
        return match[0][0] if match[0][0] in "…—" else "..."

    return list(repairs(passage, pattern, right))


def _report(index: int, passage: Passage, found: list[Repair]) -> Iterator[Finding]:
    if found:
        start, end, right = found[0]
        message = Phrase("“{text}” is written “{right}”", text=passage.text[start:end].strip(), right=right)
        yield finding(CHECK.name, "warning", message, (index, passage), found)


CHECK = Check(
    name="dash-ellipsis",
    family="typography",
    severity="warning",
    summary=Phrase("Dots or hyphens stand for an ellipsis or a dash."),
    find=find,
    examples=(
        Bad("Well... he left.", "さて・・・彼は帰った。", says="“・・・” is written “……”"),
        Bad("Well... he left.", "さて...彼は帰った。", says="“...” is written “……”"),
        Bad("Peace -- that is all.", "平和--それだけだ。", says="“--” is written “――”"),
        Bad("平和――それだけだ。", "Peace -- that is all.", says="“--” is written “—”"),
        Bad(
            "Well... he left.", "さて…彼は帰った。", says="“…” is written “……”", settings='[style.ja]\nellipsis = "……"'
        ),
        Good("Well... he left.", "さて…彼は帰った。", why="the house has no policy"),
        Good("Well... he left.", "さて……彼は帰った。", why="as it should be"),
        Good("George Chen and Ann Lee", "ジョージ・チェン、アン・リー", why="single dots join names"),
        Good("Use `--dry-run` first.", "まず`--dry-run`を使う。", why="code"),
        Good("平和――それだけだ。", "Peace — that is all.", why="a dash"),
        Good("さて…", "Well ...", why="three dots are an ellipsis in English"),
    ),
)
