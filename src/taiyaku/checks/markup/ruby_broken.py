"""Readings that will not become ruby: {朝霧|あさぎり}."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_BASE = rf"[{KANJI}{HIRAGANA}{KATAKANA}]{{1,12}}"
_KANA = lazy_pattern(rf"[{HIRAGANA}{KATAKANA}\s|]*")
_WIDE = lazy_pattern(rf"[{{｛]({_BASE})[|｜]([{HIRAGANA}{KATAKANA}]{{1,24}})[}}｝]")
_MEANT = lazy_pattern(
    rf"[{{｛](?P<base>{_BASE})(?P<bar>[|｜/／])(?P<reading>[^{{}}｛｝。、\n]{{0,24}})(?P<end>[}}｝]?)"
)


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find braces that were meant as a reading: full-width or open ones, and readings that are empty or no kana."""
    for index, passage in targets(bitext, "ja"):
        text = passage.text
        if "{" not in text and "｛" not in text:
            continue
        code = [item.span for item in passage.markup if item.kind == "code"]
        for match in _MEANT.finditer(text):
            what = _fault(match)
            if what is not None and not any(start <= match.start() < end for start, end in code):
                wide = _WIDE.fullmatch(match[0])
                fixed = f"{text[: match.start()]}{{{wide[1]}|{wide[2]}}}{text[match.end() :]}" if wide else None
                yield Finding(CHECK.name, "error", what, index, (Mark("target", *match.span()),), (match[0],), fixed)


def _fault(match: re.Match[str]) -> Phrase | None:
    if not match["end"]:
        return Phrase("{words} is not closed, so it will not become a reading", words=match[0])
    if not match["reading"].strip("| "):
        return Phrase("{words} has no reading", words=match[0])
    if match[0][0] == "｛" or match["end"] == "｝" or match["bar"] != "|":
        return Phrase("{words} is not written as a reading: {{漢字|かんじ}} takes half-width signs", words=match[0])
    if _KANA.fullmatch(match["reading"]) is None:
        return Phrase("the reading {reading} of {words} is not in kana", reading=match["reading"], words=match["base"])
    return None


CHECK = Check(
    name="ruby-broken",
    family="markup",
    severity="error",
    summary=Phrase("A reading will not become ruby."),
    find=find,
    languages=("ja",),
    examples=(
        Bad("The mist rose.", "{朝霧｜あさぎり}が立った。", says="takes half-width signs"),
        Bad("The mist rose.", "{朝霧|あさぎりが立った。", says="is not closed"),
        Bad("The mist rose.", "{朝霧|}が立った。", says="has no reading"),
        Bad("The mist rose.", "{朝霧|朝霧}が立った。", says="is not in kana"),
        Good("The mist rose.", "{朝霧|あさぎり}が立った。", why="well written"),
        Good("The mist rose.", "{朝|あさ}{霧|ぎり}が立った。", why="character by character"),
        Good("{name} came.", "{name}が来た。", why="a placeholder"),
        Good("Yes or no?", "{yes|no}のどちら。", why="no Japanese inside"),
        Good("Write `{a|b}`.", "`｛朝霧｜あさぎり｝`とは書かない。", why="code"),
        Good("A set {a, b}.", "集合｛甲、乙｝。", why="braces of their own"),
    ),
)
