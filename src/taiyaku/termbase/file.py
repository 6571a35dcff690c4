"""The termbase file, in TOML: read with a place for everything that is wrong in it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from taiyaku.errors import Phrase, TermbaseError
from taiyaku.span import Position
from taiyaku.termbase.concept import LANGUAGES, ConceptEntry, Kind, Order, Status, Term, Title
from taiyaku.termbase.contradictions import find_contradiction
from taiyaku.termbase.termbase import Termbase
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.toml_file import parse_toml, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

KINDS: tuple[Kind, ...] = get_args(Kind)
STATUSES: tuple[Status, ...] = get_args(Status)
ORDERS: tuple[Order, ...] = get_args(Order)
ENTRY_KEYS = ("kind", "en", "ja", "id", "definition", "note", "order", "verified", "title")
TERM_KEYS = ("text", "status", "reading", "parts", "case", "note")
TITLE_KEYS = ("en", "ja", "from", "until")

_HEADER = lazy_pattern(r"^[ \t]*\[\[[ \t]*[\"']?entry[\"']?[ \t]*\]\]", re.MULTILINE)
_KANA = lazy_pattern(r"[ぁ-ゖー・\s　]+")


def read_termbase(path: Path) -> Termbase:
    """Read a termbase file.

    Raises TermbaseError with the place of what is not TOML, unknown, of the wrong kind, or contradicts another entry.
    """
    return parse_termbase(read_text(path, TermbaseError).replace("\r\n", "\n"), path)


def parse_termbase(text: str, path: Path | None = None) -> Termbase:
    """Read the text of a termbase file, as `read_termbase` does."""
    hint = Phrase("texts stand in quotation marks, and each entry begins with [[entry]]")
    return _Reader(text, path).read(parse_toml(text, TermbaseError, path, hint))


def entry_starts(text: str) -> list[int]:
    """Return where in a text the headers of entries begin, in code points."""
    return [match.start() for match in _HEADER.finditer(text)]


class _Reader:
    """Turns parsed TOML into entries, and faults into errors with a line."""

    def __init__(self, text: str, path: Path | None) -> None:
        self.text, self.path = text, path
        self.starts = entry_starts(text)
        self.start = 0

    def read(self, data: Mapping[str, Any]) -> Termbase:
        self.check_keys(data, ("entry",))
        rows = data.get("entry", [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.error(
                Phrase("{name} must be a list of tables", name="entry"), "entry", Phrase("write [[entry]]")
            )
        if len(rows) != len(self.starts):  # entries in a way that has no headers of its own
            self.starts = [0] * len(rows)
        entries = []
        for start, row in zip(self.starts, rows, strict=True):
            self.start = start
            entries.append(self.entry(row))
        self.check_together(entries)
        return Termbase(entries)

    def entry(self, row: Mapping[str, Any]) -> ConceptEntry:
        self.check_keys(row, ENTRY_KEYS)
        kind = self.choice(row, "kind", KINDS, "term")
        terms = tuple(term for language in LANGUAGES if language in row for term in self.terms(language, row[language]))
        if not terms:
            raise self.error(Phrase("an entry without a term"), "", Phrase("give it en, ja or both"))
        titles = row.get("title", [])
        if "title" in row and kind != "person":
            raise self.error(Phrase("only a person has a title"), "title", Phrase('write kind = "person"'))
        return ConceptEntry(
            id=self.plain(row, "id"),
            kind=kind,
            terms=terms,
            definition=self.plain(row, "definition"),
            note=self.plain(row, "note"),
            order=self.choice(row, "order", ORDERS, None),
            verified=self.plain(row, "verified"),
            titles=tuple(map(self.title, titles if isinstance(titles, list) else [titles])),
            line=self.text.count("\n", 0, self.start) + 1,
        )

    def terms(self, language: str, value: Any) -> list[Term]:
        rows = value if isinstance(value, list) else [value]
        if not rows:
            raise self.error(Phrase("{name} has no text", name=language), language)
        given = [row.get("status") for row in rows if isinstance(row, dict)]
        preferred = "preferred" in given
        terms: list[Term] = []
        for row in rows:
            term = self.term(language, row, default="admitted" if preferred else "preferred")
            preferred = preferred or term.status == "preferred"
            if any(other.text == term.text for other in terms):
                raise self.error(Phrase("“{text}” stands twice in one entry", text=term.text), term.text)
            terms.append(term)
        if given.count("preferred") > 1:
            raise self.error(
                Phrase("more than one preferred term in {name}", name=language),
                language,
                Phrase("call the others admitted"),
            )
        return terms

    def term(self, language: str, row: Any, default: Status) -> Term:
        if isinstance(row, str):
            row = {"text": row}
        if not isinstance(row, dict):
            raise self.error(Phrase("{name} must be a text, a table or a list of them", name=language), language)
        self.check_keys(row, TERM_KEYS)
        text = self.plain(row, "text")
        if not text.strip():
            raise self.error(Phrase("{name} has no text", name=language), language)
        if text != text.strip():
            raise self.error(Phrase("“{text}” begins or ends with a blank", text=text), text)
        return Term(
            text=text,
            language=language,
            status=self.choice(row, "status", STATUSES, default),
            reading=self.reading(row),
            parts=self.parts(row, text),
            case=self.flag(row, "case"),
            note=self.plain(row, "note"),
        )

    def reading(self, row: Mapping[str, Any]) -> str:
        reading = self.plain(row, "reading")
        if reading and _KANA.fullmatch(reading) is None:
            raise self.error(Phrase("the reading “{text}” is not in hiragana", text=reading), reading)
        return reading

    def parts(self, row: Mapping[str, Any], text: str) -> tuple[str, ...]:
        parts = row.get("parts", [])
        if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
            raise self.error(Phrase("{name} must be a list of texts", name="parts"), "parts")
        if parts and (len(parts) != 2 or any(not part or part not in text for part in parts)):  # noqa: PLR2004 - family and given
            raise self.error(
                Phrase("the parts of “{text}” are not two pieces of it", text=text),
                "parts",
                Phrase("give the family name and the given name, as in {example}", example='["吉村", "武司"]'),
            )
        return tuple(parts)

    def title(self, row: Any) -> Title:
        if not isinstance(row, dict):
            raise self.error(Phrase("{name} must be a table, or a list of tables", name="title"), "title")
        self.check_keys(row, TITLE_KEYS)
        forms = {language: self.forms(language, row.get(language, [])) for language in LANGUAGES}
        if not any(forms.values()):
            raise self.error(Phrase("a title without a text"), "title", Phrase("give it en, ja or both"))
        since, until = self.day(row, "from"), self.day(row, "until")
        if since and until and until < since:
            raise self.error(Phrase("a title held until {until}, from {since} on", until=until, since=since), "until")
        return Title(forms["en"], forms["ja"], since, until)

    def forms(self, name: str, value: Any) -> tuple[str, ...]:
        texts = value if isinstance(value, list) else [value]
        if not all(isinstance(text, str) and text.strip() for text in texts):
            raise self.error(Phrase("{name} must be a text or a list of texts", name=f"title.{name}"), name)
        return tuple(texts)

    def day(self, row: Mapping[str, Any], name: str) -> date | None:
        value = row.get(name)
        if isinstance(value, str):
            with suppress(ValueError):
                value = date.fromisoformat(value)
        if isinstance(value, datetime):
            return value.date()
        if value is not None and not isinstance(value, date):
            raise self.error(Phrase("{name} must be a date", name=f"title.{name}"), name, Phrase("as in 2024-08-31"))
        return value

    def plain(self, row: Mapping[str, Any], name: str) -> str:
        value = row.get(name, "")
        if not isinstance(value, str):
            raise self.error(Phrase("{name} must be a text in quotation marks", name=name), name)
        return value

    def flag(self, row: Mapping[str, Any], name: str) -> bool:
        value = row.get(name, False)
        if not isinstance(value, bool):
            raise self.error(Phrase("{name} must be true or false", name=name), name)
        return value

    def choice(self, row: Mapping[str, Any], name: str, choices: tuple[Any, ...], default: Any) -> Any:
        value = row.get(name, default)
        if value not in (*choices, default):
            near = get_close_matches(str(value), choices, n=1)
            hint = Phrase("did you mean “{name}”?", name=near[0]) if near else None
            raise self.error(
                Phrase("“{value}” is no choice for {name}", value=value, name=name),
                name,
                hint or Phrase("choose one of: {choices}", choices=", ".join(choices)),
            )
        return value

    def check_keys(self, row: Mapping[str, Any], known: Iterable[str]) -> None:
        for name in row:
            if name not in known:
                near = get_close_matches(name, list(known), n=1)
                hint = (
                    Phrase("did you mean “{name}”?", name=near[0])
                    if near
                    else Phrase("known here: {names}", names=", ".join(known))
                )
                raise self.error(Phrase("unknown key “{name}”", name=name), name, hint)

    def check_together(self, entries: list[ConceptEntry]) -> None:
        found = find_contradiction(entries)
        if found is not None:
            what, index, words, hint = found
            self.start = self.starts[index]
            raise self.error(what, words, hint)

    def error(self, what: Phrase, words: str, hint: Phrase | None = None) -> TermbaseError:
        """Return an error with the place of some words of the current entry: a key, or else anything."""
        end = next((start for start in self.starts if start > self.start), len(self.text))
        key = lazy_pattern(rf"(?<![\w-])[\"']?{re.escape(words)}[\"']?[ \t]*=") if words else _HEADER
        match = key.search(self.text, self.start, end)
        place = match.start() if match else self.text.find(words, self.start, end)
        place = self.start if place < 0 else place
        line = self.text.count("\n", 0, place) + 1
        column = place - self.text.rfind("\n", 0, place)
        return TermbaseError(what, path=self.path, position=Position(line, column), hint=hint)
