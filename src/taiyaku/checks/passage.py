"""One side of a pair, analysed at most once, and only as far as a check asks."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.japanese.token import Token
    from taiyaku.span import Span
    from taiyaku.text.facts import Fact
    from taiyaku.text.inline_markup import Item


class Passage:
    """A text in one language. All spans are in code points of `text`.

    `names` are the spans of registered names and terms, which are neither cut by the tokenizer nor read as numbers.
    """

    def __init__(self, text: str, language: str, names: Sequence[Span] = ()) -> None:
        self.text = text
        self.language = language
        self.names = tuple(names)

    def __repr__(self) -> str:
        return f"Passage({self.text!r}, {self.language!r})"

    @cached_property
    def markup(self) -> tuple[Item, ...]:
        """The mark-up, addresses, code and placeholders of the text."""
        from taiyaku.text.inline_markup import inline_markup

        return inline_markup(self.text)

    @cached_property
    def masked(self) -> str:
        """The text with mark-up, addresses, code and placeholders as blanks, character for character."""
        from taiyaku.text.inline_markup import blanked

        return blanked(self.text, self.markup)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of a Japanese text; none of any other."""
        if self.language != "ja":
            return ()
        from taiyaku.japanese.tokenizer import tokens

        return tokens(self.masked, self.names)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where the sentences are."""
        from taiyaku.text.sentences import sentences

        return sentences(self.text, self.language)

    @cached_property
    def facts(self) -> list[Fact]:
        """The numbers, dates, times and amounts that the text states, outside of names."""
        text = self.masked
        for start, end in self.names:
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        if self.language == "ja":
            from taiyaku.japanese.facts import japanese_facts

            return japanese_facts(text, self.is_numeral)
        from taiyaku.english.facts import english_facts

        return english_facts(text)

    def is_numeral(self, start: int, end: int) -> bool:
        """Whether the tokenizer takes the kanji of a range for a numeral: 三万 is one, the first of 一般 is not."""
        first = bisect_right(self.tokens, start, key=_end)
        inside = []
        for token in islice(self.tokens, first, None):
            if token.span.start >= end:
                break
            inside.append(token)
        return bool(inside) and all(token.is_numeral or token.surface in _COUNTED for token in inside)


def _end(token: Token) -> int:
    return token.span.end


_COUNTED = frozenset(["一人", "二人", "一つ", "二つ", "三つ", "四つ", "五つ", "六つ", "七つ", "八つ", "九つ"])
"""Numerals that the dictionary has as one word with their counter."""
