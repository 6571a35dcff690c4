"""Plain text -> Markdown that is read as the same text, with no more backslashes than it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.formats.markdown.events import each_event
from taiyaku.formats.markdown.places import encode
from taiyaku.formats.markdown.tree import tree
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.formats.markdown.places import PlaceKind

_SIGNS = ("\\", "<", "&", "`", "*", "_", "~", "[", "]", "!", "|", ":", "{", "#")
"""What may be mark-up inside a line, each of which a backslash makes a letter."""

_ANY = lazy_pattern(r"[\\`*_<&~\[\]!|:{#]")
_RISKY = lazy_pattern(r"[\\`*_<&~\[\]{]|^[ \t]|[ \t]$|\n")


def escaped(text: str, kind: PlaceKind = "block") -> str:
    """Return Markdown for one paragraph, or the text of a heading, which reads as `text`; it has no line ends."""
    text = " ".join(text.split("\n")).strip(" \t")
    plain = encode(text, kind)
    if not _RISKY.search(text) or reads_as(plain, text, kind):
        return plain
    needed = set(_SIGNS)
    for sign in _SIGNS:
        if sign not in text or reads_as(_written(text, needed - {sign}, kind), text, kind):
            needed.discard(sign)
    return _written(text, needed, kind)


def reads_as(markdown: str, text: str, kind: PlaceKind = "block") -> bool:
    """Whether Markdown is one paragraph (a heading) that shows this text, and nothing that is marked up."""
    root = tree(each_event(("## " if kind == "heading" else "") + markdown))
    if len(root.children) != 1 or root.children[0].kind != ("Heading" if kind == "heading" else "Paragraph"):
        return False
    inlines = root.children[0].children
    return all(inline.kind == "Text" for inline in inlines) and "".join(inline.detail for inline in inlines) == text


def _written(text: str, signs: set[str], kind: PlaceKind) -> str:
    return encode(_ANY.sub(lambda match: ("\\" if match[0] in signs else "") + match[0], text), kind)
