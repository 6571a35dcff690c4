"""Dots and dashes: …… and ――, not ・・・ and --."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.repairs import Repair, finding, repairs
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_LETTER = f"[{HIRAGANA}{KANJI}ァ-ヺー]"
_DOTS = r"・{3,}|。{3,}|、{3,}|･{3,}"
_ASCII_DOTS = rf"(?<={_LETTER})\.{{3,}}"
_JAPANESE = lazy_pattern(rf"{_DOTS}|{_ASCII_DOTS}|(?<={_LETTER})--+(?=[{HIRAGANA}{KATAKANA}{KANJI}「])")
_CUE = lazy_pattern(r"・{3}|。{3}|、{3}|･{3}|\.{3}|--|…")
_ELLIPSIS = lazy_pattern(rf"{_DOTS}|{_ASCII_DOTS}|…+")
_ENGLISH = lazy_pattern(
    r"(?<=[A-Za-z,.’”])\s?--\s?(?=[A-Za-z“])|(?<=[A-Za-z])…{2,}|(?<=[A-Za-z])—{2,}|(?<=[A-Za-z])\.{4,}(?=\s[a-z])"
)


_CERTAIN = lazy_pattern(r"[・。、･]{3}|…{2}|—{2}|\.{4}")
"""Signs that are nobody's style; three full stops and two hyphens are that of many."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find dots and hyphens that stand for an ellipsis or a dash. With a policy of the house, also … against ……."""
    ellipsis = bitext.style.ellipsis
    tastes: list[tuple[int, Passage, list[Repair]]] = []
    for index, passage in targets(bitext, "ja"):
        if _CUE.search(passage.masked) is None:
            continue
        found = _faults(passage, _JAPANESE, ellipsis or "……")
        if ellipsis:
            found = [*_faults(passage, _ELLIPSIS, ellipsis), *(one for one in found if one.right == "――")]
        is_known = [bool(ellipsis) or _is_certain(passage, one) for one in found]
        yield from _report(index, passage, [one for one, known in zip(found, is_known, strict=True) if known])
        tastes.append((index, passage, [one for one, known in zip(found, is_known, strict=True) if not known]))
    for index, passage in targets(bitext, "en"):
        if "--" in passage.text or "…" in passage.text or "—" in passage.text or "...." in passage.text:
            found = _faults(passage, _ENGLISH, "")
            yield from _report(index, passage, [one for one in found if _is_certain(passage, one)])
            tastes.append((index, passage, [one for one in found if not _is_certain(passage, one)]))
    yield from _note([taste for taste in tastes if taste[2]])


def _is_certain(passage: Passage, one: Repair) -> bool:
    return _CERTAIN.match(passage.text[one.start : one.end].strip()) is not None


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


def _note(tastes: list[tuple[int, Passage, list[Repair]]]) -> Iterator[Finding]:
    """One note for an article about what houses may do; nothing is certain, so that nothing is replaced."""
    if tastes:
        index, passage, found = tastes[0]
        start, end, right = found[0]
        words = passage.text[start:end].strip()
        message = Phrase(
            "“{text}” is usually written “{right}” (places: {count})",
            text=words,
            right=right,
            count=sum(len(found) for _, _, found in tastes),
        )
        marks = tuple(Mark("target", *one[:2]) for one in found)
        yield Finding(CHECK.name, "note", message, index, marks, (words,))


CHECK = Check(
    name="dash-ellipsis",
    family="typography",
    severity="warning",
    summary=Phrase("Dots or hyphens stand for an ellipsis or a dash."),
    find=find,
    examples=(
        Bad("Well... he left.", "さて・・・彼は帰った。", says="“・・・” is written “……”"),
        Bad("Well... he left.", "さて...彼は帰った。", says="“...” is usually written “……” (places: 1)"),
        Bad("Peace -- that is all.", "平和--それだけだ。", says="“--” is usually written “――”"),
        Bad("平和――それだけだ。", "Peace -- that is all.", says="“--” is usually written “—”"),
        Bad(
            "Well... he left.", "さて…彼は帰った。", says="“…” is written “……”", settings='[style.ja]\nellipsis = "……"'
        ),
        Bad("Well... he left.", "さて。。。彼は帰った。", says="“。。。” is written “……”"),
        Bad(
            "Well... he left.",
            "さて...彼は帰った。",
            says="“...” is written “……”",
            settings='[style.ja]\nellipsis = "……"',
        ),
        Bad("平和――それだけだ。", "Peace—— that is all.", says="“——” is written “—”"),
        Good("Well... he left.", "さて…彼は帰った。", why="the house has no policy"),
        Good("Well... he left.", "さて……彼は帰った。", why="as it should be"),
        Good("George Chen and Ann Lee", "ジョージ・チェン、アン・リー", why="single dots join names"),
        Good("Use `--dry-run` first.", "まず`--dry-run`を使う。", why="code"),
        Good("平和――それだけだ。", "Peace — that is all.", why="a dash"),
        Good("さて…", "Well ...", why="three dots are an ellipsis in English"),
        Good("Peace — that is all.", "平和――それだけだ。", why="a dash"),
        Good("Coffee, tea and green tea", "コーヒー・紅茶・緑茶", why="single dots part the items of a list"),
        Good("港町として知られる。", "It is a well-known harbor-side town.", why="single hyphens join words"),
    ),
)
