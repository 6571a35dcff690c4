"""One message of a PO file in any layout that GNU gettext reads (gettext-tools/src/po-gram-gen.y).

The exact way, and the only one that reports errors; `po_reader` reads the usual layout itself, faster.
"""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from taiyaku.catalog.message import Message
from taiyaku.catalog.po_comments import sort_comments
from taiyaku.catalog.po_lexer import Lexer, Source, Token
from taiyaku.errors import Phrase

_MARKER = re.compile(r"[ \t\r\f\v]*(#~\|?|#\|)[ \t\r\f\v]*")
_REST_OF_LINE = re.compile(r"[ \t\r\f\v]*(?:\n|\Z)")


class EntrySpan(NamedTuple):
    """Where an entry stands in its file's text: its first comment, its first keyword, past its last line's end.

    The `#~` or `#|` before a keyword counts as part of it.
    """

    start: int
    body: int
    end: int

    def text_of(self, text: str) -> str:
        """Return the whole entry out of its file's text."""
        return text[self.start : self.end]


class Entry(NamedTuple):
    """A message and where it was read."""

    message: Message
    span: EntrySpan


class Tail(NamedTuple):
    """The comments after the last message."""

    comments: tuple[str, ...]


class _Texts(NamedTuple):
    """What stands before `msgstr`, or what stood there when the translation was made (`#|`)."""

    msgctxt: str | None = None
    msgid: str | None = None
    msgid_plural: str | None = None


class EntryParser:
    """Reads one entry of `source` from `offset` on; `domain` is the one that holds there, and afterwards."""

    def __init__(self, source: Source, offset: int, domain: str | None = None) -> None:
        self._source = source
        self._lexer = Lexer(source, offset)
        self._token = self._lexer.next()
        self._end = offset
        self._obsolete: bool | None = None
        self.domain = domain

    def parse(self) -> Entry | Tail:
        """Return the entry, or the tail of the file. Raises CatalogError."""
        start = self._with_marker(self._token)
        comments, above_domain = self._comments_and_domains()
        if self._token.kind == "end":
            return Tail((*above_domain, *comments))
        previous = self._previous()
        body = self._with_marker(self._token)
        texts = self._texts()
        msgstr, forms = self._translation(texts)
        sorted_ = sort_comments(comments)
        message = Message(
            msgid=texts.msgid or "",
            msgstr=msgstr,
            msgctxt=texts.msgctxt,
            flags=sorted_.flags,
            references=sorted_.references,
            extracted_comments=sorted_.extracted,
            translator_comments=sorted_.translator,
            previous_msgid=previous.msgid,
            previous_msgctxt=previous.msgctxt,
            obsolete=bool(self._obsolete),
            msgid_plural=texts.msgid_plural,
            plural_forms=forms,
            previous_msgid_plural=previous.msgid_plural,
            other_comments=sorted_.other,
            domain=self.domain,
            domain_comments=above_domain,
        )
        return Entry(message, EntrySpan(start, body, self._line_end()))

    def _comments_and_domains(self) -> tuple[list[str], tuple[str, ...]]:
        """Take what may stand before a message: comments, and `domain` directives with comments of their own."""
        comments: list[str] = []
        above_domain: list[str] = []
        while True:
            if self._token.kind == "comment":
                comments.append(self._take().value)
            elif self._is("domain"):
                self._take()
                self.domain = self._string()
                self._obsolete = None
                above_domain += comments
                comments = []
            else:
                return comments, tuple(above_domain)

    def _previous(self) -> _Texts:
        """Take the `#|` lines, if there are any."""
        if not (self._token.kind == "keyword" and self._token.previous):
            return _Texts()
        return self._texts(previous=True)

    def _texts(self, *, previous: bool = False) -> _Texts:
        """Take `msgctxt`, `msgid` and `msgid_plural`, or those of the previous message."""
        msgctxt = self._field("msgctxt", previous=previous)
        msgid = self._field("msgid", previous=previous)
        if msgid is None:
            self._unexpected()
        return _Texts(msgctxt, msgid, self._field("msgid_plural", previous=previous))

    def _field(self, keyword: str, *, previous: bool) -> str | None:
        if not (self._is(keyword) and self._token.previous == previous):
            return None
        self._take_consistent()
        return self._string(previous=previous)

    def _translation(self, texts: _Texts) -> tuple[str, tuple[str, ...]]:
        """Take `msgstr`, or its plural forms; one of the two is empty."""
        if not self._is("msgstr") or self._token.previous:
            self._missing_msgstr()
        if texts.msgid_plural is not None:
            return "", self._plural_forms()
        self._take_consistent()
        if self._token.kind == "[":
            self._fail(Phrase("plural forms without msgid_plural"), Phrase("write msgstr without a number"))
        return self._string(), ()

    def _plural_forms(self) -> tuple[str, ...]:
        forms: list[str] = []
        while self._is("msgstr") and not self._token.previous:
            self._take_consistent()
            number = self._index()
            if int(number.value) != len(forms):
                self._fail(
                    Phrase("plural form {found} where {wanted} comes next", found=number.value, wanted=len(forms)),
                    Phrase("number the forms from 0 on, without a gap"),
                    number,
                )
            forms.append(self._string())
        return tuple(forms)

    def _index(self) -> Token:
        """Take `[n]`; return the number."""
        number = self._token
        for kind in ("[", "number", "]"):
            if self._token.kind != kind:
                self._fail(Phrase("a plural form needs its number"), Phrase('write msgstr[0] "...", msgstr[1] "..."'))
            token = self._take_consistent()
            number = token if kind == "number" else number
        return number

    def _string(self, *, previous: bool = False) -> str:
        """Take one or more strings; they are one text."""
        parts: list[str] = []
        while self._token.kind == "string" and self._token.previous == previous:
            parts.append(self._take_consistent().value)
        if not parts:
            self._fail(Phrase("a string is missing here"), Phrase('write "" for an empty one'))
        return "".join(parts)

    def _is(self, keyword: str) -> bool:
        return self._token.kind == "keyword" and self._token.value == keyword

    def _take(self) -> Token:
        token = self._token
        self._end = token.end
        self._token = self._lexer.next()
        return token

    def _take_consistent(self) -> Token:
        """Take a token of a message: all of them are obsolete, or none is."""
        if self._obsolete is None:
            self._obsolete = self._token.obsolete
        elif self._obsolete != self._token.obsolete:
            self._fail(
                Phrase("#~ before some lines of a message only"),
                Phrase("put it before all of them, or before none"),
            )
        return self._take()

    def _with_marker(self, token: Token) -> int:
        """Return where `token` starts, or the `#~` or `#|` before it."""
        line = self._source.text.rfind("\n", 0, token.start) + 1
        match = _MARKER.match(self._source.text, line)
        return match.start(1) if match and match.end() == token.start else token.start

    def _line_end(self) -> int:
        """Return where the entry ends: with its last line, unless something else shares that line."""
        match = _REST_OF_LINE.match(self._source.text, self._end)
        return match.end() if match else self._end

    def _fail(self, what: Phrase, hint: Phrase, token: Token | None = None) -> NoReturn:
        """Complain about a token, the next one if no other is given."""
        nothing_changed = Phrase("{hint}; nothing was changed", hint=hint)
        self._source.fail((token or self._token).start, what, nothing_changed)

    def _missing_msgstr(self) -> NoReturn:
        if self._token.kind == "comment":
            self._unexpected()
        self._fail(
            Phrase("this message has no msgstr")
            if self._token.kind != "end"
            else Phrase("the last message has no msgstr"),
            Phrase('write msgstr "" after its msgid, or restore what was cut off'),
        )

    def _unexpected(self) -> NoReturn:
        """Complain about a token that cannot start or continue a message."""
        token = self._token
        if token.kind == "comment":
            what, hint = Phrase("a comment inside a message"), Phrase("move it above the message")
        elif token.kind == "string":
            what, hint = (
                Phrase("a string that belongs to no message"),
                Phrase("write msgid or msgstr before it"),
            )
        elif token.kind == "end":
            what, hint = Phrase("the last message has no msgid"), Phrase("restore what was cut off")
        elif token.kind == "keyword":
            what = Phrase("{keyword} cannot stand here", keyword=token.value)
            hint = Phrase("a message is msgctxt (if any), msgid, msgstr, in this order")
        else:
            what, hint = Phrase("{char} cannot stand here", char=token.value), Phrase("remove it")
        self._fail(what, hint)
