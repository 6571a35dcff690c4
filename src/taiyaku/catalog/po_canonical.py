"""The fast way into a PO file: entries laid out as gettext's own tools lay them out.

Each string has its line, and no line an indentation. Whatever is written otherwise, and whatever is wrong, is
not recognized here and goes the exact way, through `po_grammar`; both ways give the same message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from taiyaku.catalog.message import Message
from taiyaku.catalog.po_comments import NO_COMMENTS, Comments, parse_references, sort_comments
from taiyaku.catalog.po_grammar import Entry, EntrySpan
from taiyaku.catalog.po_strings import unescape_named

if TYPE_CHECKING:
    from collections.abc import Sequence

# Possessive throughout, so that nothing backtracks.
_STRINGS = r'((?:"[^"\\\n\x00\x04]*+(?:\\[abfnrtv"\\][^"\\\n\x00\x04]*+)*+"\n)++)'
_COMMENTS = r"((?:#(?:[^~|\n][^\n]*+)?+\n)*+)"
_TEXTS = rf"(?:msgctxt {_STRINGS})?+msgid {_STRINGS}"
_BODY = rf"{_TEXTS}(?:msgstr {_STRINGS}|msgid_plural {_STRINGS}((?:msgstr\[[0-9]\] {_STRINGS})++))"
# Blank lines may part even the strings of one msgstr, so look at what follows them.
_DONE = r'(?=[ \t\r\f\v\n]*+(?:#(?!~[ \t]*+")|m(?!sgstr)|\Z))'
_ACTIVE = re.compile(rf"\n*+{_COMMENTS}((?:#\| [^\n]*+\n)*+){_BODY}{_DONE}")
_OBSOLETE = re.compile(rf"\n*+{_COMMENTS}((?:#~\| [^\n]*+\n)*+)((?:#~ [^\n]*+\n)++){_DONE}")
_OBSOLETE_BODY = re.compile(_BODY)
_PREVIOUS = re.compile(rf"{_TEXTS}(?:msgid_plural {_STRINGS})?+")
_FORM = re.compile(rf"msgstr\[([0-9])\] {_STRINGS}")

_Texts = tuple[str | None, str | None, str | None]
_NO_TEXTS: _Texts = (None, None, None)


class _Draft:
    """A message whose fields are being filled; with a frozen one, that takes ten times as long.

    The slots are the same, so that it only has to be declared a Message when it is done.
    """

    __slots__ = Message.__slots__

    if TYPE_CHECKING:

        def __setattr__(self, name: str, value: object) -> None: ...


def canonical_entry(text: str, offset: int, domain: str | None) -> Entry | None:
    """Return the next entry from `offset` on, or None if it is not laid out in the usual way."""
    match = _ACTIVE.match(text, offset)
    if match is None:
        return _obsolete_entry(text, offset, domain)
    comments, previous, *body = match.groups()
    old = _previous(previous.replace("\n#| ", "\n")[3:]) if previous else _NO_TEXTS
    message = _message(comments, old, body, domain, obsolete=False)
    return None if message is None else Entry(message, EntrySpan(match.start(1), match.end(2), match.end()))


def _obsolete_entry(text: str, offset: int, domain: str | None) -> Entry | None:
    match = _OBSOLETE.match(text, offset)
    if match is None:
        return None
    comments, previous, marked = match.groups()
    body = _OBSOLETE_BODY.fullmatch(marked.replace("\n#~ ", "\n")[3:])
    if body is None:
        return None
    old = _previous(previous.replace("\n#~| ", "\n")[4:]) if previous else _NO_TEXTS
    message = _message(comments, old, body.groups(), domain, obsolete=True)
    return None if message is None else Entry(message, EntrySpan(match.start(1), match.start(3), match.end()))


def _message(
    comments: str, previous: _Texts | None, body: Sequence[str | None], domain: str | None, *, obsolete: bool
) -> Message | None:
    """Build a message out of the parts of an entry; None if its previous texts or plural forms are odd."""
    msgctxt, msgid, msgstr, msgid_plural, plural_forms, _ = body
    forms = _forms(plural_forms) if plural_forms else ()
    if forms is None or previous is None:
        return None
    draft = _Draft()
    draft.msgid = _text(msgid or "")
    draft.msgstr = _text(msgstr) if msgstr else ""
    draft.msgctxt = _text(msgctxt) if msgctxt else None
    draft.translator_comments, draft.extracted_comments, draft.references, draft.flags, draft.other_comments = (
        _comments(comments) if comments else NO_COMMENTS
    )
    draft.previous_msgctxt, draft.previous_msgid, draft.previous_msgid_plural = previous
    draft.obsolete = obsolete
    draft.msgid_plural = _text(msgid_plural) if msgid_plural else None
    draft.plural_forms = forms
    draft.domain = domain
    draft.domain_comments = ()
    draft.__class__ = Message  # type: ignore[assignment]  # of the same layout, which is what Python asks for
    return cast("Message", draft)


def _text(lines: str) -> str:
    """Return the text of one or more lines that hold one string each."""
    raw = lines[1:-2]
    if "\n" in raw:
        raw = raw.replace('"\n"', "")
    return unescape_named(raw) if "\\" in raw else raw


def _comments(block: str) -> Comments:
    if block.startswith("#: ") and block.find("\n") == len(block) - 1:
        return Comments((), (), tuple(parse_references(block[3:-1])), (), ())
    return sort_comments(block[:-1].split("\n"))


def _previous(block: str) -> _Texts | None:
    """Return the previous msgctxt, msgid and msgid_plural, or None where they are not in the usual layout."""
    match = _PREVIOUS.fullmatch(block)
    if match is None:
        return None
    msgctxt, msgid, msgid_plural = (lines and _text(lines) for lines in match.groups())
    return msgctxt, msgid, msgid_plural


def _forms(block: str) -> tuple[str, ...] | None:
    """Return the plural forms, or None where their numbers are not 0, 1, 2 ..."""
    found = [(int(number), _text(lines)) for number, lines in _FORM.findall(block)]
    if [number for number, _ in found] != list(range(len(found))):
        return None
    return tuple(form for _, form in found)
