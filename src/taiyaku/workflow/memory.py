"""The project's translation memory: what its catalogs and imported files hold, found again for new passages."""

from __future__ import annotations

import os
import re
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.cache import disk_time, is_fresh, stamp_of
from taiyaku.errors import CatalogError, Phrase, Problem, SaveError, TaiyakuError, UsageError
from taiyaku.files import present_bytes, read_regular, safe_write
from taiyaku.project.slugs import fixed_folder
from taiyaku.workflow.articles import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from taiyaku.memory.store import Memory, OnUnits, Source
    from taiyaku.memory.unit import TranslationUnit
    from taiyaku.project.project import Project

CACHE = "memory.sqlite"
FOLDER = "memory"
SUFFIX = ".tmx"


class Imported(NamedTuple):
    """What became of a file: `path` is its place in the project. `left_out` are units in other languages only."""

    path: Path
    units: int
    left_out: int
    new: bool


class Exported(NamedTuple):
    """A memory as TMX, and the units that could not be in it."""

    data: bytes
    units: int
    problems: list[Problem]


def memory_folder(project: Project) -> Path:
    """Return the folder of imported memories, from the root: `memory` beside the folders of the locales."""
    return Path(fixed_folder(project.settings.catalogs.format(locale="*", slug="*")), FOLDER)


def open_memory(project: Project, told: OnUnits | None = None) -> Memory:
    """Return the memory of a project, up to date with its catalogs and imported files; `told` learns of long readings.

    The files are the truth; the database in the cache is made from them, and again whenever it is missing.
    """
    from taiyaku.memory.store import Memory

    folder = project.cache_folder()
    return Memory(folder / CACHE if folder else None, sources(project), told)


def sources(project: Project) -> list[Source]:
    """Return the files that the memory is made from: the catalogs, of articles that are gone too, and TMX files."""
    from taiyaku.memory.store import Source

    found = []
    stamp = _stamps(project)
    for slug, locale, path in _catalogs(project):
        found.append(Source(path.as_posix(), stamp(path), slug, partial(_units, project, slug, locale)))
    for path in _imported(project):
        read = partial(_imported_units, project, path)
        found.append(Source(path.as_posix(), stamp(path), path.name, read))
    return found


def import_files(project: Project, files: Sequence[Path], *, dry_run: bool = False) -> Outcome[Imported]:
    """Take TMX files into the project: each is read to its end, and kept as it is where the memory finds it.

    A file that is no TMX is a problem and is not taken; neither is one that holds no unit for us, nor one whose name
    another file there has already. With `dry_run` nothing is written. Raises UsageError, before anything is done, for
    a file that is not named as TMX.
    """
    for file in files:
        if not is_named_as_tmx(file):
            raise UsageError(
                Phrase("{path} is not named as a TMX file", path=file),
                hint=Phrase("give a file whose name ends in .tmx"),
            )
    results: list[Imported] = []
    problems: list[Problem] = []
    for file in files:
        try:
            results.append(_import(project, file, dry_run=dry_run))
        except TaiyakuError as error:
            problems.append(error.problem)
    return Outcome(results, problems)


def _import(project: Project, file: Path, *, dry_run: bool) -> Imported:
    from taiyaku.interop.tmx import TmxReader

    reader = TmxReader(file, file.name)
    units = sum(1 for _ in reader)
    if not units:
        raise CatalogError(
            Phrase("no text in it is in both English and Japanese"),
            path=file,
            hint=Phrase("the memory would learn nothing from it, and it was not taken"),
        )
    place = memory_folder(project) / file.name
    new = _take(file, project.root / place, dry_run=dry_run)
    return Imported(place, units, reader.left_out, new)


def is_named_as_tmx(path: Path) -> bool:
    """Whether a file's name says that it is TMX, and does not hide it."""
    return path.suffix.lower() == SUFFIX and not path.name.startswith(".")


