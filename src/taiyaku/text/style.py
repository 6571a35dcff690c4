"""What of a text is style alone: how wide its white space is, and whether its quotation marks are curly."""

from __future__ import annotations

import re

_LITERAL = re.compile(r"(`+[^`]*`+|\]\([^()]*\)|<[^<>]*>)")
"""What stands for itself in Markdown: code, the addresses and titles of links, HTML."""
_MARKUP = re.compile(
    r"`+[^`]*`+|\]\((?:[^()]|\([^()]*\))*\)|\]\[[^\[\]]*\]|\[\^[^\]]*\]|<[^<>]*>|\{[^{}]*\}|&#?\w+;|%\(\w+\)\w|%[sd]"
    r"|https?://[^\s<>()]+|[\w.+-]+@[\w-]+\.[\w.-]+|\*+|~~|__|!\["
)
"""What a translation repeats of a text, or must follow: code, addresses, HTML, placeholders, readings, emphasis."""
_QUOTES = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
_DASH = re.compile(r" ?(—+) ?")
_BLANKS = re.compile(r"\s+")
# Scripts without spaces between words, and their punctuation; hangul has spaces.
_UNSPACED = r"[\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
_LOOSE = re.compile(rf" (?={_UNSPACED})|(?<={_UNSPACED}) ")


def unstyled(text: str) -> str:
    """Return `text` without what is style alone: equal for two texts that say the same in the same words.

    White space counts once, not at all beside Japanese characters, around em dashes and at the ends; curly and straight
    quotation marks of English are one. 「」 and 『』 are not, nor is anything inside code, links' addresses and HTML.
    """
    if text.isascii() and not _needs_work(text):
        return text
    pieces = _LITERAL.split(text)
    pieces[::2] = [_plain(piece) for piece in pieces[::2]]
    return "".join(pieces).strip()


def markup(text: str) -> list[str]:
    """Return what of `text` is mark-up that its translation has as well, in order: equal if none of it changed."""
    return _MARKUP.findall(text)


def _needs_work(text: str) -> bool:
    return "  " in text or not text.isprintable() or text != text.strip()


def _plain(piece: str) -> str:
    piece = _BLANKS.sub(" ", piece.translate(_QUOTES))
    return _LOOSE.sub("", _DASH.sub(r"\1", piece))
