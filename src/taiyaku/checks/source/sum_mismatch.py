"""Parts that do not add up: 25 students (12 boys and 14 girls)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_ENGLISH = lazy_pattern(
    r"(?<![\d.,$€£¥-])(?P<whole>\d{1,3}(?:,\d{3})+|\d+) [a-z]+(?: [a-z]+){0,2}(?: ?\(| [—–] ?|[—–]|: )"
    r"(?P<parts>\d[\d,]* [a-z]+(?: [a-z]+)?(?:, \d[\d,]* [a-z]+(?: [a-z]+)?)*,? and \d[\d,]* [a-z]+)(?=\)|[—–.;]| [—–])"
)
_JAPANESE = lazy_pattern(
    r"(?P<whole>[0-9０-９]+)(?P<counter>人|名|校|社|台|棟|件|個|チーム|団体)[（(]"
    r"(?P<parts>[一-鿿ァ-ヺー]+[0-9０-９]+(?P=counter)?(?:[、，・][一-鿿ァ-ヺー]+[0-9０-９]+(?P=counter)?)+)[）)]"
)
_NUMBER = lazy_pattern(r"\d[\d,]*")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find a number with its parts told right behind it, in brackets or after a dash, that they do not make up."""
    for index, pair in enumerate(bitext.pairs):
        pattern = _JAPANESE if pair.source.language == "ja" else _ENGLISH
        for match in pattern.finditer(pair.source.masked):
            whole, parts = _value(match["whole"]), [_value(part) for part in _NUMBER.findall(match["parts"])]
            if sum(parts) != whole:
                words = pair.source.text[slice(*match.span())]
                message = Phrase("in the source, the parts make {sum}, and not {whole}", sum=sum(parts), whole=whole)
                marks = (Mark("source", *match.span()),)
                yield Finding(CHECK.name, "warning", message, index, marks, (words,))


def _value(digits: str) -> int:
    return int(re.sub("[,，]", "", digits))


CHECK = Check(
    name="sum-mismatch",
    family="source",
    severity="warning",
    summary=Phrase("In the source, the parts of a number do not add up."),
    find=find,
    scope="source",
    examples=(
        Bad("The 25 students (12 boys and 14 girls) sang.", "", says="the parts make 26, and not 25"),
        Bad("生徒25人（男子12人、女子14人）が歌った。", "", says="the parts make 26, and not 25"),
        Good("The 26 students (12 boys and 14 girls) sang.", "", why="they add up"),
        Good("The 25 students (including 12 boys) sang.", "", why="a part only"),
        Good("生徒25人（うち男子12人）が歌った。", "", why="a part only"),
    ),
)
