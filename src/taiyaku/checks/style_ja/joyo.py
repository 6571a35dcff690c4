"""Kanji outside of 常用漢字, which newspapers avoid or give a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.style_ja.joyo_table import JOYO, PERMITTED
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_KANJI = lazy_pattern("[一-鿿㐀-䶿\uf900-\ufaff\U00020000-\U0003ffff]")
_KNOWN = JOYO | PERMITTED


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find kanji for which 常用漢字表 has no place, but in names and under a reading."""
    for index, passage in targets(bitext, "ja"):
        found = [match for match in _KANJI.finditer(passage.masked) if match[0] not in _KNOWN]
        if not found:
            continue
        excused = _excused(passage)
        found = [match for match in found if match.start() not in excused]
        if found:
            signs = tuple(dict.fromkeys(match[0] for match in found))
            message = Phrase("“{signs}” is not among 常用漢字; write kana, or add a reading", signs="".join(signs))
            marks = tuple(Mark("target", *match.span()) for match in found)
            yield Finding(CHECK.name, "warning", message, index, marks, signs)


def _excused(passage: Passage) -> set[int]:
    """Return the places of names, and of what has a reading."""
    places = {place for token in passage.tokens if token.is_name for place in range(*token.span)}
    places |= {place for span in passage.names for place in range(*span)}
    for item in passage.markup:
        if item.kind == "ruby":
            base = item.text.partition("|")[0]
            places |= set(range(item.span.start - len(base), item.span.start))
    return places


CHECK = Check(
    name="joyo",
    family="style-ja",
    severity="warning",
    summary=Phrase("Kanji outside of 常用漢字 have neither kana nor a reading."),
    find=find,
    languages=("ja",),
    default=False,
    examples=(
        Bad("The gifts were splendid.", "素晴らしい贈り物に囁いた。", says="“囁” is not among 常用漢字"),
        Bad("A dazzling smile", "眩しい笑顔", says="“眩” is not among 常用漢字"),
        Good("The mayor scolded him.", "市長は叱った。", why="a permitted form"),
        Good("A lovely day", "素晴らしい一日", why="all of them are there"),
        Good("The people of Nara and Okayama", "奈良と岡山の人々", why="names of prefectures are there"),
        Good("A whisper", "{囁|ささや}き", why="it has a reading"),
    ),
)
