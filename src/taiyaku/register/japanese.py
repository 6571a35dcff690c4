"""The names of a Japanese text: what the dictionary knows, and what titles and endings show to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.names.known_places import known_places
from taiyaku.japanese.scripts import is_kanji
from taiyaku.register.beside import honorific, titles_after
from taiyaku.register.heads import ending_of, japanese_endings
from taiyaku.register.katakana_names import katakana_mentions
from taiyaku.register.mention import Mention
from taiyaku.register.organizations import organization_mentions
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token

_LATIN = lazy_pattern(r"[A-Z][A-Za-z0-9.&+-]*[A-Za-z0-9](?:[  ](?:of|de|van|von|the|and|&|[A-Z][A-Za-z0-9.&'’+-]*))*")
_GLOSS = lazy_pattern(r"[（(]([^()（）]{1,60})[)）]")
_HAS_LATIN = lazy_pattern(r"[A-Za-z]{2}")
_RUN_ON = lazy_pattern("[一-鿿々ァ-ヴー・]")
"""What stands before a name that is only the end of a longer one."""

_GIVEN = 3
"""How many kanji a given name that the dictionary does not know has at most."""

_SHORTEST = 2
"""Of how many characters a place is at least: 米 and 日 are not spoken of here."""


def japanese_mentions(passage: Passage) -> Iterator[Mention]:
    """Yield the names of a text that are not registered, in order of their sorts; some may lie inside others."""
    text = passage.masked
    for mention in (
        *_kanji(passage.tokens, text),
        *katakana_mentions(passage.tokens, text),
        *_latin(text),
        *organization_mentions(passage.tokens, text),
    ):
        if not any(mention.span.start < end and start < mention.span.end for start, end in passage.names):
            gloss = _GLOSS.match(text, mention.span.end + len(honorific(text, mention.span.end)))
            glossed = (
                gloss
                and _HAS_LATIN.search(gloss[1])
                and not _RUN_ON.search(text, max(0, mention.span.start - 1), mention.span.start)
            )
            yield mention._replace(gloss=gloss[1]) if gloss and glossed else mention


def _kanji(tokens: Sequence[Token], text: str) -> Iterator[Mention]:
    place = 0
    while place < len(tokens):
        taken = _person(tokens, place, text) or _place(tokens, place, text)
        if taken is None:
            place += 1
            continue
        mention, count = taken
        yield mention
        place += count


def _is_native(token: Token) -> bool:
    return is_kanji(token.surface[0]) or "ぁ" <= token.surface[0] <= "ん"


def _person(tokens: Sequence[Token], place: int, text: str) -> tuple[Mention, int] | None:
    """Return a person's name that begins with a token, and of how many tokens it is."""
    first = tokens[place]
    if first.part_of_speech[3] not in {"姓", "名"} or not _is_native(first):
        return None
    given: list[Token] = []
    if first.part_of_speech[3] == "姓":
        for token in tokens[place + 1 : place + 1 + _GIVEN]:
            if token.span.start != (given[-1] if given else first).span.end or not _is_native(token):
                break
            known = token.part_of_speech[3] == "名"
            if not known and not _goes_on(tokens, place, token, text):
                break
            given.append(token)
            if known and honorific(text, token.span.end):
                break
    row = [first, *given]
    end = row[-1].span.end
    honoured = bool(honorific(text, end))
    if not given and not honoured:
        return None
    span = Span(first.span.start, end)
    pieces = (first.surface, "".join(token.surface for token in given)) if given else (first.surface,)
    reading = " ".join(filter(None, (first.reading, "".join(token.reading for token in given))))
    mention = Mention(
        "ja", span.of(text), span, pieces, "person", "", titles_after(text, end), reading, later=not given
    )
    return mention, len(row)


def _goes_on(tokens: Sequence[Token], place: int, token: Token, text: str) -> bool:
    """Whether a word behind a family name belongs to the given name: kanji, and an honorific follows soon."""
    if not is_kanji(token.surface[0]) or token.surface == "氏" or honorific(text, token.span.start):
        return False
    start = tokens[place].span.end
    return any(
        honorific(text, start + length)
        for length in range(token.span.end - start, _GIVEN + 1)
        if all(map(is_kanji, text[start : start + length]))
    )


def _place(tokens: Sequence[Token], place: int, text: str) -> tuple[Mention, int] | None:
    token = tokens[place]
    if token.part_of_speech[2] != "地名" or not _is_native(token) or len(token.surface) < _SHORTEST:
        return None
    if place and tokens[place - 1].span.end == token.span.start and tokens[place - 1].part_of_speech[3] == "姓":
        return None
    count, end, head = 1, token.span.end, ""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.span.start == end and following.surface in _place_endings():
        count, end, head = 2, following.span.end, following.surface
    surface = text[token.span.start : end]
    if not head:
        head = ending_of(surface, "place") if surface not in known_places().by_japanese else ""
    span = Span(token.span.start, end)
    reading = token.reading + (following.reading if count > 1 and following is not None else "")
    return Mention("ja", surface, span, (surface.removesuffix(head) or surface,), "place", head, (), reading), count


def _place_endings() -> frozenset[str]:
    return frozenset(japanese_endings("place"))


def _latin(text: str) -> Iterator[Mention]:
    for match in _LATIN.finditer(text):
        honoured = bool(honorific(text, match.end()))
        yield Mention(
            "ja",
            match[0],
            Span(*match.span()),
            tuple(match[0].split()),
            "person" if honoured else None,
            "",
            titles_after(text, match.end()),
            "",
            honoured,
            len(match[0].split()) == 1,
        )
