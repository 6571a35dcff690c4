"""The noun compounds of a Japanese text, by what the dictionary takes its words for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.register.tables import words_of
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token

LONGEST = 5
"""Of so many words a compound is at most."""

_WORDLESS = lazy_pattern(r"[\W\d_]+|[ぁ-ん]+")
_POLITE = frozenset({"お", "ご", "御"})


class Compound(NamedTuple):
    """A compound in a text, and of how many words it is; `span` is in code points."""

    text: str
    span: Span
    words: int


def compounds(passage: Passage) -> Iterator[Compound]:
    """Yield the compounds of a text, also those inside longer ones, and single nouns; no registered names or terms."""
    run: list[Token] = []
    known = {place for start, end in passage.names for place in range(start, end)}
    for token in (*passage.tokens, None):
        joined = not run or (token is not None and run[-1].span.end == token.span.start)
        if token is not None and joined and _may_be_inside(token) and token.span.start not in known:
            run.append(token)
            continue
        yield from _pieces(run, passage.masked)
        run = [token] if token is not None and _may_be_inside(token) and token.span.start not in known else []


def _may_be_inside(token: Token) -> bool:
    first, second, _, _ = token.part_of_speech
    if first == "名詞":
        return second == "普通名詞" and _WORDLESS.fullmatch(token.surface) is None
    return first == "接頭辞" or (first == "接尾辞" and second in {"名詞的", "形状詞的"})


def _pieces(run: Sequence[Token], text: str) -> Iterator[Compound]:
    for start, first in enumerate(run):
        if not _may_begin(first):
            continue
        for end in range(start + 1, min(len(run), start + LONGEST) + 1):
            if _may_end(run[end - 1]):
                span = Span(first.span.start, run[end - 1].span.end)
                yield Compound(span.of(text), span, end - start)


def _may_begin(token: Token) -> bool:
    return token.part_of_speech[0] != "接尾辞" and token.surface not in _POLITE and not _is_vague(token)


def _may_end(token: Token) -> bool:
    first, second, third, _ = token.part_of_speech
    if first == "接頭辞" or second == "形状詞的" or third == "副詞可能":
        return False
    return not _is_vague(token)


def _is_vague(token: Token) -> bool:
    if token.part_of_speech[0] == "接尾辞":
        return token.surface not in words_of("term_suffixes.txt")
    return not words_of("vague_nouns.txt").isdisjoint([token.lemma, token.surface])
