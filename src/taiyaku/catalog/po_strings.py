"""The strings of PO files: between the quoted form in a file and the text that a program sees.

GNU gettext manual, "The Format of PO Files": strings follow the C syntax of escapes; adjacent ones are joined.
"""

from __future__ import annotations

import re

_NAMED = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_RARE = {ord(char): f"\\{name}" for name, char in _NAMED.items() if name in "rabfv"}
_SIMPLE_ESCAPE = re.compile(r"\\(.)")
# Numbers are bytes of the file's charset, so that a run of them has to be decoded as one.
_ANY_ESCAPE = re.compile(r"(?P<bytes>(?:\\(?:x[0-9A-Fa-f]+|[0-7]{1,3}))+)|\\(?P<name>.)", re.DOTALL)
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]{1,3}))")

_FORBIDDEN = re.compile("[\x00\x04]")


class EscapeError(ValueError):
    """An escape that means nothing; `offset` counts from the start of the raw text."""

    def __init__(self, escape: str, offset: int) -> None:
        super().__init__(escape)
        self.escape = escape
        self.offset = offset


def unescape_named(raw: str) -> str:
    r"""Resolve the escapes of `raw`, which has none but the nine named ones (`\n`, `\"`, ...)."""
    if "\\\\" not in raw:
        text = raw.replace("\\n", "\n").replace('\\"', '"').replace("\\t", "\t")
        if "\\" not in text:
            return text
    return _SIMPLE_ESCAPE.sub(lambda match: _NAMED[match[1]], raw)


def unescape(raw: str, encoding: str) -> str:
    r"""Resolve every escape of GNU gettext in `raw`: named, octal (`\343`) and hexadecimal (`\xe3`).

    `encoding` is the Python codec of the file. Raises EscapeError for an unknown escape, for bytes that are no
    text in that encoding, and for the two characters that compiled catalogs cannot hold (NUL and EOT).
    """

    def resolved(match: re.Match[str]) -> str:
        if match["bytes"] is None:
            if match["name"] not in _NAMED:
                raise EscapeError(match[0], match.start())
            return _NAMED[match["name"]]
        # A C compiler keeps the low eight bits of a longer number, and so does gettext.
        values = [int(h, 16) if h else int(o, 8) for h, o in _BYTE.findall(match[0])]
        try:
            text = bytes(value & 0xFF for value in values).decode(encoding)
        except UnicodeDecodeError:
            raise EscapeError(match[0], match.start()) from None
        if _FORBIDDEN.search(text):
            raise EscapeError(match[0], match.start())
        return text

    return _ANY_ESCAPE.sub(resolved, raw)


def escape(text: str) -> str:
    """Return `text` with the escapes that `msgcat` writes; other control characters stay as they are."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if '"' in text:
        text = text.replace('"', '\\"')
    if "\n" in text:
        text = text.replace("\n", "\\n")
    if "\t" in text:
        text = text.replace("\t", "\\t")
    if "\r" in text or "\a" in text or "\b" in text or "\f" in text or "\v" in text:  # a regex takes ten times as long
        text = text.translate(_RARE)
    return text


def quoted(text: str) -> str:
    r"""Return `text` between quotation marks as `msgcat --no-wrap` does: a new line only after each `\n`."""
    if not text:
        return '""'
    end = text.find("\n")
    if end == -1 or end == len(text) - 1:
        return f'"{escape(text)}"'
    return '""\n' + "\n".join([f'"{escape(line)}"' for line in _lines(text)])


def _lines(text: str) -> list[str]:
    """Split after each LF, and at nothing else (`str.splitlines` knows ten more line ends)."""
    parts = text.split("\n")
    lines = [part + "\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines
