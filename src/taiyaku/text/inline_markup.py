"""Inline mark-up as it stands in a message, found by pattern: it may be Markdown, HTML, reStructuredText or code.

What decides about an article's structure is the real parser, in `formats.markdown`. This is what the checks look
through: text is what remains when these are taken away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Kind = Literal[
    "code",
    "url",
    "link",
    "image",
    "reference",
    "tag",
    "comment",
    "placeholder",
    "role",
    "footnote",
    "ruby",
    "entity",
    "attribute",
    "mark",
]
"""What an item is. A "mark" only delimits text: emphasis, an opening bracket, a backslash."""


class Item(NamedTuple):
    """A piece of mark-up: its span (code points), and what a translation must keep of it.

    `text` is the code, the address of a URL, link or image, the label of a reference or footnote, the name of a tag
    (`a`, `/a`), a placeholder, a role with its target (`ref:tut-intro`), a reading with its base (`漢字|かんじ`).
    """

    kind: Kind
    text: str
    span: Span


_URL_CHARACTER = r"[A-Za-z0-9_\-.~:/?#@!$&+,;=%]"
_URL = rf"(?:https?|ftp)://(?:{_URL_CHARACTER}|\({_URL_CHARACTER}*\))+(?<![.,;:!?])"
_JAPANESE = r"\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LABEL = r"(?:[^\[\]]|\[[^\[\]]*+\])*+"

_ALTERNATIVES = rf"""
  (?P<comment>  <!--(?:(?!<!--|-->).)*+--> | \{{/\*(?:(?!\*/|\{{/).)*+\*/\}} )
| (?P<role>     :([A-Za-z][\w:+.-]*):`([^`]*)` | `([^`<]*?)(?:\ )?<([^`<>]+)>`__? )
| (?P<code>     (?<!`)(?P<run>`+)(?!`).{{1,5000}}?(?<!`)(?P=run)(?!`) )
| (?P<wiki>     !?\[\[(?=[^\s\[\]|])[^\[\]\n|]++(?:\|[^\[\]\n]*+)?\]\](?![(\[]) )
| (?P<image>    !\[(?={_LABEL}\][(\[]) )
| (?P<footnote> \[\^([^\[\]\s]+)\]:? | \[(\#[\w-]*|\d+)\]_ )
| (?P<link>     \[(?={_LABEL}\][(\[]) )
| (?P<target>   \]\(\s*(<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))*+)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\) )
| (?P<label>    \]\[([^\[\]]*)\] )
| (?P<ruby>     \{{(?=[^{{}}]*[{_JAPANESE}])([^{{}}|\n]+)\|([^{{}}|\n]+)\}}
              | <r(?:t\b[^<>]*>[^<>]*</rt|p\b[^<>]*>[^<>]*</rp)> )
| (?P<autolink> <((?:https?|ftp|mailto):[^\s<>]+|[\w.+-]+@[\w.-]+)> )
| (?P<tag>      <(/?[A-Za-z][\w:-]*)(\s[^<>]*)?/?> )
| (?P<template> \{{\{{[^{{}}]*+\}}\}} | \{{%[^{{}}%]*+%\}} | \$\{{\w+\}} )
| (?P<attribute> \{{:?\s*[#.][\w-][^{{}}]*\}} )
| (?P<braces>   \{{[\w.\[\]-]*(?:![rsa])?(?::[^{{}}\s]*)?\}} )
| (?P<printf>   (?<![\d%])%(?:\(\w+\)|\d+\$)?[-+0\#]*\d*(?:\.\d+)?[sdifgxXucr@](?![A-Za-z]) )
| (?P<url>      {_URL} )
| (?P<entity>   &(?:\#\d+|\#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*); )
| (?P<escape>   \\(?=[\s!-/:-@\[-`{{-~]) )
| (?P<mark>     \*{{1,3}}(?=[^\s*]) | (?<=\S)\*{{1,3}} | (?<![0-9A-Za-z_])_{{1,3}}(?=[^\s_])
              | (?<=\S)_{{1,3}}(?![0-9A-Za-z_]) | ~~ )
"""
_FLAGS = re.VERBOSE | re.DOTALL | re.ASCII
_SCAN = lazy_pattern(rf"(?=[\[\]<{{%`\\*_~&:hf$!]) (?: {_ALTERNATIVES} )", _FLAGS)
_EMAIL = lazy_pattern(r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_CUE = lazy_pattern(r"[\[<{%`\\*_~&@]|://")
_ADDRESS = lazy_pattern(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.ASCII)


def inline_markup(text: str) -> tuple[Item, ...]:
    """Return the mark-up of a message in the order of the text; items do not overlap, but for addresses inside tags.

    Links are two items: a mark at the opening bracket, and the link at `](address)`, since the words between are text.
    """
    if _CUE.search(text) is None:
        return ()
    items = list(_scanned(text))
    if "@" in text:
        items += [Item("url", match[0], Span(*match.span())) for match in _EMAIL.finditer(blanked(text, items))]
        items.sort(key=lambda item: item.span)
    return tuple(items)


def masked(text: str) -> str:
    """Return the text with its mark-up as spaces, character for character. The words of links and emphasis stay."""
    return blanked(text, inline_markup(text))


def blanked(text: str, items: Iterable[Item]) -> str:
    """Return `text` with the items as spaces; its length is the same."""
    parts: list[str] = []
    position = 0
    for item in items:
        start, end = item.span
        if end <= position:
            continue
        parts += (text[position:start], " " * (end - max(start, position)))
        position = end
    return "".join((*parts, text[position:])) if parts else text


def _scanned(text: str) -> Iterator[Item]:
    opened: list[Kind] = []
    for match in _SCAN.finditer(text):
        group, span = match.lastgroup, Span(*match.span())
        if group in {"link", "image"}:
            opened.append("link" if group == "link" else "image")
            yield Item("mark", match[0], span)
        elif group in {"target", "label"}:
            if opened:
                yield _closed(match, opened.pop(), span)
        elif group is not None:
            yield from _READERS[group](match, span)


def _closed(match: re.Match[str], kind: Kind, span: Span) -> Item:
    if match.lastgroup == "target":
        return Item(kind, match["target"][2:-1].strip().partition(" ")[0].strip("<>"), span)
    return Item("reference", match["label"][2:-1], span)


def _whole(kind: Kind) -> Callable[[re.Match[str], Span], Iterator[Item]]:
    def read(match: re.Match[str], span: Span) -> Iterator[Item]:
        yield Item(kind, match[0], span)

    return read


def _code(match: re.Match[str], span: Span) -> Iterator[Item]:
    yield Item("code", match[0].strip("`").strip(), span)


def _footnote(match: re.Match[str], span: Span) -> Iterator[Item]:
    yield Item("footnote", match[0].strip("[]^_:"), span)


def _autolink(match: re.Match[str], span: Span) -> Iterator[Item]:
    yield Item("url", match[0][1:-1], span)


_ROLE = lazy_pattern(r"(:[\w:+.-]+:)?`([^`]*)`_*", re.ASCII)
_TITLED = lazy_pattern(r"(.*?)(\s*<([^<>]+)>)", re.DOTALL)


def _role(match: re.Match[str], span: Span) -> Iterator[Item]:
    """A role whose text is written out (`:ref:`the intro <intro>``) has that text for the reader."""
    parts = _ROLE.fullmatch(match[0])
    if parts is None:  # pragma: no cover - the pattern above is a part of this one
        return
    name, content = parts[1] or "", parts[2]
    titled = _TITLED.fullmatch(content)
    if titled is None or not titled[1]:
        yield Item("role", f"{name}{content}", span)
        return
    start = span.start + parts.start(2)
    yield Item("mark", match[0][: parts.start(2)], Span(span.start, start))
    kind: Kind = "link" if not name and "://" in titled[3] else "role"
    yield Item(kind, f"{name}{titled[3]}", Span(start + titled.end(1), span.end))


def _ruby(match: re.Match[str], span: Span) -> Iterator[Item]:
    if match[0].startswith("<"):
        yield Item("ruby", match[0], span)
        return
    base, _, _ = match[0].partition("|")
    yield Item("mark", "{", Span(span.start, span.start + 1))
    yield Item("ruby", match[0][1:-1], Span(span.start + len(base), span.end))


def _wiki(match: re.Match[str], span: Span) -> Iterator[Item]:
    """A wiki link, `[[page]]` or `[[page|words]]`: the words are for the reader."""
    page, bar, _ = match[0].rstrip("]").partition("|")
    kind: Kind = "image" if page.startswith("!") else "reference"
    target = page.strip("![\\ ")
    if not bar:
        yield Item(kind, target, span)
        return
    yield Item(kind, target, Span(span.start, span.start + len(page) + 1))
    yield Item("mark", "]]", Span(span.end - 2, span.end))


_NAME = lazy_pattern(r"</?([A-Za-z][\w:-]*)", re.ASCII)


def _tag(match: re.Match[str], span: Span) -> Iterator[Item]:
    name = _NAME.match(match[0])
    if name is None:  # pragma: no cover - the pattern above begins like this one
        return
    yield Item("tag", ("/" if match[0][1] == "/" else "") + name[1].lower(), span)
    for address in _ADDRESS.finditer(match[0]):
        group = address.lastindex or 0
        yield Item("link", address[group], Span(span.start + address.start(group), span.start + address.end(group)))


_READERS = {
    "comment": _whole("comment"),
    "role": _role,
    "code": _code,
    "wiki": _wiki,
    "footnote": _footnote,
    "ruby": _ruby,
    "autolink": _autolink,
    "tag": _tag,
    "template": _whole("placeholder"),
    "braces": _whole("placeholder"),
    "printf": _whole("placeholder"),
    "attribute": _whole("attribute"),
    "url": _whole("url"),
    "entity": _whole("entity"),
    "escape": _whole("mark"),
    "mark": _whole("mark"),
}
