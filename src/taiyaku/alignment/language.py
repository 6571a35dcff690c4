"""Passages of a translation that were not translated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.alignment.clues import is_common_word
from taiyaku.alignment.marks import without_addresses
from taiyaku.errors import Phrase
from taiyaku.text.scripts import JAPANESE, has_japanese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.article.document import Document

UNTRANSLATED = Phrase("the translation leaves it in the words of the original")
WRONG_LANGUAGE = Phrase("its partner is not in the language of the translation")
_NO_PROSE = re.compile(r"(`+).+?\1|<[^>]*>|\{[^}]*\}|\S+@\S+|\S*[./_\\=:$#]\w\S*|\[\^[^\]]*\]")
"""What in a text no one translates: code, tags, addresses, names of files."""
_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]{2,}(?![\w-])")
_OF_NAMES = frozenset({"of", "the", "and", "for", "de", "la", "van", "von", "in", "on", "at", "to", "by", "an", "or"})
"""Small words that stand in names, too."""
_LATIN = re.compile(r"[A-Za-z]")


def language_fault(
    original: Document, translation: Document, ours: Sequence[int], theirs: Sequence[int]
) -> Phrase | None:
    """Say that a passage was not translated: it has the original's words, or its script. Names and code may."""
    source = "\n".join(original.segments[index].text for index in ours)
    target = "\n".join(translation.segments[index].text for index in theirs)
    if not has_japanese(source) and not is_prose(source):
        return None
    if source == target:
        return UNTRANSLATED
    kana_and_han, latin = len(JAPANESE.findall(target)), len(_LATIN.findall(target))
    right = kana_and_han > 0 if translation.locale.partition("-")[0] == "ja" else latin > kana_and_han
    return None if right else WRONG_LANGUAGE


def is_prose(text: str) -> bool:
    """Whether an English text has words that a translation does not leave as they are.

    Of several words one in small letters tells, or that all are common words; of one word only that. `React`, `string`,
    `Google Docs`, `Bank of America` may be names or code.
    """
    words = _WORD.findall(_NO_PROSE.sub(" ", without_addresses(text)))
    telling = [word for word in words if word not in _OF_NAMES]
    if not telling or (len(telling) == 1 and telling[0].islower()):
        return False
    return any(word.islower() for word in telling) or all(map(is_common_word, telling))
