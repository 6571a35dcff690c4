"""Places in Markdown: how a text reads there, and how it must be written to be read so again.

The two are inverse: `decode` takes off what `encode` puts on, so that a translator never sees a backslash that only
the place needs. CommonMark 0.31 and GitHub Flavored Markdown say what starts a block.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from taiyaku.formats.markdown.dialects.token import decoded_value, encoded_value
from taiyaku.formats.markdown.emphasis import closed, opened

PlaceKind = Literal["block", "heading", "setext", "cell", "alt", "title", "metadata", "parameter"]
"""`block` is running text at the start of a line; `heading` stands behind its #; `title` between quotation marks;
`parameter` in a tag of a dialect, where `quote` says how its quotation mark is written."""

_LEAD = r"""(?xi)
    (?P<digits>\d{1,9}) [.)] (?=[ \t]|$)            # ordered list
    | [-+*] (?=[ \t]|$)                             # bullet list
    | \#{1,6} (?=[ \t]|$)                           # heading
    | >                                             # quotation
    | (?:=+|-+) [ \t]* $                            # underline of a heading
    | ([-*_]) (?:[ \t]* \2){2,} [ \t]* $            # rule
    | ``` [^`]* $ | ~~~                             # fenced code
    | : (?=[ \t])                                   # definition
    | \[ (?: \^? (?:[^\[\]\\]|\\.)+ \] : | [ xX] \] (?=[ \t]|$) | ! (?:NOTE|TIP|IMPORTANT|WARNING|CAUTION) \] )
    | \|? [ \t]* :? -+ :? [ \t]* (?: \| [ \t]* :? -+ :? [ \t]* )* (?: \| [ \t]* )? $    # second line of a table
    """
"""What starts a block; compiled when first asked for, since few articles need it to be read."""
_ESCAPED_LEAD = re.compile(r"(?P<digits>\d{0,9})\\(?=[!-/:-@\[-`{-~])")
_CLOSING_HASHES = re.compile(r"(?:(?<=[ \t])|^)(?=#+$)")
_ESCAPED_HEADING_END = re.compile(r"\\(?=#+$|\{[^{}]*\}$)")
_HEADING_ATTRIBUTES = re.compile(
    r"\{[ \t]*((?:[#.][^\s{}]+|[A-Za-z_][\w-]*=[^\s{}]*)(?:[ \t]+[^\s{}]+)*)[ \t]*\}",
)
_TITLE_MARKS = {'"': '"', "'": "'", ")": "()"}  # by what closes a title: what must be escaped in it
_BLANK_LINES = re.compile(r"\n{2,}")
_INLINE = frozenset({"block", "heading", "setext", "cell"})  # the places where marks of emphasis are read


def heading_attributes(text: str) -> re.Match[str] | None:
    """Return the match of `{#id .class name=value}` at the end of a heading; group 1 is what the braces hold.

    The syntax is pulldown-cmark's, except that the first word must be an id, a class or name=value, so that a
    reading (`{朝霧|あさぎり}`) stays text.
    """
    start = text.rfind("{")
    return _HEADING_ATTRIBUTES.fullmatch(text, start) if start >= 0 else None


def before_attributes(source: str) -> int:
    """Return where the text of a heading's source ends and its attributes begin; its end if it has none."""
    attributes = heading_attributes(source)
    if attributes is None or _ends_escaping(source[: attributes.start()]):
        return len(source)
    return attributes.start()


def escape_lead(line: str) -> str:
    """Put a backslash where the beginning of `line` would start a block instead of text."""
    match = _lead().match(line)
    if match is None:
        return line
    at = len(match["digits"] or "")
    return f"{line[:at]}\\{line[at:]}"


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(_LEAD)


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
    if kind == "parameter":
        return decoded_value(text, quote)
    if "&#x" in text and kind in _INLINE:
        text = opened(text)
    if "\\" not in text:
        return text
    if kind in {"block", "setext"}:
        text = "\n".join(_plain_lead(line) for line in text.split("\n"))
    if kind in {"heading", "setext"}:
        plain = _ESCAPED_HEADING_END.sub("", text)
        return plain if _escape_heading(plain, kind) == text else text
    if kind == "cell":
        return text.replace("\\|", "|")
    if kind == "title":
        return re.sub(rf"\\(?=[{_TITLE_MARKS[quote]}])", "", text)
    if kind == "alt":
        plain = re.sub(r"\\(?=[\[\]])", "", text)
        return plain if _escape_brackets(plain) == text else text
    return text


def settle(text: str, kind: PlaceKind, *, joiner: str = " ") -> list[str]:
    """Return the paragraphs of a translation as they can stand in this place, lines of a paragraph divided by LF.

    Blank lines divide paragraphs of running text. A heading, an alternative text and a title have one line: there
    `joiner` takes the place of a line break. A cell breaks its lines with <br>.
    """
    lines = [line.strip(" \t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    settled = "\n".join(lines).strip("\n")
    if kind == "block":
        return _BLANK_LINES.split(settled)
    if kind == "cell":
        return [settled.replace("\n", "<br>")]
    if kind == "metadata":
        return [text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")]
    return [joiner.join(filter(None, lines))]


def encode(text: str, kind: PlaceKind, quote: str = "") -> str:
    """Return one settled paragraph so that it reads as the same text in a place of this kind; LF stays LF."""
    if kind in _INLINE:
        text = closed(text)
    if kind in {"block", "setext"}:
        text = "\n".join(escape_lead(line) for line in text.split("\n"))
    if kind in {"heading", "setext"}:
        return _escape_heading(text, kind)
    if kind == "cell":
        return text.replace("|", "\\|") + (" " if _ends_escaping(text) else "")
    if kind == "title":
        return re.sub(rf"(?=[{_TITLE_MARKS[quote]}])", r"\\", text)
    if kind == "alt":
        return _escape_brackets(text)
    if kind == "parameter":
        return encoded_value(text, quote)
    return text


def _escape_brackets(text: str) -> str:
    """Put a backslash before the brackets of an alternative text, if one without its partner would end it."""
    depth = 0
    for bracket in re.findall(r"(?<!\\)[\[\]]", text):
        depth += 1 if bracket == "[" else -1
        if depth < 0:
            break
    return re.sub(r"(?<!\\)(?=[\[\]])", r"\\", text) if depth else text


def _escape_heading(text: str, kind: PlaceKind) -> str:
    """Put a backslash where the end of a heading's text would be closing # or attributes."""
    end = before_attributes(text)
    if end < len(text):
        return f"{text[:end]}\\{text[end:]}"
    return _CLOSING_HASHES.sub(r"\\", text, count=1) if kind == "heading" else text


def _ends_escaping(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
