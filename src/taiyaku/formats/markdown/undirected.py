"""An article without its directives to taiyaku: a site's own program would print them into its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from taiyaku.article.directives import find_directives
from taiyaku.article.splice import splice
from taiyaku.formats.markdown.body import parse_body
from taiyaku.formats.markdown.cuts import cut_ranges
from taiyaku.formats.markdown.outline import outline
from taiyaku.formats.markdown.parts import is_unseen
from taiyaku.formats.markdown.read import code_points
from taiyaku.formats.markdown.tree import descendants
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from taiyaku.formats.markdown.body import Body
    from taiyaku.formats.markdown.tree import Node

_COMMENT = re.compile(r"<!--.*?-->|\{/\*.*?\*/\}|\{#.*?#\}", re.DOTALL)
_EMPTY = {"<!--": "<!-- -->", "{/*": "{/* */}", "{#": "{# #}"}


def undirected(source: str, start: int, *, math: bool, dialects: Sequence[str]) -> str:
    """Return a text whose body, from `start` (code points) on, has no directives on lines of their own.

    They go with the blank lines after them. Where blocks would be others without them (two lists become one), an
    empty comment stays in their place.
    """
    text = source[start:]
    if not find_directives(text):
        return source
    body = parse_body(text, math=math, dialects=dialects)
    blocks = [node for node in descendants(body.root) if _is_comment(node) and find_directives(_raw(body, node))]
    whole = [node for node in blocks if _is_bare(_raw(body, node))]
    told = _told(body)

    def edited(gone: Sequence[Node]) -> str:
        edits = dict(edit for node in blocks if node not in gone for edit in _emptied(body, node))
        return _edited(text, body, edits | dict.fromkeys(cut_ranges(body.data, body.root, gone), ""))

    def is_same(gone: Sequence[Node]) -> bool:
        return _told(parse_body(edited(gone), math=math, dialects=dialects)) == told

    return source[:start] + edited(_most(whole, is_same))


def _most(nodes: Sequence[Node], is_fine: Callable[[Sequence[Node]], bool], sure: Sequence[Node] = ()) -> list[Node]:
    """Return the `sure` nodes and those of `nodes` that are fine with them; halves are tried, for a few bad ones."""
    together = [*sure, *nodes]
    if not nodes or is_fine(together):
        return together
    if len(nodes) == 1:
        return list(sure)
    half = len(nodes) // 2
    return _most(nodes[half:], is_fine, _most(nodes[:half], is_fine, sure))


def _is_comment(node: Node) -> bool:
    return node.kind == "HtmlBlock" or (node.kind == "Tag" and is_unseen(node))


def _raw(body: Body, node: Node) -> str:
    return body.data[node.start : node.end].decode()


def _is_bare(raw: str) -> bool:
    """Whether a block is directives and nothing else, be they in a quotation."""
    comments = _COMMENT.findall(raw)
    return all(map(find_directives, comments)) and not _COMMENT.sub("", raw).strip(" \t\r\n>")


def _emptied(body: Body, node: Node) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the directives of a block by their ranges, each with the comment that says nothing."""
    raw = _raw(body, node)
    for match in _COMMENT.finditer(raw):
        if find_directives(match[0]):
            first, last = (node.start + len(raw[:at].encode()) for at in match.span())
            yield (first, last), next(empty for mark, empty in _EMPTY.items() if match[0].startswith(mark))


def _edited(text: str, body: Body, edits: Mapping[tuple[int, int], str]) -> str:
    offset = code_points(body.data, 0, [edge for span in edits for edge in span])
    return splice(text, {Span(offset[first], offset[last]): part for (first, last), part in edits.items()})


def _told(body: Body) -> list[tuple[Any, ...]]:
    """Return the outline of a text without its comments."""
    tokens: list[tuple[Any, ...]] = []
    for token in outline(body, "en"):
        if token[0] not in {"HtmlBlock", "Tag"}:
            tokens.append(token)
            continue
        raw = _COMMENT.sub("", token[2].decode() if token[0] == "HtmlBlock" else token[1])
        if raw.strip(" \t\r\n>"):
            tokens.append((token[0], raw, *(token[2:] if token[0] == "Tag" else ())))
    return tokens
