"""The memory's database: a cache of catalogs and imported files, never the truth. The only door to SQLite here.

A database is never changed where it stands. Where its sources have news, a copy is brought up to date and takes its
place in one step; so every reader sees one whole state, two processes need not wait for each other, and whoever is
killed leaves the old one. What cannot be read, or is not ours, is built anew; what cannot be written lives in memory.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections import Counter
from contextlib import closing, suppress
from datetime import datetime
from hashlib import blake2b
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from taiyaku.errors import TaiyakuError
from taiyaku.memory import schema
from taiyaku.memory.sketch import SKETCH, sketch
from taiyaku.memory.unit import Match, TranslationUnit, language_of
from taiyaku.text.similarity import grams, similarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from taiyaku.errors import Problem

MINIMUM = 0.5
"""From this similarity on, a match is worth showing. Measured on three sets of translated articles: from here on, nine
in ten of the suggested translations shared half of their characters with the one that was wanted, just below every
second one did."""

_VISITS = 10_000
"""So many entries of the index are read for one question, those of its rarest grams first."""
_LIST = 2000
"""A gram with more entries than this is too common to be read to its end."""
_WEIGHED = 150
"""So many texts, those with most in common by the index, are looked at for their length."""
_LONGER = 3
"""A text that is longer than another by more than this cannot be similar to the MINIMUM, even if it holds all of it."""
_RESCORED = 40
"""So many of them are compared with the question."""
_LEFT_BEHIND = 3600
"""Seconds after which a half-written copy belongs to nobody any more."""

_TOLD = 500
"""After so many units, whoever waits is told."""

OnUnits: TypeAlias = "Callable[[int | None], None]"
"""Told how many units were read so far, None when all were."""

_Answer = TypeVar("_Answer")


def _ignore(_units: int | None) -> None:
    """Tell nobody."""


class Source(NamedTuple):
    """A file that units come from. `read` may raise TaiyakuError.

    `stamp` changes when the file does; an empty one says that nothing tells whether it did, and it is read again.
    """

    path: str
    stamp: str
    origin: str
    read: Callable[[], Iterable[TranslationUnit]]


class Content(NamedTuple):
    """How many units of one origin and pair of locales a memory holds."""

    origin: str
    source_locale: str
    target_locale: str
    units: int


class Memory:
    """A translation memory, up to date with its sources. `problems` are those of sources that could not be read."""

    def __init__(self, file: Path | None, sources: Sequence[Source], told: OnUnits | None = None) -> None:
        self._file, self._sources, self._told = file, sources, told or _ignore
        self._connection, self.problems = _brought_up(file, sources, self._told)

    def find(
        self,
        text: str,
        source_locale: str,
        target_locale: str,
        *,
        context: str | None = None,
        minimum: float = MINIMUM,
        limit: int = 5,
    ) -> list[Match]:
        """Return the units most similar to `text`, in either direction, the best first, each pair of texts once.

        Regions of locales need not agree. Of equally similar ones come first those with the same context, in the
        very locale, in use, and the newest. With a `minimum` of 1.0 only the very text is looked for.
        """

        def ask(connection: sqlite3.Connection) -> list[Match]:
            scores = _texts(connection, text, language_of(source_locale), minimum)
            return [
                Match(unit, score)
                for number, score in scores.items()
                for unit in _units(connection, number, language_of(target_locale))
            ]

        def rank(match: Match) -> tuple[object, ...]:
            unit = match.unit
            age = -unit.changed.timestamp() if unit.changed else 0.0
            fits = (unit.context != context, unit.target_locale != target_locale, unit.obsolete)
            return (-match.score, *fits, age, unit.origin, unit.target)

        best: dict[tuple[str, str], Match] = {}
        for match in sorted(self._asked(ask), key=rank):
            best.setdefault((match.unit.source, match.unit.target), match)
        return list(best.values())[:limit]

    def contents(self) -> list[Content]:
        """Return what the memory holds, by pair of locales and origin."""
        return self._asked(lambda connection: [Content(*row) for row in connection.execute(schema.CONTENTS)])

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _asked(self, question: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
        """Answer a question; a database that turns out to be damaged is built anew first."""
        try:
            return question(self._connection)
        except sqlite3.DatabaseError:
            self._connection.close()
            self._connection, self.problems = _built(self._file, None, self._sources, self._told)
            return question(self._connection)


def _brought_up(
    file: Path | None, sources: Sequence[Source], told: OnUnits
) -> tuple[sqlite3.Connection, tuple[Problem, ...]]:
    """Return a database that knows the sources as they are, and what kept some of them from being read."""
    if file is not None:
        wanted = {source.path: source.stamp for source in sources}
        if all(wanted.values()) and (current := _opened(file, wanted)) is not None:
            return current, ()
        if (old := _opened(file)) is not None:
            with closing(old), suppress(sqlite3.DatabaseError):
                return _built(file, old, sources, told)
    return _built(file, None, sources, told)


def _opened(file: Path, wanted: dict[str, str] | None = None) -> sqlite3.Connection | None:
    """Open a database of ours for reading, if there is one and its sources have the stamps that are `wanted`.

    Nobody writes into it where it stands, so nothing is locked.
    """
    if not file.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        return None
    with suppress(sqlite3.DatabaseError):
        marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        if marks == [schema.APPLICATION_ID, schema.VERSION] and (wanted is None or wanted == _stamps(connection)):
            return connection
    connection.close()
    return None


def _built(
    file: Path | None, old: sqlite3.Connection | None, sources: Sequence[Source], told: OnUnits
) -> tuple[sqlite3.Connection, tuple[Problem, ...]]:
    """Build a database from an old one, or from nothing, and put it in the file's place if that can be."""
    if file is not None:
        copy = file.with_name(f".{file.name}.{os.urandom(4).hex()}.tmp")
        try:
            _sweep(file)
            with closing(sqlite3.connect(copy)) as connection:
                problems = _fill(connection, old, sources, told)
                stamps = _stamps(connection)
            copy.replace(file)
            if (opened := _opened(file, stamps)) is not None:
                return opened, problems
        except (sqlite3.OperationalError, OSError):
            pass  # a full disk, a folder that may not be written to: it must do without a file
        finally:
            with suppress(OSError):
                copy.unlink()
    connection = sqlite3.connect(":memory:")
    return connection, _fill(connection, old, sources, told)


