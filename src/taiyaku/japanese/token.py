"""One word of a Japanese text, as the dictionary knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from taiyaku.span import Span


class Token(NamedTuple):
    """A short unit word of UniDic, copied from the tokenizer at once: its own nodes go stale.

    `span` is in code points of the text. `lemma` unifies spellings (行なう, 行う) and may carry a foreign word's origin
    (ジョージ-George); `base` is the dictionary form as it is spelled here. `reading` and `pronunciation` are katakana,
    empty for what the dictionary does not know. `part_of_speech` has UniDic's four levels, `inflection` its conjugation
    type and form; `origin` is the vocabulary it belongs to (和, 漢, 外, 固, 混, 記号).
    """

    surface: str
    span: Span
    lemma: str
    base: str
    reading: str
    pronunciation: str
    part_of_speech: tuple[str, str, str, str]
    inflection: tuple[str, str]
    origin: str
    known: bool

    @property
    def is_numeral(self) -> bool:
        """Whether the dictionary takes this for a numeral."""
        return self.part_of_speech[1] == "数詞"

    @property
    def is_name(self) -> bool:
        """Whether this is a proper noun."""
        return self.part_of_speech[1] == "固有名詞"
