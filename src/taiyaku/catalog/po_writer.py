"""Writing PO text, unwrapped: the same bytes as `msgcat --no-wrap`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from taiyaku.catalog.header import header_message
from taiyaku.catalog.po_comments import reference_text
from taiyaku.catalog.po_strings import quoted
from taiyaku.errors import CatalogError, Phrase

if TYPE_CHECKING:
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Message


def dump(catalog: Catalog) -> str:
    """Return the whole catalog as the text of a PO file in UTF-8.

    Raises CatalogError for a line break in a comment, flag or reference: it would start a line of its own.
    """
    parts = []
    domain = None
    header = header_message(catalog)
    for message in catalog.messages if header is None else (header, *catalog.messages):
        if message.domain != domain or message.domain_comments:
            domain = message.domain
            parts.append(f"{_checked([*message.domain_comments])}domain {quoted(domain or 'messages')}\n")
        parts.append(entry_text(message))
    if catalog.trailing_comments:
        parts.append(tail_text(catalog))
    return "\n".join(parts)


def entry_text(message: Message) -> str:
    """Return one message as it stands in a file, with its last line's end. Raises as `dump` does."""
    mark = "#~ " if message.obsolete else ""
    text = _comment_lines(message)
    if message.previous_msgid is not None:
        text += _previous_lines(message)
    if message.msgctxt is not None:
        text += _field("msgctxt", message.msgctxt, mark)
    text += _field("msgid", message.msgid, mark)
    if message.msgid_plural is not None:
        text += _field("msgid_plural", message.msgid_plural, mark)
    return text + translation_text(message)


def translation_text(message: Message) -> str:
    """Return the last lines of a message, those of its translation."""
    mark = "#~ " if message.obsolete else ""
    if message.msgid_plural is None:
        return _field("msgstr", message.msgstr, mark)
    return "".join([_field(f"msgstr[{number}]", form, mark) for number, form in enumerate(message.plural_forms)])


def tail_text(catalog: Catalog) -> str:
    """Return the comments after the last message."""
    return _checked(list(catalog.trailing_comments))


def _comment_lines(message: Message) -> str:
    lines: list[str] = []
    if message.translator_comments:
        lines += [f"# {line}" if line else "#" for line in message.translator_comments]
    if message.extracted_comments:
        lines += [f"#. {line}" if line else "#." for line in message.extracted_comments]
    lines += message.other_comments
    if message.references:
        lines.append(_reference_line(message.references))
    if message.flags:
        lines.append("#, " + ", ".join(message.flags))
    return _checked(lines) if lines else ""


@lru_cache(maxsize=64)  # all messages of an article have the same
def _reference_line(references: tuple[str, ...]) -> str:
    return "#: " + " ".join(map(reference_text, references))


def _checked(lines: list[str]) -> str:
    """Join comment lines; none of them may hold a line break, or end with half of one."""
    text = "\n".join([*lines, ""])
    if text.count("\n") != len(lines) or "\r\n" in text:
        bad = next(line for line in lines if "\n" in line or line.endswith("\r"))
        raise CatalogError(
            Phrase("a line break inside the comment {comment}", comment=repr(bad)),
            hint=Phrase("make it two comments; nothing was written"),
        )
    return text


def _field(keyword: str, text: str, mark: str) -> str:
    lines = quoted(text)
    if mark and "\n" in lines:
        lines = lines.replace("\n", f"\n{mark}")
    return f"{mark}{keyword} {lines}\n"


def _previous_lines(message: Message) -> str:
    mark = "#~| " if message.obsolete else "#| "
    texts = (
        ("msgctxt", message.previous_msgctxt),
        ("msgid", message.previous_msgid),
        ("msgid_plural", message.previous_msgid_plural),
    )
    return "".join([_field(keyword, text, mark) for keyword, text in texts if text is not None])