def _sweep(file: Path) -> None:
    """Remove the copies that killed processes left behind."""
    for copy in file.parent.glob(f".{file.name}.*.tmp"):
        with suppress(OSError):  # another process may just have done so
            if time.time() - copy.stat().st_mtime > _LEFT_BEHIND:
                copy.unlink()


def _fill(
    connection: sqlite3.Connection, old: sqlite3.Connection | None, sources: Sequence[Source], told: OnUnits
) -> tuple[Problem, ...]:
    """Make a database of what `old` holds and what the sources say now.

    A source that cannot be read stays as it was; its problem is returned.
    """
    connection.execute("PRAGMA journal_mode = OFF")  # a copy that is not finished is thrown away
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -65536")  # KiB
    if old is None:
        connection.executescript(schema.SCHEMA)
    else:
        old.backup(connection)
    held = _stamps(connection)
    problems = []
    units = 0
    for path in held.keys() - {source.path for source in sources}:
        _forget(connection, _numbers(connection, path))
    for source in sources:
        if source.stamp and held.get(source.path) == source.stamp:
            continue
        before = _numbers(connection, source.path)
        try:
            for _ in _added(connection, source):
                units += 1
                if units % _TOLD == 0:
                    told(units)
        except TaiyakuError as error:
            problems.append(error.problem)
            _forget(connection, set(_numbers(connection, source.path)) - set(before))
        else:
            _forget(connection, before)  # after the new ones, so that texts which stay are not touched
    connection.commit()
    told(None)
    return tuple(problems)


def _stamps(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT path, stamp FROM source"))


def _numbers(connection: sqlite3.Connection, path: str) -> list[int]:
    return [number for (number,) in connection.execute("SELECT id FROM source WHERE path = ?", (path,))]


def _added(connection: sqlite3.Connection, source: Source) -> Iterator[None]:
    """Put the units of a source into the database; yields after each."""
    number = connection.execute(
        "INSERT INTO source (path, stamp, origin) VALUES (?, ?, ?)", (source.path, source.stamp, source.origin)
    ).lastrowid
    for unit in source.read():
        original = _text(connection, unit.source, language_of(unit.source_locale))
        translation = _text(connection, unit.target, language_of(unit.target_locale))
        times = [time and time.isoformat() for time in (unit.changed, unit.created)]
        row = (unit.source_locale, unit.target_locale, unit.context, times[0], unit.note, times[1], unit.obsolete)
        connection.execute(schema.INSERT_UNIT, (number, original, translation, *row))
        yield


def _text(connection: sqlite3.Connection, content: str, language: str) -> int | None:
    """Return the number of a text, which is put into the index if it is new."""
    digest = _digest(content, language)
    known = connection.execute("SELECT id FROM text WHERE digest = ?", (digest,)).fetchone()
    if known:
        return int(known[0])
    inserted = "INSERT INTO text (language, digest, content) VALUES (?, ?, ?)"
    number = connection.execute(inserted, (language, digest, content)).lastrowid
    postings = ((gram, number) for gram in sketch(content, language))
    connection.executemany("INSERT INTO posting VALUES (?, ?)", postings)
    return number


def _digest(content: str, language: str) -> int:
    """Return 63 bits that tell texts apart: for a billion of them, two agree with a chance of one in twenty."""
    data = f"{language}\0{content}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big") >> 1


