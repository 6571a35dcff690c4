"""The organizations of a Japanese text: compounds of nouns that end as they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.names.titles import TITLE_AFTER
from taiyaku.register.heads import ending_of
from taiyaku.register.mention import Mention
from taiyaku.register.tables import words_of
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.japanese.token import Token

_BEFORE = frozenset("同当本各両全他新旧現元前某")
_COUNTRIES = frozenset("米英仏独露韓中")
_BEHIND = frozenset(["氏", "さん", "ら", "側", "内", "外", "前", "後", "長", "員", "向け", "製", "版"])
_SHORTEST = 3
"""Of how many characters such a name is at least: 民主党, 国連軍."""


def organization_mentions(tokens: Sequence[Token], text: str) -> Iterator[Mention]:
    """Yield compounds of nouns that end as organizations do: 財務省, スタンフォード大学."""
    run: list[Token] = []
    for token in (*tokens, None):
        noun = token is not None and _is_noun(token)
        if token is not None and noun and (not run or run[-1].span.end == token.span.start):
            run.append(token)
            continue
        yield from _organization(run, text)
        run = [token] if token is not None and noun else []


def _is_noun(token: Token) -> bool:
    first, second = token.part_of_speech[:2]
    if first == "名詞":
        return second != "数詞"
    return first == "接頭辞" or (first, second) == ("接尾辞", "名詞的") or token.surface == "・"


def _organization(run: list[Token], text: str) -> Iterator[Mention]:
    run = _trimmed(run)
    if not run:
        return
    span = Span(run[0].span.start, run[-1].span.end)
    surface = span.of(text)
    head = ending_of(surface, "organization")
    stem = surface.removesuffix(head)
    general = words_of("general_institutions.txt")
    if not head or len(surface) < _SHORTEST or surface in general or stem in general:
        return
    reading = "".join(token.reading or token.surface for token in run)
    named = any(token.is_name for token in run)
    yield Mention("ja", surface, span, (stem,), "organization", head, reading=reading, sure=named)


def _trimmed(run: list[Token]) -> list[Token]:
    """Return a run without what stands before and behind a name: 今年, 同, 米; 側, 会長."""
    while run and (run[-1].surface in _BEHIND or TITLE_AFTER.fullmatch(run[-1].surface)):
        run = run[:-1]
    times = [place for place, token in enumerate(run) if token.part_of_speech[2] == "副詞可能"]
    run = run[times[-1] + 1 :] if times else run
    while run and (run[0].part_of_speech[0] == "接頭辞" or run[0].surface in _BEFORE | _COUNTRIES):
        run = run[1:]
    return run
