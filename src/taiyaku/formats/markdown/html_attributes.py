"""Attributes of HTML elements: escaped, merged, and taken from the end of a heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from taiyaku.formats.markdown.places import heading_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from taiyaku.formats.markdown.tree import Node

Attribute = tuple[str, str]

# What pulldown-cmark leaves in a URL; the others become %XX, but `&` and `'` character references.
_URL_SAFE = "!#$%&'()*+,-./:;=?@^_~"
_BARE_NAME = re.compile(r"[A-Za-z_][\w-]*")


def escaped_body(text: str) -> str:
    """Escape `text` for the body of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped_attribute(text: str) -> str:
    """Escape `text` for a quoted attribute."""
    return escaped_body(text).replace('"', "&quot;").replace("'", "&#39;")


def escaped_url(url: str) -> str:
    """Percent-encode `url` and escape it for a quoted attribute; what is percent-encoded already stays."""
    return quote(url, safe=_URL_SAFE).replace("&", "&amp;").replace("'", "&#x27;")


def written(attributes: Iterable[Attribute]) -> str:
    """Return the attributes as they stand in a tag, each with a space before it."""
    return "".join(f' {escaped_attribute(name)}="{escaped_attribute(value)}"' for name, value in attributes)


def with_extra(own: Sequence[Attribute], extra: Mapping[str, str]) -> list[Attribute]:
    """Add `extra` to an element's own attributes: classes are joined, otherwise the author's own wins."""
    names = {name for name, _ in own}
    joined = [
        (name, f"{value} {extra['class']}") if name == "class" and "class" in extra else (name, value)
        for name, value in own
    ]
    return joined + [(name, value) for name, value in extra.items() if name not in names]


def take_heading_attributes(heading: Node) -> list[Attribute]:
    """Take `{#id .class name=value}` off the end of a heading's text and return it as attributes."""
    last = heading.children[-1] if heading.children else None
    if last is not None and last.kind == "Placeholder" and last.detail.form == "attributes":
        heading.children.pop()
        if heading.children and heading.children[-1].kind == "Text":
            heading.children[-1].detail = heading.children[-1].detail.rstrip(" \t")
        return _attributes(last.detail.source.strip("{}:").replace('"', "").split())
    if last is None or last.kind != "Text" or (len(heading.children) > 1 and heading.children[-2].kind == "Text"):
        return []  # a text of its own beside another begins with an escaped brace: no attributes
    found = heading_attributes(last.detail.rstrip(" \t"))
    if found is None:
        return []
    text = last.detail[: found.start()].rstrip(" \t")
    last.end -= len(last.detail[len(text) :].encode())
    last.detail = text
    if not last.detail:
        heading.children.pop()
    return _attributes(found[1].split())


def _attributes(words: list[str]) -> list[Attribute]:
    """Turn `#id`, `.class`, `name=value` and `name` into attributes; of several ids the last is meant."""
    ids = [("id", word[1:]) for word in words if word.startswith("#")]
    classes = " ".join(word[1:] for word in words if word.startswith("."))
    pairs = (word.partition("=") for word in words if word[0] not in "#.")
    named = {name: value for name, _, value in pairs if _BARE_NAME.fullmatch(name)}
    named.pop("id", None)
    named.pop("class", None)
    return ids[-1:] + ([("class", classes)] if classes else []) + list(named.items())