def _forget(connection: sqlite3.Connection, sources: Iterable[int]) -> None:
    """Remove sources, their units, and the texts that no other unit has."""
    for source in sources:
        texts = connection.execute(schema.TEXTS_OF_SOURCE, (source,)).fetchall()
        connection.execute("DELETE FROM unit WHERE source = ?", (source,))
        connection.execute("DELETE FROM source WHERE id = ?", (source,))
        for (text,) in texts:
            if connection.execute(schema.IS_USED, (text,)).fetchone() is None:
                found = connection.execute("SELECT content, language FROM text WHERE id = ?", (text,)).fetchone()
                postings = ((gram, text) for gram in sketch(*found))
                connection.executemany("DELETE FROM posting WHERE gram = ? AND text = ?", postings)
                connection.execute("DELETE FROM text WHERE id = ?", (text,))


def _texts(connection: sqlite3.Connection, text: str, language: str, minimum: float) -> dict[int, float]:
    """Return the numbers of the texts that are at least so similar, with their similarity."""
    very = "SELECT id FROM text WHERE digest = ?"
    scores = {number: 1.0 for (number,) in connection.execute(very, (_digest(text, language),))}
    if minimum < 1.0:
        wanted = grams(text)
        for number, content in _candidates(connection, text, language):
            score = min(similarity(wanted, grams(content)), 0.99)  # case apart, say
            if score >= minimum:
                scores.setdefault(number, score)
    return scores


def _candidates(connection: sqlite3.Connection, text: str, language: str) -> list[tuple[int, str]]:
    """Return the texts that, by the index, have most in common with `text` for their length, with their numbers."""
    read = "SELECT content FROM text WHERE id = ?"
    weighed: list[tuple[float, int, str]] = []
    for number, common in _met(connection, sketch(text, language)).most_common(_WEIGHED):
        (content,) = connection.execute(read, (number,)).fetchone()
        shorter, longer = sorted((len(text), len(content)))
        if longer <= _LONGER * (shorter + 2):
            # of the grams in the two sketches, the part that both have; a short text has fewer
            sizes = min(len(text), SKETCH) + min(len(content), SKETCH)
            weighed.append((-common / sizes, number, content))
    return [(number, content) for _, number, content in nsmallest(_RESCORED, weighed)]


def _met(connection: sqlite3.Connection, wanted: Iterable[int]) -> Counter[int]:
    """Return how many of these grams each text has in its sketch, as far as is read: the rarest ones first."""
    read = f"SELECT text FROM posting WHERE gram = ? LIMIT {_LIST}"  # noqa: S608 (a number of ours)
    lists = [connection.execute(read, (gram,)).fetchall() for gram in wanted]
    met: Counter[int] = Counter()
    visits = 0
    for rows in sorted(lists, key=len):
        visits += len(rows)
        if met and visits > _VISITS:
            break
        met.update(number for (number,) in rows)
    return met


def _units(connection: sqlite3.Connection, text: int, language: str) -> Iterator[TranslationUnit]:
    """Yield the units that translate a text into a language, or from it."""
    for row in connection.execute(schema.UNITS_BY_ORIGINAL, (text, language)):
        yield _unit(*row)
    for row in connection.execute(schema.UNITS_BY_TRANSLATION, (text, language)):
        yield _unit(*row).reversed()


def _unit(  # noqa: PLR0913, PLR0917 (the columns of a row)
    source: str,
    source_digest: int,
    target: str,
    target_digest: int,
    source_locale: str,
    target_locale: str,
    context: str | None,
    origin: str,
    changed: str | None,
    note: str,
    created: str | None,
    obsolete: int,
) -> TranslationUnit:
    """Return the unit of a row. Raises sqlite3.DatabaseError if its words are not those that were written."""
    if (_digest(source, language_of(source_locale)), _digest(target, language_of(target_locale))) != (
        source_digest,
        target_digest,
    ):
        msg = "a text is damaged"
        raise sqlite3.DatabaseError(msg)
    return TranslationUnit(
        source,
        target,
        source_locale,
        target_locale,
        context=context,
        origin=origin,
        changed=datetime.fromisoformat(changed) if changed else None,
        note=note,
        created=datetime.fromisoformat(created) if created else None,
        obsolete=bool(obsolete),
    )
