"""Places in Markdown: how a text reads there, and how it must be written to be read so again.

The two are inverse: `decode` takes off what `encode` puts on, so that a translator never sees a backslash that only
the place needs. CommonMark 0.31 and GitHub Flavored Markdown say what starts a block.
"""

from __future__ import annotations

import re
from typing import Literal

PlaceKind = Literal["block", "heading", "setext", "cell", "alt", "title", "metadata"]
"""`block` is running text at the start of a line; `heading` stands behind its #; `title` between quotation marks."""

_LEAD = re.compile(
    r"""(?x)
    (?P<digits>\d{1,9}) [.)] (?=[ \t]|$)            # ordered list
    | [-+*] (?=[ \t]|$)                             # bullet list
    | \#{1,6} (?=[ \t]|$)                           # heading
    | >                                             # quotation
    | (?:=+|-+) [ \t]* $                            # underline of a heading
    | ([-*_]) (?:[ \t]* \2){2,} [ \t]* $            # rule
    | ``` [^`]* $ | ~~~                             # fenced code
    | : (?=[ \t])                                   # definition
    | \[ (?: \^? (?:[^\[\]\\]|\\.)+ \] : | [ xX] \] (?=[ \t]|$) | ! (?:NOTE|TIP|IMPORTANT|WARNING|CAUTION) \] )
    | \|? [ \t]* :? -+ :? [ \t]* (?: \| [ \t]* :? -+ :? [ \t]* )* \|? [ \t]* $    # second line of a table
    """,
    re.IGNORECASE,
)
_ESCAPED_LEAD = re.compile(r"(?P<digits>\d{0,9})\\(?=[!-/:-@\[-`{-~])")
_CLOSING_HASHES = re.compile(r"(?:(?<=[ \t])|^)(?=#+$)")
_HEADING_ATTRIBUTES = re.compile(
    r"\{[ \t]*((?:[#.][^\s{}]+|[A-Za-z_][\w-]*=[^\s{}]*)(?:[ \t]+[^\s{}]+)*)[ \t]*\}",
)
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def heading_attributes(text: str) -> re.Match[str] | None:
    """Return the match of `{#id .class name=value}` at the end of a heading; group 1 is what the braces hold.

    The syntax is pulldown-cmark's, except that the first word must be an id, a class or name=value, so that a
    reading (`{朝霧|あさぎり}`) stays text.
    """
    start = text.rfind("{")
    return _HEADING_ATTRIBUTES.fullmatch(text, start) if start >= 0 else None


def escape_lead(line: str) -> str:
    """Put a backslash where the beginning of `line` would start a block instead of text."""
    match = _LEAD.match(line)
    if match is None:
        return line
    at = len(match["digits"] or "")
    return f"{line[:at]}\\{line[at:]}"


def _plain_lead(line: str) -> str:
    match = _ESCAPED_LEAD.match(line)
    if match is None:
        return line
    plain = match["digits"] + line[match.end() :]
    return plain if escape_lead(plain) == line else line


def decode(text: str, kind: PlaceKind, quote: str = "") -> str:
    """Return what a translator sees of `text`, joined lines of the source in a place of this kind.

    `quote` is the closing quotation mark of a title.
    """
    if kind in {"block", "setext"}:
        return "\n".join(_plain_lead(line) for line in text.split("\n"))
    if kind == "heading":
        plain = re.sub(r"\\(?=#+$)", "", text)
        return plain if plain != text and _escape_heading(plain) == text else text
    if kind == "cell":
        return text.replace("\\|", "|")
    if kind == "title":
        return text.replace(f"\\{quote}", quote)
    return text


def settle(text: str, kind: PlaceKind, *, joiner: str = " ") -> list[str]:
    """Return the paragraphs of a translation as they can stand in this place, lines of a paragraph divided by LF.

    Blank lines divide paragraphs of running text. A heading, an alternative text and a title have one line: there
    `joiner` takes the place of a line break. A cell breaks its lines with <br>.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")
    if kind == "block":
        return [_BREAK.sub("\n", paragraph.strip(" \t")) for paragraph in _BLANK_LINES.split(text)]
    if kind == "cell":
        return [_BREAK.sub("<br>", text)]
    if kind == "metadata":
        return [text]
    return [re.sub(r"[ \t]*\n\s*", joiner, text)]


def encode(text: str, kind: PlaceKind, quote: str = "") -> str:
    """Return one settled paragraph so that it reads as the same text in a place of this kind; LF stays LF."""
    if kind in {"block", "setext"}:
        return "\n".join(escape_lead(line) for line in text.split("\n"))
    if kind == "heading":
        return _escape_heading(text)
    if kind == "cell":
        return text.replace("|", "\\|") + (" " if _ends_escaping(text) else "")
    if kind == "title":
        return text.replace(quote, f"\\{quote}")
    return text


def _escape_heading(text: str) -> str:
    escaped = _CLOSING_HASHES.sub(r"\\", text, count=1)
    attributes = heading_attributes(escaped)
    return f"{escaped[: attributes.start()]}\\{attributes[0]}" if attributes else escaped


def _ends_escaping(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
