"""The tokens of PO files, exactly as GNU gettext's lexer takes them (gettext-tools/src/po-lex.c).

Layout means nothing to it: strings may share a line or stand apart, and blank lines may fall anywhere. Only `#~`
and `#|` reach to the end of their line, whose tokens they make obsolete or previous.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, NoReturn

from taiyaku.catalog.po_strings import EscapeError, unescape
from taiyaku.errors import CatalogError, Phrase
from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["comment", "keyword", "string", "number", "[", "]", "end"]

_BLANK = re.compile(r"[ \t\r\f\v]*")
_STRING = re.compile(r'"([^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+)(")?')
_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_NUMBER = re.compile(r"[0-9]+")
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)")
_FORBIDDEN = re.compile("[\x00\x04]")
_KEYWORDS = {"domain", "msgctxt", "msgid", "msgid_plural", "msgstr"}


class Token(NamedTuple):
    """One token; `value` is the text of a string, the word of a keyword, the whole line of a comment."""

    kind: Kind
    value: str
    start: int
    end: int
    obsolete: bool = False
    previous: bool = False


class Source:
    """The text of one PO file, and the way to complain about a place in it."""

    def __init__(self, text: str, path: Path, encoding: str) -> None:
        self.text = text
        self.path = path
        self.encoding = encoding

    def fail(self, offset: int, what: Phrase, hint: Phrase) -> NoReturn:
        """Raise CatalogError for the place at `offset`."""
        position = LineIndex(self.text).position(offset)
        raise CatalogError(what, path=self.path, position=position, hint=hint)


class Lexer:
    """Gives the tokens of `source` from an offset on, one at a time."""

    def __init__(self, source: Source, offset: int) -> None:
        self._source = source
        self._text = source.text
        self._offset = offset
        self._obsolete = False
        self._previous = False

    def next(self) -> Token:
        """Return the next token; at the end of the text, "end" again and again."""
        self._skip_layout()
        start = self._offset
        char = self._text[start : start + 1]
        if not char:
            return Token("end", "", start, start)
        if char == "#":
            token = self._comment(start)
        elif char == '"':
            token = self._string(start)
        elif match := _WORD.match(self._text, start):
            token = self._keyword(match)
        elif match := _NUMBER.match(self._text, start):
            token = Token("number", match[0], start, match.end(), self._obsolete)
        elif char in {"[", "]"}:
            token = Token("[" if char == "[" else "]", char, start, start + 1, self._obsolete)
        else:
            self._stray(start)
        self._offset = token.end
        return token

    def _skip_layout(self) -> None:
        """Pass over blanks, line ends and the two markers of lines."""
        while True:
            match = _BLANK.match(self._text, self._offset)
            self._offset = match.end() if match else self._offset
            if self._text.startswith("\n", self._offset):
                self._obsolete = self._previous = False
                self._offset += 1
            elif self._text.startswith("#~", self._offset):
                self._obsolete = True
                self._offset += 2
                if self._text.startswith("|", self._offset):
                    self._previous = True
                    self._offset += 1
            elif self._text.startswith("#|", self._offset):
                self._previous = True
                self._offset += 2
            else:
                return

    def _comment(self, start: int) -> Token:
        newline = self._text.find("\n", start)
        end = len(self._text) if newline == -1 else newline
        if newline == -1:
            self._source.fail(
                start,
                Phrase("the file ends inside a comment and may have been cut"),
                Phrase("restore the rest, or end the last line with a line break; nothing was changed"),
            )
        return Token("comment", self._text[start:end].rstrip("\r"), start, end)

    def _unclosed(self, start: int) -> NoReturn:
        """Refuse a string; closing the last one of a cut file would make half a sentence of it."""
        if "\n" not in self._text[start:]:
            self._source.fail(
                start,
                Phrase("the file ends inside a string: it was cut"),
                Phrase(
                    "take it from version control or a backup; or move it away, and type `taiyaku update` and then "
                    "`taiyaku restore`; nothing was changed"
                ),
            )
        self._source.fail(
            start,
            Phrase("the string is not closed"),
            Phrase("close it with a quotation mark on the same line; nothing was changed"),
        )

    def _string(self, start: int) -> Token:
        match = _STRING.match(self._text, start)
        if match is None or match[2] is None:
            self._unclosed(start)
        if forbidden := _FORBIDDEN.search(match[1]):
            self._source.fail(
                match.start(1) + forbidden.start(),
                Phrase("a character that no catalog can hold (U+{code})", code=f"{ord(forbidden[0]):04X}"),
                Phrase("remove it; nothing was changed"),
            )
        return Token("string", self._value(match), start, match.end(), self._obsolete, self._previous)

    def _value(self, match: re.Match[str]) -> str:
        try:
            return unescape(match[1], self._source.encoding)
        except EscapeError as error:
            self._source.fail(
                match.start(1) + error.offset,
                Phrase("the escape {escape} means nothing here", escape=error.escape),
                Phrase("write a backslash itself as two backslashes; nothing was changed"),
            )

    def _keyword(self, match: re.Match[str]) -> Token:
        if match[0] not in _KEYWORDS:
            self._source.fail(
                match.start(),
                Phrase("the keyword {word} is not known", word=match[0]),
                Phrase("a line starts with #, msgctxt, msgid, msgstr or a quotation mark; nothing was changed"),
            )
        return Token("keyword", match[0], match.start(), match.end(), self._obsolete, self._previous)

    def _stray(self, start: int) -> NoReturn:
        """Complain about what can start no token: most often git's conflict markers."""
        at_line_start = start == 0 or self._text[start - 1] == "\n"
        if at_line_start and _CONFLICT.match(self._text, start):
            self._source.fail(
                start,
                Phrase("an unresolved conflict of a merge"),
                Phrase("keep one of the two sides and remove the conflict markers; nothing was changed"),
            )
        self._source.fail(
            start,
            Phrase("{char} cannot stand here", char=repr(self._text[start])),
            Phrase("put it between quotation marks, or remove it; nothing was changed"),
        )
