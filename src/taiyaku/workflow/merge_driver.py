"""What git calls to merge a catalog that both branches changed."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.catalog import po
from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.conflicts import OURS, with_conflicts, without_conflicts
from taiyaku.catalog.three_way import merge_three
from taiyaku.errors import CatalogError, Phrase, Problem
from taiyaku.files import safe_write
from taiyaku.git import merge_lines
from taiyaku.span import Position
from taiyaku.text.width import shortened

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = 48


def merge_files(base: Path, ours: Path, theirs: Path, shown: Path) -> tuple[Problem, ...]:
    """Merge the changes from `base` to `theirs` into the catalog or template `ours`; return what a person must settle.

    Unchanged entries keep our bytes. Conflicts stand in the file between markers, as two whole messages. If a side
    cannot be read as a catalog, the files are merged by lines, as git does it, and that is a problem in any case.
    `shown` is the path to tell people. Raises SaveError where `ours` cannot be written.
    """
    try:
        files = po.read(ours), po.read(theirs)
        for file in files:
            _refuse_domains(file)
        merged = merge_three(_base(base), *(file.catalog for file in files))
        po.save(ours, merged.catalog, files[0], prune=True)  # what the other side pruned is meant to go
    except CatalogError as error:
        merge_lines(ours, base, theirs)
        return (_by_lines(error.problem, ours, theirs, shown),)
    if not merged.conflicts:
        return ()
    text = with_conflicts(po.read(ours), merged.conflicts, files[1])
    safe_write(ours, (codecs.BOM_UTF8 if files[0].bom else b"") + text.encode())
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.rstrip("\r") == OURS]
    return tuple(
        Problem(
            Phrase("two translations of “{msgid}”", msgid=shortened(conflict.ours.msgid, _COLUMNS)),
            shown,
            Position(line, 1),
            Phrase("keep one of the two messages and remove the three marker lines"),
        )
        for line, conflict in zip(lines, merged.conflicts, strict=True)
    )


def _base(path: Path) -> Catalog:
    """Return the common ancestor: an empty catalog where there is none, or none that can be read.

    Then what one side removed is taken for what the other added, and stays; nothing is lost by that.
    """
    data = without_conflicts(path.read_bytes())
    try:
        return po.parse(data, path).catalog
    except CatalogError:
        return Catalog(None)


def _refuse_domains(file: po.PoFile) -> None:
    if any(message.domain for message in file.catalog.messages):
        raise CatalogError(Phrase("a catalog with several domains is not merged by message"), path=file.path)


def _by_lines(problem: Problem, ours: Path, theirs: Path, shown: Path) -> Problem:
    sides = {ours: Phrase("on our side"), theirs: Phrase("on the other side")}
    side = sides.get(problem.path or ours, Phrase("in the result"))
    return replace(
        problem,
        what=Phrase("merged by lines only, for {side}: {what}", side=side, what=problem.what),
        path=shown,
        hint=Phrase("look at the whole file before you commit it"),
    )
