"""Answers to findings: "we know, and this is why". In a comment of the entry, or in the project's waiver file.

`# taiyaku: ignore CHECK[, CHECK]: reason` as a translator's comment survives every tool, and lapses when the entry
turns fuzzy. The waiver file holds what `taiyaku waive` writes, bound to the finding's fingerprint, and so to its
evidence.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import AnswersError, Phrase
from taiyaku.span import Position
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.toml_file import parse_toml, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from taiyaku.catalog.message import Message

_COMMENT = lazy_pattern(r"\s*taiyaku:\s*ignore\b\s*(?P<names>[^:：]*)(?:[:：]\s*(?P<reason>.*))?")
_DELETE = "\x7f"
_FROZEN = lazy_pattern(r"[ \t]*([0-9a-f]{16})(?!\S)")
_SHOWN = 40


class CommentWaiver(NamedTuple):
    """A comment that answers the findings of one check (or family) in its entry. Without a reason it answers none."""

    name: str
    reason: str


def comment_waivers(message: Message) -> Iterator[CommentWaiver]:
    """Yield the waivers in a message's translator comments."""
    for line in message.translator_comments:
        match = _COMMENT.match(line) if "taiyaku" in line else None
        if match:
            for name in re.split(r"[,、\s]+", match["names"].strip()):
                yield CommentWaiver(name, (match["reason"] or "").strip())


def is_ignored(message: Message, check: str, family: str) -> bool:
    """Whether a comment of a message answers what a check finds in it. While the message is fuzzy, none does."""
    if not message.translator_comments or message.fuzzy:
        return False
    return any(waiver.reason and waiver.name in {check, family} for waiver in comment_waivers(message))


@dataclass(frozen=True, slots=True)
class Waiver:
    """An entry of the waiver file. `position` is where it stands in it."""

    fingerprint: str
    check: str
    slug: str
    locale: str
    reason: str
    position: Position | None = None


_FIELDS = ("fingerprint", "check", "slug", "locale", "text", "reason")


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Read a waiver file; one that is not there has none. Raises AnswersError with the place of what is wrong."""
    text = read_text(path, AnswersError, missing="")
    hint = Phrase("texts stand in quotation marks, and each waiver begins with [[waiver]]")
    data = parse_toml(text, AnswersError, path, hint)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip().startswith("[[waiver]]")]
    entries = data.get("waiver", [])
    if not isinstance(entries, list) or set(data) - {"waiver"}:
        raise AnswersError(Phrase("a waiver file holds [[waiver]] tables, and nothing else"), path=path)
    places = [Position(line, 1) for line in lines] if len(lines) == len(entries) else [None] * len(entries)
    return tuple(_waiver(entry, path, place) for entry, place in zip(entries, places, strict=True))


def _waiver(entry: object, path: Path, place: Position | None) -> Waiver:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise AnswersError(Phrase("a waiver's fields are texts in quotation marks"), path=path, position=place)
    for name in entry:
        if name not in _FIELDS:
            raise AnswersError(
                Phrase("unknown field “{name}”", name=name),
                path=path,
                position=place,
                hint=Phrase("known here: {names}", names=", ".join(_FIELDS)),
            )
    for name in ("fingerprint", "reason"):
        if not entry.get(name, "").strip():
            raise AnswersError(Phrase("a waiver needs a {name}", name=name), path=path, position=place)
    values = {name: entry.get(name, "") for name in _FIELDS if name != "text"}
    return Waiver(**values, position=place)


def written_waivers(text: str, waivers: Iterable[Waiver], texts: Iterable[str]) -> str:
    """Return the text of a waiver file with further waivers at its end; `texts` show people which entry it is about."""
    for waiver, about in zip(waivers, texts, strict=True):
        text = f"{text.rstrip()}\n\n" if text.strip() else ""
        text += "[[waiver]]\n"
        values = (waiver.fingerprint, waiver.check, waiver.slug, waiver.locale, about, waiver.reason)
        for name, value in zip(_FIELDS, values, strict=True):
            text += f"{name} = {_quoted(value)}\n"
    return text


def _quoted(text: str) -> str:
    """Return a basic string of TOML: like one of JSON, but that delete is escaped, too."""
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")


def read_baseline(path: Path) -> frozenset[str]:
    """Return the fingerprints that `taiyaku baseline` froze: the first word of each line that is no comment.

    Raises AnswersError with the place of a line that is neither, as a merge leaves it.
    """
    lines = enumerate(read_text(path, AnswersError, missing="").split("\n"), 1)
    return frozenset(_frozen(line, path, number) for number, line in lines if line.strip() and line[0] != "#")


def _frozen(line: str, path: Path, number: int) -> str:
    found = _FROZEN.match(line)
    if found:
        return found[1]
    raise AnswersError(
        Phrase("“{text}” is no fingerprint", text=line.split(maxsplit=1)[0][:_SHOWN]),
        path=path,
        position=Position(number, len(line) - len(line.lstrip()) + 1),
        hint=Phrase("solve a conflict of versions, or delete the line and run `taiyaku baseline`; nothing was written"),
    )
