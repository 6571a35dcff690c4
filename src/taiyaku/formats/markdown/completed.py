"""Front matter completed: keys that a program needs and the author did not write, everything else to the byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.article.splice import splice
from taiyaku.formats.markdown.front_matter import Scalar, encode_scalar, read_front_matter
from taiyaku.span import Span
from taiyaku.text.lines import line_end

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from taiyaku.formats.markdown.front_matter import FrontMatter

_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?\Z")
_FLOW = re.compile(r"\ufeff?---[ \t]*[\r\n](?:\s|#[^\r\n]*)*\{")


def completed(source: str, path: Path, values: Mapping[str, str | bool], replaced: Collection[str] = ()) -> str:
    """Return an article whose front matter says `values`, too.

    What its author wrote stays, but for a plain value of one of the `replaced` keys; new keys come last, in their
    order. An article without front matter gets one. Raises ArticleError where there is one that cannot be read.
    """
    front = read_front_matter(source, path)
    changes = {
        scalar.span: _instead(scalar, values[scalar.key])
        for scalar in front.scalars
        if scalar.key in replaced and scalar.key in values and _text(values[scalar.key]) != scalar.text
    }
    added = {key: _value(key, value) for key, value in values.items() if key not in front.values}
    if added:
        at, text = _addition(source, front, added)
        changes[Span(at, at)] = text
    return splice(source, changes)


def _addition(source: str, front: FrontMatter, added: Mapping[str, str]) -> tuple[int, str]:
    """Return where the new keys are to be written, and how."""
    newline = line_end(source)
    lines = "".join(f"{key}: {value}{newline}" for key, value in added.items())
    start = 1 if source.startswith("\ufeff") else 0
    if front.end == start:
        blank = "" if source[start:].startswith(("\r", "\n")) else newline
        return start, f"---{newline}{lines}---{newline}{blank}"
    flow = _FLOW.match(source)
    if flow is not None:
        return flow.end(), "".join(f"{key}: {value}, " for key, value in added.items())
    closing = _CLOSING.search(source[: front.end])
    return closing.start() if closing else front.end, lines


def _instead(scalar: Scalar, value: str | bool) -> str:
    blank = " " if scalar.span.start == scalar.span.end else ""
    return blank + (_text(value) if isinstance(value, bool) else encode_scalar(scalar, value))


def _value(key: str, value: str | bool) -> str:
    """Return YAML that stands by itself and within a flow alike."""
    return _text(value) if isinstance(value, bool) else encode_scalar(Scalar(key, "", Span(0, 0), "", True), value)


def _text(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value
