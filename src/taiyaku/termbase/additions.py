"""Entries added to a termbase file: appended in its own style, with every byte that stands there kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, SaveError, TermbaseError
from taiyaku.files import exchange, present_bytes
from taiyaku.span import Position
from taiyaku.termbase.file import entry_starts, parse_termbase
from taiyaku.toml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from taiyaku.termbase.concept import ConceptEntry, Term, Title

REMARK = "#:"
"""What lines begin with that tell a reviewer why an entry is proposed; they do not go into the termbase."""


class Block(NamedTuple):
    """An entry as TOML, and the line of its file that it begins in, from 1; 0 for one that was not read."""

    entry: ConceptEntry
    text: str
    line: int = 0


class Added(NamedTuple):
    """What went into a termbase file and what was there already, with the file's text before and after."""

    added: tuple[ConceptEntry, ...]
    known: tuple[ConceptEntry, ...]
    old: str
    new: str


def entry_text(entry: ConceptEntry) -> str:
    """Return an entry as TOML, a line a key; `parse_termbase` reads it back the same."""
    lines = ["[[entry]]"]
    if entry.kind != "term":
        lines.append(f"kind = {_quoted(entry.kind)}")
    lines += [f"id = {_quoted(entry.id)}"] if entry.id else []
    for language in ("en", "ja"):
        terms = entry.of(language)
        if terms:
            lines.append(f"{language} = {_listed([_term(term, first=term is terms[0]) for term in terms])}")
    if entry.titles:
        lines.append(f"title = {_listed([_title(title) for title in entry.titles])}")
    for key in ("definition", "note", "order", "verified"):
        value = getattr(entry, key)
        if value:
            lines.append(f"{key} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _listed(values: Sequence[str]) -> str:
    if len(values) == 1:
        return values[0]
    return "[\n" + "".join(f"    {value},\n" for value in values) + "]"


def _term(term: Term, *, first: bool) -> str:
    usual = "preferred"
    fields = {"text": _quoted(term.text)}
    if term.status != usual or not first:
        fields["status"] = _quoted(term.status)
    if term.reading:
        fields["reading"] = _quoted(term.reading)
    if term.parts:
        fields["parts"] = "[" + ", ".join(map(_quoted, term.parts)) + "]"
    if term.case:
        fields["case"] = "true"
    if term.note:
        fields["note"] = _quoted(term.note)
    return fields["text"] if len(fields) == 1 else _table(fields)


def _title(title: Title) -> str:
    fields = {}
    for language in ("en", "ja"):
        forms = title.of(language)
        if forms:
            fields[language] = _quoted(forms[0]) if len(forms) == 1 else "[" + ", ".join(map(_quoted, forms)) + "]"
    for key, day in (("from", title.since), ("until", title.until)):
        if day is not None:
            fields[key] = day.isoformat()
    return _table(fields)


def _table(fields: dict[str, str]) -> str:
    return "{ " + ", ".join(f"{key} = {value}" for key, value in fields.items()) + " }"


def read_blocks(path: Path) -> list[Block]:
    """Read a reviewed file of entries, each with the comments that people wrote. Raises TermbaseError."""
    text = read_text(path, TermbaseError).replace("\r\n", "\n")
    entries = parse_termbase(text, path).entries
    starts = entry_starts(text)
    if len(starts) != len(entries):  # in a way that has no headers of its own
        return [Block(entry, entry_text(entry), entry.line) for entry in entries]
    ends = [*starts[1:], len(text)]
    return [
        Block(entry, _without_remarks(text[start:end]), entry.line)
        for entry, start, end in zip(entries, starts, ends, strict=True)
    ]


def _without_remarks(text: str) -> str:
    lines = [line for line in text.split("\n") if not line.startswith(REMARK)]
    return "\n".join(lines).rstrip() + "\n"


def add_entries(path: Path, blocks: Sequence[Block], origin: Path | None = None, *, dry_run: bool = False) -> Added:
    """Append entries to a termbase file, or begin one. An entry that is there already is left out.

    `origin` is the file that the blocks come from. Raises TermbaseError for a file that is wrong and for an entry that
    contradicts another one, and SaveError; then nothing is changed.
    """
    data = present_bytes(path)
    old = read_text(path, TermbaseError, missing="")
    present = parse_termbase(old.replace("\r\n", "\n"), path).entries
    known = [block for block in blocks if _is_known(block.entry, present)]
    new = [block for block in blocks if block not in known]
    addition = _appended(old, new)
    _validate(old, new, path, origin)
    if new and not dry_run and not exchange(path, data, (data or b"") + addition.encode()):
        raise SaveError(
            Phrase("somebody else has changed the file in the meantime"), path=path, hint=Phrase("try again")
        )
    return Added(tuple(block.entry for block in new), tuple(block.entry for block in known), old, old + addition)


def _is_known(entry: ConceptEntry, present: Iterable[ConceptEntry]) -> bool:
    """Whether an entry of the same kind has a term of it in every language that it has."""
    return any(
        other.kind == entry.kind
        and all(
            {term.text for term in entry.of(language)} & {term.text for term in other.of(language)}
            for language in ("en", "ja")
            if entry.of(language)
        )
        for other in present
    )


def _appended(old: str, blocks: Sequence[Block]) -> str:
    """Return what to write behind a file's text: a blank line before each entry, lines ending as they do there."""
    if not blocks:
        return ""
    text = "\n".join(block.text for block in blocks)
    if old:
        text = ("\n" if old.endswith("\n") else "\n\n") + text
    return text.replace("\n", "\r\n") if "\r\n" in old else text


def _validate(old: str, blocks: Sequence[Block], path: Path, origin: Path | None) -> None:
    """Read the text that is to be, and name the entry that is wrong where one is."""
    try:
        parse_termbase((old + _appended(old, blocks)).replace("\r\n", "\n"), path)
    except TermbaseError:
        for count, block in enumerate(blocks, 1):
            try:
                parse_termbase((old + _appended(old, blocks[:count])).replace("\r\n", "\n"), path)
            except TermbaseError as error:
                problem = error.problem
                place = Position(block.line, 1) if block.line else None
                raise TermbaseError(
                    problem.what, path=origin or path, position=place if origin else None, hint=problem.hint
                ) from error
        raise
