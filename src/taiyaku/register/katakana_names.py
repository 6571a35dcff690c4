"""The katakana words of a Japanese text that may be names; the other language has to tell which are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from taiyaku.checks.names.known_places import known_places
from taiyaku.japanese import tokenizer
from taiyaku.japanese.scripts import is_kanji
from taiyaku.register.beside import honorific, titles_after
from taiyaku.register.heads import japanese_endings
from taiyaku.register.mention import Mention
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.japanese.token import Token
    from taiyaku.termbase.concept import Kind

_KATAKANA = lazy_pattern(r"[ァ-ヴ][ァ-ヴー]+(?:[・＝= 　][ァ-ヴ][ァ-ヴー]+)*")
_SPLIT = lazy_pattern("[・＝= 　]")
_LOCATION = lazy_pattern("で(?![すあはきも])|郊外|近郊|周辺|在住|出身|[東西南北]+部|に住|を訪|の街|の町|へ向か|市内|沖")


def katakana_mentions(tokens: Sequence[Token], text: str) -> Iterator[Mention]:
    """Yield the katakana words of a text. Those that the dictionary takes for nouns are not sure."""
    by_start = {token.span.start: token for token in tokens}
    for match in _KATAKANA.finditer(text):
        token = by_start.get(match.start())
        yield _mention(Span(*match.span()), text, token if token and token.span.end == match.end() else None)


def _mention(span: Span, text: str, token: Token | None) -> Mention:
    """Return a word as a mention; `token` is the word if the dictionary has it whole."""
    surface = span.of(text)
    pieces = tuple(filter(None, _SPLIT.split(surface)))
    sort = token.part_of_speech[2] if token else ""
    head = _place_ending(text, span.end)
    kind: Kind | None = None
    if honorific(text, span.end):
        kind, head = "person", ""
    elif surface in known_places().by_japanese or sort == "地名":
        kind, head = "place", ""
    elif head:
        kind = "place"
    hint: Kind | None = "person" if sort == "人名" else None
    return Mention(
        "ja",
        surface,
        span,
        pieces,
        kind,
        head,
        titles_after(text, span.end),
        surface,
        sure=kind is not None or len(pieces) > 1 or (token is not None and token.is_name),
        later=len(pieces) == 1,
        hint="place" if _LOCATION.match(text, span.end) else hint,
    )


def _place_ending(text: str, end: int) -> str:
    """Return the ending of places that stands behind a word, "" if it is only the beginning of another: 山 of 山脈."""
    endings = (form for form in japanese_endings("place") if text.startswith(form, end))
    form = next((form for form in endings if not "ァ" <= form[0] <= "ヴ"), "")
    after = text[end + len(form) : end + len(form) + 1]
    return "" if after and is_kanji(after) else form


def has_given_name(pieces: Sequence[str]) -> bool:
    """Whether the dictionary knows one of some katakana words as the name of persons."""
    return any(_is_given_name(piece) for piece in pieces)


@lru_cache(maxsize=4096)
def _is_given_name(piece: str) -> bool:
    row = tokenizer.tokens(piece)
    return len(row) == 1 and row[0].part_of_speech[2] == "人名"


def is_common(pieces: Sequence[str]) -> bool:
    """Whether the dictionary has only common nouns in some katakana words: クライアントコンポーネント."""
    return all(_is_common(piece) for piece in pieces)


@lru_cache(maxsize=4096)
def _is_common(piece: str) -> bool:
    return all(token.known and token.part_of_speech[1] == "普通名詞" for token in tokenizer.tokens(piece))
