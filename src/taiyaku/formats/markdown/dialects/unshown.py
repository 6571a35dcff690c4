"""What the pages and the plain text cannot show of an article in dialects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, Problem
from taiyaku.formats.markdown.dialects.shown import shown
from taiyaku.formats.markdown.tree import descendants
from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.formats.markdown.dialects.token import Token
    from taiyaku.formats.markdown.read import MarkdownDocument
    from taiyaku.formats.markdown.tree import Node

_HINT = Phrase("the Markdown edition keeps it; build the pages with the program that knows it")


def unshown_tags(document: MarkdownDocument) -> Iterator[Problem]:
    """Yield a warning for each kind of tag that only the site's own program could show, at its first place."""
    told = set()
    for node in descendants(document.root):
        if node.kind not in {"Tag", "Placeholder"} or not _is_unshown(node.detail):
            continue
        kind = (node.detail.dialect, node.detail.name or node.detail.source)
        if kind not in told:
            told.add(kind)
            yield _problem(document, node)


def _is_unshown(token: Token) -> bool:
    return shown(token) is None and not (token.form == "close" and token.paired)


def _problem(document: MarkdownDocument, node: Node) -> Problem:
    offset = document.body + len(document.data[: node.start].decode())
    tag = " ".join(node.detail.source.split())
    what = Phrase("the pages cannot show {tag}: it is left out", tag=tag)
    if node.kind == "Tag" and node.detail.values:
        what = Phrase("the pages cannot show {tag}: of it they have the texts only", tag=tag)
    if node.kind == "Placeholder" and node.detail.form == "output":
        what = Phrase("the pages cannot show what {tag} stands for: it is printed as it is", tag=tag)
    return Problem(what, document.path, LineIndex(document.source).position(offset), _HINT, "warning")