def export(project: Project, names: Iterable[str] = (), locales: Iterable[str] = ()) -> Exported:
    """Return the memory as TMX: all of it, or what the articles that `names` name hold, or into `locales` only.

    A file that cannot be read is a problem, an article among `names` too, and so is a unit with a character that XML
    cannot hold; the others are there.
    """
    from taiyaku import __version__
    from taiyaku.interop.tmx import dump, unholdable

    wanted = set(locales)
    names = list(names)
    articles, problems = project.select(names) if names else ([], [])
    slugs = {article.slug for article in articles} if names else None
    taken: list[TranslationUnit] = []
    for source in sources(project):
        if slugs is not None and source.origin not in slugs:
            continue
        try:
            units = [unit for unit in source.read() if not wanted or unit.target_locale in wanted]
        except TaiyakuError as error:
            problems.append(error.problem)
            continue
        for unit in units:
            fault = unholdable(unit)
            if fault is None:
                taken.append(unit)
            else:
                hint = Phrase("correct it there; the unit was left out")
                problems.append(Problem(fault, project.root / source.path, hint=hint))
    return Exported("".join(dump(taken, __version__)).encode(), len(taken), problems)


def _catalogs(project: Project) -> Iterator[tuple[str, str, Path]]:
    """Yield slug, locale and path (from the root) of every catalog, whether its article is still there or not."""
    for locale in project.settings.locales:
        before, _, after = project.catalog_path("{slug}", locale).as_posix().partition("{slug}")
        named = re.compile(f"{re.escape(before)}([^/]+){re.escape(after)}")
        for path in sorted(project.root.glob(f"{before}*{after}")):
            match = named.fullmatch(path.relative_to(project.root).as_posix())
            if match:
                yield match[1], locale, path.relative_to(project.root)


def _imported(project: Project) -> Iterator[Path]:
    """Yield the paths of imported files, from the root."""
    for path in sorted((project.root / memory_folder(project)).glob("*")):
        if is_named_as_tmx(path):
            yield path.relative_to(project.root)


def _stamps(project: Project) -> Callable[[Path], str]:
    """Return a function that gives the stamp of a file, an empty one where it says nothing yet; ask before reading."""
    folder = project.cache_folder()
    told = disk_time(folder) if folder else None
    now = time.time_ns() if told is None else told

    def stamp(path: Path) -> str:
        found = stamp_of(os.path.realpath(project.root / path))  # what a link leads to is what is read
        return ":".join(map(str, found)) if found and not is_fresh(found, now) else ""

    return stamp


def _units(project: Project, slug: str, locale: str) -> Iterator[TranslationUnit]:
    from taiyaku.locale import Locale
    from taiyaku.memory.collect import approved_units
    from taiyaku.memory.unit import language_of

    file = project.read_unwatched(slug, locale)
    if file is None:
        return
    source = Locale.parse(file.catalog.field("X-Source-Language") or project.settings.source_locale).tag
    if language_of(source) != language_of(locale):
        yield from approved_units(file.catalog, slug, source, locale)


def _imported_units(project: Project, path: Path) -> Iterator[TranslationUnit]:
    from taiyaku.interop.tmx import TmxReader

    file = project.root / path
    if not Path(os.path.realpath(file)).is_relative_to(project.root.resolve()):  # also of a link to itself
        raise CatalogError(
            Phrase("a link leads out of the project"), path=file, hint=Phrase("copy the file into the project")
        )
    yield from TmxReader(file, path.name)


def _take(file: Path, place: Path, *, dry_run: bool) -> bool:
    """Copy a file into the project; return whether it was new there."""
    data = read_regular(file)
    present = present_bytes(place)
    if present == data:
        return False
    if present is not None:
        raise SaveError(
            Phrase("there is another memory of that name already: {path}", path=place.name),
            path=file,
            hint=Phrase("give the new file another name, or remove the old one; nothing was changed"),
        )
    if not dry_run:
        safe_write(place, data)
    return True
