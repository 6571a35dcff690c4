"""Tags that have lines of their own: they stand between blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.dialects.scan import begins_line
from taiyaku.formats.markdown.dialects.shown import is_media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.formats.markdown.dialects.token import Token

_BY_ITSELF = frozenset({"tag", "close", "comment", "code", "attributes", "html"})
_BLANK = " \t\r"


def runs_of(text: str, found: list[Token]) -> Iterator[list[Token]]:
    """Yield the tags that have lines of their own, those on the same lines together."""
    index = 0
    while index < len(found):
        run = [found[index]]
        while index + len(run) < len(found):
            following = found[index + len(run)]
            if text[run[-1].end : following.start].strip(_BLANK):
                break
            run.append(following)
        index += len(run)
        line_end = text.find("\n", run[-1].end)
        rest = text[run[-1].end : len(text) if line_end < 0 else line_end]
        if (
            begins_line(text, run[0].start)
            and not rest.strip(_BLANK)
            and all(token.form in _BY_ITSELF for token in run)
            and (any(_is_block(token) for token in run) or not _in_running_text(text, run))
        ):
            yield run


def _is_block(token: Token) -> bool:
    """Whether a tag on a line of its own is none of a text that goes on behind it."""
    return token.paired or token.rank > 0 or token.form != "tag" or bool(token.values) or is_media(token)


def _in_running_text(text: str, run: list[Token]) -> bool:
    """Whether text stands in the line before and in the line behind."""
    line = text.rfind("\n", 0, run[0].start)
    before = text[text.rfind("\n", 0, max(line, 0)) + 1 : max(line, 0)]
    after_line = text.find("\n", run[-1].end) + 1
    after_end = text.find("\n", after_line)
    after = text[after_line : after_end if after_end >= 0 else len(text)] if after_line else ""
    return _is_running(before) and _is_running(after)


_NOT_RUNNING = re.compile(r"[ \t>]*(?:[-*+#|]|\d{1,9}[.)]|:::|!!!|///|```|~~~|\{[{%:]|</?[A-Za-z]|\r?\Z)")


def _is_running(line: str) -> bool:
    return _NOT_RUNNING.match(line) is None
