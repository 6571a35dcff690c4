"""What a text must not be cut inside: inline mark-up and pairs of brackets."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal, NamedTuple

_TAGS = "a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|ruby|s|small|span|strong|sub|sup|u"
_MARKUP = re.compile(
    r"""\\[!-/:-@\[-`{-~]                                       # an escape, so that what follows opens nothing
    |(?P<code>`+)(?!`).{1,1000}?(?<!`)(?P=code)(?!`)
    |!?\[(?:[^\[\]]|\[[^\[\]]*\])*+\]\((?:[^()\s]|\([^()]*\))*+(?:\s+(?:"[^"]*"|'[^']*'))?\)
    |<!--.{0,1000}?-->
    |<(?P<tag>"""
    + _TAGS
    + r""")\b[^<>]*>.{0,1000}?</(?P=tag)>
    |</?[A-Za-z][^<>]*>
    |\{[^{}|\n]+\|[^{}\n]+\}                                    # ruby: {base|reading}
    |(?P<stars>\*{1,3}|~~)(?=[^\s*~]).{1,1000}?(?<=[^\s*~])(?P=stars)(?!\*)
    |(?<!\w)(?P<lines>_{1,3})(?=[^\s_]).{1,1000}?(?<=[^\s_])(?P=lines)(?!\w)
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKUP_SIGNS = re.compile(r"[\\`\[<{*~_]")

_PAIRS = {
    ")": "(",
    "]": "[",
    "）": "（",
    "］": "［",
    "」": "「",
    "』": "『",
    "】": "【",
    "〉": "〈",
    "》": "《",
    "〕": "〔",
}
_BRACKETS = re.compile("[" + re.escape("".join([*_PAIRS, *_PAIRS.values()])) + "]")
_QUOTATION_SIGNS = frozenset('「『“"')
_QUOTES = re.compile('“[^“”]*”|"[^"\n]*"')


class Kept(NamedTuple):
    """A part of a text (code points, half-open) that no cut goes through."""

    start: int
    end: int
    kind: Literal["mark-up", "bracket", "quotation"]
    level: int = 0
    """How many parts were opened to find this one."""

    def inside(self, text: str) -> list[Kept]:
        """Return what is kept together between the brackets of this part of `text`."""
        first = self.start + 1
        inner = kept_together(text[first : self.end - 1], quotes=True)
        return [Kept(part.start + first, part.end + first, part.kind, self.level + 1) for part in inner]


def kept_together(text: str, *, quotes: bool) -> list[Kept]:
    """Return the outermost of such parts of `text`, in order; none touches the inside of another.

    Brackets without their partner are plain characters. With `quotes`, the quotation marks that English has in common
    with Japanese count as well: in Japanese a quotation belongs to the sentence around it.
    """
    found: list[Kept] = []
    if _MARKUP_SIGNS.search(text):
        found += (Kept(*match.span(), "mark-up") for match in _MARKUP.finditer(text) if match[0][0] != "\\")
    found += _bracket_pairs(text)
    if quotes:
        found += (Kept(*match.span(), "quotation") for match in _QUOTES.finditer(text))
    return _outermost(found)


def _bracket_pairs(text: str) -> list[Kept]:
    """Pair brackets; a closing one passes over unpaired opening ones of other kinds."""
    pairs: list[Kept] = []
    opened: list[tuple[str, int]] = []
    counts: Counter[str] = Counter()  # of each kind in `opened`: no search for one that is not there
    for match in _BRACKETS.finditer(text):
        opener = _PAIRS.get(match[0])
        if opener is None:
            opened.append((match[0], match.start()))
            counts[match[0]] += 1
            continue
        while counts[opener]:
            sign, start = opened.pop()
            counts[sign] -= 1
            if sign == opener:
                kind: Literal["bracket", "quotation"] = "quotation" if opener in _QUOTATION_SIGNS else "bracket"
                pairs.append(Kept(start, match.end(), kind))
                break
    return pairs


def _outermost(found: list[Kept]) -> list[Kept]:
    """Join what overlaps: the first and longest says what it is."""
    outer: list[Kept] = []
    for kept in sorted(found, key=lambda kept: (kept.start, -kept.end)):
        if not outer or kept.start >= outer[-1].end:
            outer.append(kept)
        elif kept.end > outer[-1].end:
            outer[-1] = outer[-1]._replace(end=kept.end)
    return outer
