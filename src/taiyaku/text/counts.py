"""How much text there is: words of English, characters of Japanese, as translators are paid for them.

What nobody translates is not counted: mark-up, code, addresses. The rule is told in docs/catalogs.md.
"""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_ESCAPED = "\\"  # stands for any character that a backslash took the meaning from; neither a letter nor a bracket

_FIRST = lazy_pattern(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<code>(`{1,9})(?!`)[^`]{0,1000}(?:(?!\3(?!`))`+[^`]{1,1000}){0,20}\3(?!`))
    |<!--.{0,1000}?-->
    |<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>       # an address in angle brackets
    |(?P<space><br\b[^<>]*>)
    |</?[A-Za-z][^<>]*>
    |\[\^[^\[\]\s]+\]                                                     # a reference to a footnote
    """,
    re.VERBOSE | re.DOTALL,
)
_LINK = lazy_pattern(
    r"""!?\[(?P<text>[^\[\]]*)\]
    (?:\(\s*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*+)(?:\s+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'))?\s*\)
    |\[[^\[\]]*\])""",
    re.VERBOSE,
)
_RUBY = lazy_pattern(
    r"\{(?=[^{}]*[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])([^{}|\n]+)\|[^{}|\n]+\}"
)
_URL = lazy_pattern(r"(?:\b(?:https?|ftp)://|\bwww\.)[!-;=?-Z_a-z~]*[A-Za-z0-9/=&\#%_~-]", re.ASCII)
_MAIL = lazy_pattern(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,9}", re.ASCII
)
_EMPHASIS = lazy_pattern(r"(?<!\s)\*+|\*+(?!\s|\Z)|~~|(?<!\w)_++(?=\S)|(?<=[^\s_])_+(?![^\W_])")

# Soft hyphens, joiners, marks of direction, variation selectors, and the accents that stand on the letter before.
_UNSEEN = lazy_pattern(
    "[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3099\u309a\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+"
)
_WORD = lazy_pattern(r"[^\W_]+(?:(?:['’\-‐‑_.&]|(?<=[0-9])[,:/](?=[0-9]))[^\W_]+)*")


class Amount(NamedTuple):
    """How much text there is to translate."""

    words: int
    characters: int


def amount(text: str) -> Amount:
    """Count the words and the characters in `text`, the text of a segment.

    A word is a run of letters and digits, with an apostrophe, a hyphen, a full stop, an ampersand or an underscore
    inside it (`don't`, `well-known`, `U.S.`, `AT&T`), and between digits a comma, a colon or a slash (`1,200`,
    `10:30`): UAX 29, but not divided at hyphens and the like. Japanese has no words in this sense; a run of it counts
    as one. Characters are all but white space; punctuation counts.
    """
    text = readable(text)
    return Amount(len(_WORD.findall(text)), sum(map(len, text.split())))


def readable(text: str) -> str:
    """Return what is to be translated of `text`: without mark-up, code, addresses and what cannot be seen.

    Of a link stay its text and its title, of an image its alternative text, of ruby the base.
    """
    for signs, strip in _STRIPPERS:  # most texts have no mark-up: to look for its signs costs less than to search
        if any(sign in text for sign in signs):
            text = strip(text)
    return text if text.isascii() else _UNSEEN.sub("", text)


def _without_links(text: str) -> str:
    found = 1
    while found:  # from the innermost outwards: an image may stand in a link
        text, found = _LINK.subn(_link_text, text)
    return text


def _plain(match: re.Match[str]) -> str:
    if match["escape"]:
        return _ESCAPED
    return " " if match["code"] or match["space"] else ""


def _link_text(match: re.Match[str]) -> str:
    title = match["double"] or match["single"]
    return f"{match['text']} {title}" if title else match["text"]


_STRIPPERS: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    (("\\", "`", "<", "[^"), partial(_FIRST.sub, _plain)),
    (("](", "]["), _without_links),
    (("&",), unescape),
    (("{",), partial(_RUBY.sub, r"\1")),
    (("://", "www."), partial(_URL.sub, " ")),
    (("@",), partial(_MAIL.sub, " ")),
    (("*", "_", "~~"), partial(_EMPHASIS.sub, "")),
)
"""What takes a kind of mark-up out of a text, each with the signs without which there is none; in this order."""
