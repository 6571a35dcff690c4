"""Brackets and quotation marks that are opened and not closed, or the other way round."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_PAIRS = dict(zip("「『（【〈《〔“(［", "」』）】〉》〕”)］", strict=True))
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()} | {")": "(", "）": "("}
_OPENING = {opening: opening for opening in _PAIRS} | {"（": "("}
"""（ and ( are one kind: their width is another check's affair."""

_BRACKET = lazy_pattern(r"[「」『』（）【】〈〉《》〔〕“”()［］]")
_ITEM = lazy_pattern(r"(?:^|[\s、。，])[0-9０-９A-Za-z①-⑳]{1,3}$|[:;]-?$")
"""1) and a) number an item, and :) smiles."""


_SINGLE = lazy_pattern(r"(?<!\w)['‘](?=\w)|(?<=[.,!?])['’](?!\w)")
"""Single quotes cannot be counted: an apostrophe is the same sign."""


class _Bracket(NamedTuple):
    pair: int
    place: int
    sign: str


_Opened = dict[str, list[_Bracket]]
"""What is open, by kind, the latest last."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find brackets without a partner in the article. A quotation may run over paragraphs, each opening it anew."""
    opened: _Opened = defaultdict(list)
    orphans: list[_Bracket] = []
    texts = {index: pair.target.masked for index, pair in translated(bitext)}
    for index, text in texts.items():
        if _BRACKET.search(text) is not None:
            left, right = unpaired(index, text)
            orphans += [one for one in right if not _closes(opened, one)]
            for kind, brackets in left.items():
                opened[kind] += brackets
    for brackets in opened.values():
        orphans += [one for one in brackets if not _opens_again(one, texts)]
    found: dict[tuple[int, str], list[_Bracket]] = defaultdict(list)
    for one in sorted(orphans):
        found[one.pair, one.sign].append(one)
    for (index, sign), brackets in found.items():
        if not _is_like_source(bitext.pairs[index].source.masked, sign):
            message = Phrase("“{sign}” is not closed", sign=sign)
            if sign in _CLOSING:
                message = Phrase("“{sign}” is not opened", sign=sign)
            marks = tuple(Mark("target", one.place, one.place + 1) for one in brackets)
            yield Finding(CHECK.name, "warning", message, index, marks, (sign,))


def unpaired(index: int, text: str) -> tuple[_Opened, list[_Bracket]]:
    """Return what a text opens and does not close, by kind, and what it closes and did not open."""
    opened: _Opened = defaultdict(list)
    closed: list[_Bracket] = []
    for match in _BRACKET.finditer(text):
        bracket = _Bracket(index, match.start(), match[0])
        if match[0] in _CLOSING:
            if not _closes(opened, bracket):
                closed.append(bracket)
        elif match[0] != "(" or text[match.start() - 1 : match.start()] != ":":
            opened[_OPENING[match[0]]].append(bracket)
    return opened, [one for one in closed if not _ITEM.search(text[max(0, one.place - 5) : one.place])]


def _closes(opened: _Opened, bracket: _Bracket) -> bool:
    """Take from `opened` what a closing bracket closes, if there is such a one."""
    partners = opened[_CLOSING[bracket.sign]]
    return bool(partners) and partners.pop() is not None


def _opens_again(one: _Bracket, texts: dict[int, str]) -> bool:
    """Whether the next paragraph opens the quotation anew, as English does."""
    following = texts.get(one.pair + 1, "").lstrip()
    return one.sign in "“「" and following.startswith(one.sign)


def _is_like_source(source: str, sign: str) -> bool:
    """Whether the source leaves something open here as well, which no translator can close."""
    left, right = unpaired(0, source)
    if any(left.values()) or right or source.count('"') % 2 == 1:
        return True
    return sign in "「」" and _SINGLE.search(source) is not None


CHECK = Check(
    name="brackets-unpaired",
    family="typography",
    severity="warning",
    summary=Phrase("A bracket or quotation mark has no partner in the article."),
    find=find,
    examples=(
        Bad("“It was a great day,” he said.", "「最高の一日だったと語った。", says="“「” is not closed"),
        Bad("The mayor (left) spoke.", "市長左）が話した。", says="“）” is not opened"),
        Bad("市長（左）が話した。", "The mayor (left spoke.", says="“(” is not closed"),
        Bad("The mayor (left) spoke.", "市長（左」が話した。", says="“（” is not closed"),
        Good("“It was a great day,” he said.", "「最高の一日だった」と語った。", why="closed"),
        Good("“We sang.”\n\n“We danced.”", "「歌い、\n\n踊った」", why="a quotation over two paragraphs"),
        Good("“We sang.\n\n“We danced.”", "「歌った。\n\n「踊った」", why="opened anew in each paragraph"),
        Good("1) Sing. 2) Dance.", "1）歌う。2）踊る。", why="numbers of items"),
        Good("The mayor (left) spoke.", "市長（左)が話した。", why="the widths differ, but it is closed"),
        Good("What a day :)", "なんて日だ :)", why="a smile"),
        Good("It starts at nine (9:00 ET).", "開始は9時（9:00 ET）。", why="no number of an item"),
    ),
)
