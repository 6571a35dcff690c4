"""Emphasis that Markdown prints as asterisks: `**「…」**と` is not closed for CommonMark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.errors import Severity

_MEANT = lazy_pattern(r"(\*\*\*|\*\*|(?<!\*)\*(?!\*)|(?<!_)__(?!_)|~~)(?=\S)[^*_~\n]{1,400}?(?<=\S)\1(?!\*)")
_MARK = lazy_pattern(r"\*{1,3}|~~")
_CUE = lazy_pattern(r"\*|__|~~")
_RST = lazy_pattern(r":[a-z][\w:.+-]*:`|``")
_ELSEWHERE = "\x00"
_PRINTED = Phrase("{words} is printed with its marks: one is beside a bracket; put the brackets outside")
_MENDED = Phrase("{words} works in the editions only, elsewhere its marks are printed; put the brackets outside")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find marks of emphasis that the parser leaves in the text, where the source has none that it leaves."""
    for index, pair in translated(bitext):
        text = pair.target.text
        if _CUE.search(text) is None:
            continue
        if _RST.search(pair.source.text):
            yield from _alone(index, text, _odd(pair))
            continue
        printed = _Printed.of(text)
        if not printed.marks:
            continue
        source = _Printed.of(pair.source.text)
        if printed.pairs and not source.pairs:
            yield from _beside_brackets(index, pair, printed.pairs)
        elif not printed.pairs:
            yield from _alone(index, text, _more(text, printed, source, pair.source.text))


def _beside_brackets(index: int, pair: Pair, spans: list[Span]) -> Iterator[Finding]:
    """Find what Markdown does not close: an error, but only a warning where the editions of an article close it."""
    from taiyaku.formats.markdown.emphasis import closed

    text = pair.target.text
    is_mended = pair.segment is not None and not _Printed.of(closed(text)).pairs
    severity: Severity = "warning" if is_mended else "error"
    for span in spans:
        message = (_MENDED if is_mended else _PRINTED).filled(words=span.of(text))
        yield Finding(CHECK.name, severity, message, index, (Mark("target", *span),), (span.of(text),))


def _alone(index: int, text: str, span: Span | None) -> Iterator[Finding]:
    if span is not None:
        message = Phrase("“{mark}” is opened and not closed, so it is printed", mark=span.of(text))
        around = text[max(0, span.start - 10) : span.end + 10]
        yield Finding(CHECK.name, "error", message, index, (Mark("target", *span),), (around,))


class _Printed(NamedTuple):
    """The marks that a reader sees: those without meaning, and pairs of them that were meant as emphasis."""

    marks: list[Span]
    pairs: list[Span]

    @classmethod
    def of(cls, text: str) -> _Printed:
        if _CUE.search(text) is None:
            return cls([], [])
        shown = _shown(text)
        pairs = [Span(*match.span()) for match in _MEANT.finditer(shown)]
        marks = [Span(*match.span()) for match in _MARK.finditer(shown) if _is_beside_a_word(text, *match.span())]
        return cls(marks or pairs, pairs)


def _shown(text: str) -> str:
    """Return the text that a reader sees, all else as characters that nobody writes."""
    from taiyaku.formats.markdown.events import each_event

    shown = [_ELSEWHERE] * len(text)
    places = _places(text)
    for event, where in each_event(text):
        if isinstance(event, dict) and "Text" in event:
            start, end = places[where["start"]], places[where["end"]]
            shown[start:end] = text[start:end]
    # A backslash before an asterisk is outside of the event, so that what the author escaped is not taken for meant.
    for index, sign in enumerate(shown[1:], 1):
        if sign in "*~" and text[index - 1] == "\\":
            shown[index] = _ELSEWHERE
    return "".join(shown)


def _is_beside_a_word(text: str, start: int, end: int) -> bool:
    return bool(text[start - 1 : start].strip() or text[end : end + 1].strip())


def _more(text: str, printed: _Printed, source: _Printed, original: str) -> Span | None:
    """Return the first mark of a kind that is printed more often than in the source.

    One asterisk may be the sign of a remark, and ~~ a wave; they only count where the source emphasizes by them.
    """
    for mark in ("**", "*", "~~"):
        if mark != "**" and (mark not in original or _MEANT.search(original) is None):
            continue
        here = [span for span in printed.marks if _is_kind(span.of(text), mark)]
        there = [span for span in source.marks if _is_kind(span.of(original), mark)]
        if len(here) > len(there):
            return here[0]
    return None


def _is_kind(sign: str, mark: str) -> bool:
    return sign == mark or (mark == "**" and sign == "***")


def _odd(pair: Pair) -> Span | None:
    """Return the last ** of a reStructuredText that has one without its partner, where the source has none such."""
    source, target = ([item for item in side.markup if item.text == "**"] for side in (pair.source, pair.target))
    return target[-1].span if len(target) % 2 and not len(source) % 2 else None


def _places(text: str) -> dict[int, int]:
    """Return the place in code points of each place in bytes."""
    places, position = {0: 0}, 0
    for index, character in enumerate(text, 1):
        position += len(character.encode("utf-8", "surrogatepass"))
        places[position] = index
    return places


CHECK = Check(
    name="emphasis-broken",
    family="markup",
    severity="error",
    summary=Phrase("Emphasis is printed with its marks."),
    find=find,
    examples=(
        Bad(
            "He called it **“the best day”** ever.",
            "彼は**「最高の日」**と呼んだ。",
            says="**「最高の日」** works in the editions only",
        ),
        Bad(
            "Read *Botchan* now.",
            "今すぐ*『坊っちゃん』*を読もう。",
            says="*『坊っちゃん』* works in the editions only",
        ),
        Bad(
            "The **fee (tax included)** rose.",
            "**料金（税込み）**が上がった。",
            says="**料金（税込み）** works in the editions only",
        ),
        Bad("The **fee** rose.", "**料金が上がった。", says="“**” is opened and not closed"),
        Bad("The *fee* rose.", "*料金が上がった。", says="“*” is opened and not closed"),
        Bad("The **fee** of ``city`` rose.", "``city`` の **料金が上がった。", says="“**” is opened and not closed"),
        Good(
            "He called it **“the best day”** ever.", "彼は「**最高の日**」と呼んだ。", why="the brackets stand outside"
        ),
        Good("Photo by **Nagai**.", "写真は**永井**撮影。", why="no bracket beside the mark"),
        Good("**“The best day!”**", "**「最高の日」**", why="nothing follows, so it closes"),
        Good("It costs 5 * 3 * 2 dollars.", "値段は5 * 3 * 2ドル。", why="these are signs of multiplication"),
        Good("The price includes tax.", "*価格は税込み。", why="one asterisk is the sign of a remark"),
        Good("Pass **options to it.", "**optionsを渡す。", why="the source has it, too"),
        Good("Pass ``**options`` to it.", "``**options`` を渡す。", why="code"),
        Good("It is not bold.", r"\**太字ではない。", why="escaped"),
        Good("Write `**`x`**` for it.", "`**「x」**と`と書く。", why="code shows its asterisks"),
    ),
)
