"""A quotation that the author opened and never closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_PAIRS = {"「": "」", "『": "』", "“": "”", '"': '"'}
_MARK = lazy_pattern(r'[「」『』“”]|(?<!\d)"|(?<=[\d.,]\d)"(?=[\s,.)]|$)')
_BEGINS = lazy_pattern(r"""(?:^|[\s(\[—–\-/=‘'“*_>])$""")
_FOLLOWS = lazy_pattern(r"[^\s.,;:!?)\]]|\.{2,}")
"""What stands before and after a straight mark that opens."""

_REACH = 12
"""A quotation may run over so many paragraphs."""

_RUNNING = frozenset({"", "paragraph", "quote", "item", "pull-quote"})
"""Roles of running text: over a heading or a caption no quotation runs."""


class _Quote(NamedTuple):
    pair: int
    place: int
    sign: str
    runs: bool
    """Whether it may run on: it is what the paragraph says last, and no speaker is named after it."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find quotations that neither their paragraph nor one of the next closes, though each may open it anew.

    Where a speech may run on, nobody but its author knows where it ends: that is a note.

    An inch mark (6'2") is none. A closing mark takes the last one that is open; one too many is left alone.
    """
    for sign, closing in _PAIRS.items():
        opened: list[_Quote] = []
        for index, pair in enumerate(bitext.pairs):
            has = sign in pair.source.text or (opened and closing in pair.source.text)
            runs = pair.segment is None or pair.segment.role in _RUNNING
            if has:
                here = opened if runs else []
                _read(index, pair.source.masked, sign, here)
                yield from map(_finding, () if runs else here)
            if opened and index - opened[0].pair >= _REACH:
                yield from map(_finding, opened)
                opened = []
        yield from map(_finding, opened)


def _read(index: int, text: str, sign: str, opened: list[_Quote]) -> None:
    """Keep account of what is open, over one text."""
    for match in _MARK.finditer(text):
        if match[0] not in {sign, _PAIRS[sign]}:
            continue
        opens = match[0] == sign if sign != '"' else _opens(text, match.start())
        if not opens:
            del opened[-1:]
            continue
        if opened and opened[-1].runs and opened[-1].pair < index and not text[: match.start()].strip():
            opened.pop()  # the paragraph opens anew what runs on
        opened.append(_Quote(index, match.start(), sign, _runs(text, match.start())))


def _runs(text: str, place: int) -> bool:
    return _BEFORE_SPEECH.search(text, 0, place) is not None and _SPEAKER.search(text, place) is None


_BEFORE_SPEECH = lazy_pattern(r"(?:^|[、。：:,，…—–-]|[はも]|\b(?:said|says|wrote|that|adding)) ?[\s(（*_]*$")
_SAYING = "said|says|added|adds|told|wrote|asked|recalled|explained|noted|replied|reported|according to"
_SUBJECT = (
    r"(?!and|but|so|or|I|we|you|which|that|who)(?:(?:\w+ ){0,2}[a-z]+|[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*)*|\w+\.com)"
    r"(?:, [^\"”]{1,60},)? "
)
_SAYING_JAPANESE = "述べ|語|話|言|い[うっわ]|説明|強調|指摘|発言|コメント|訴え|答え|呼びかけ|呼ば|叫|報告|書|報じ"
_SPEAKER = lazy_pattern(
    rf"[,?!] (?:{_SUBJECT})?(?:{_SAYING})\b[^\"”]*$|と[^「」。]{{0,30}}(?:{_SAYING_JAPANESE})[^「」]*$"
)
"""What names a speaker after what he said."""


def _opens(text: str, place: int) -> bool:
    """Whether a straight mark opens: a word begins after it, and none ends before it."""
    return _BEGINS.search(text, 0, place) is not None and _FOLLOWS.match(text, place + 1) is not None


def _finding(quote: _Quote) -> Finding:
    message = Phrase("in the source, a quotation is opened and never closed: “{sign}”", sign=quote.sign)
    marks = (Mark("source", quote.place, quote.place + 1),)
    return Finding(CHECK.name, "note" if quote.runs else "warning", message, quote.pair, marks, (quote.sign,))


CHECK = Check(
    name="quotation-open",
    family="source",
    severity="warning",
    summary=Phrase("In the source, a quotation is opened and never closed."),
    find=find,
    scope="source",
    slip=True,
    examples=(
        Bad("“It was a great day, he said.", "", says="a quotation is opened and never closed"),
        Bad("「最高の一日だと語った。", "", says="a quotation is opened and never closed: “「”"),
        Bad('"It was a great day, he said.\n\nAll cheered.', "", says="a quotation is opened"),
        Bad("“It was a great day, he said.\n\nShe said, “I sang.”", "", says="a quotation is opened"),
        Bad('He said "we sang, and she "we danced."', "", says="a quotation is opened"),
        Good("“It was a great day,” he said.", "", why="closed"),
        Good("“We sang.\n\n“We danced,” he said.", "", why="opened anew in the next paragraph"),
        Good("“We sang.\n\nWe danced,” he said.", "", why="closed in the next paragraph"),
        Good("「歌った。\n\n踊った」と語った。", "", why="closed in the next paragraph"),
        Good('"We sang.\n\n"We danced," he said.', "", why="opened anew in the next paragraph"),
        Good("He is 6'2\" tall.", "", why="inches"),
        Good("「彼は「歌う」と言った」と語った。", "", why="one inside of the other"),
    ),
)
