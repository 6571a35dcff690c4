"""A short name for an imported article, made of its headline: a proposal that a person sees."""

from __future__ import annotations

import unicodedata

from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.scripts import has_japanese

_MOST_WORDS = 6
_LONGEST = 60
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "for",
        "with",
        "by",
        "is",
        "are",
        "as",
        "from",
        "its",
        "his",
        "her",
        "their",
        "be",
    ]
)
_APOSTROPHES = lazy_pattern("['’ʻ]")
_NO_LETTERS = lazy_pattern("[^a-z0-9]+")
_MONTH = lazy_pattern(r"\d{4}-\d\d(?=-\d\d$)")
_NO_WORDS = frozenset({"助詞", "助動詞", "補助記号", "記号", "空白"})


def propose_slug(title: str, date: str, file_stem: str) -> str:
    """Return a slug: the first words of the title, else of the file's name, with the month before it if it is known.

    Japanese is romanized by its likeliest reading.
    """
    words = _words(title) or _words(file_stem) or ["untitled"]
    month = _MONTH.match(date)
    if month and words[0][:4] != month[0][:4]:
        words = [month[0], *words]
    return "-".join(words)[:_LONGEST].strip("-")


def _words(text: str) -> list[str]:
    if has_japanese(text):
        text = " ".join(_romanized(text))
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).encode("ascii", "ignore").decode().lower()
    words = [word for word in _NO_LETTERS.split(plain) if word]
    telling = [word for word in words if word not in _SMALL]
    return (telling or words)[:_MOST_WORDS]


def _romanized(text: str) -> list[str]:
    from taiyaku.japanese.romaji import hepburn
    from taiyaku.japanese.tokenizer import tokens

    words = [token for token in tokens(text) if token.part_of_speech[0] not in _NO_WORDS]
    return [token.surface if token.surface.isascii() else hepburn(token.reading or token.surface)[0] for token in words]
