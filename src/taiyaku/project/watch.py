"""Looking after the catalogs: what another program did to one since a command last saw it is noticed here.

Each catalog has a journal in the project's cache folder. A command that reads a catalog compares it with its journal
and notes down what is new; a command that writes one notes down what it wrote.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from taiyaku.catalog import journal_file
from taiyaku.catalog.catalog import Catalog
from taiyaku.errors import Phrase, Problem, SaveError
from taiyaku.text.width import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from taiyaku.catalog.journal import Journal, Kind, Loss, Record
    from taiyaku.catalog.po_file import PoFile
    from taiyaku.project.project import Project

_MISSING = "missing"  # in place of a digest, where there is no file
_MSGID_SHOWN = 40  # code points


def journal_path(project: Project, slug: str, locale: str) -> Path | None:
    """Return the path of a catalog's journal, None where the project has no cache folder."""
    folder = project.cache_folder()
    return None if folder is None else project.root / project.journal_path(slug, locale)


def notices(project: Project, slug: str, locale: str, file: PoFile | None) -> tuple[Problem, ...]:
    """Look at a catalog as it was read, None where there is none, and say what was lost or mixed up in it."""
    path = project.root / project.catalog_path(slug, locale)
    try:
        losses = open_losses(project, slug, locale, file)
    except (OSError, SaveError) as error:
        why = error.strerror if isinstance(error, OSError) else error.problem.what
        what = Phrase("the journal of the catalog cannot be used: {why}", why=why or str(error))
        hint = Phrase("until it can be, nobody notices if another program loses a translation")
        return (Problem(what, path, hint=hint, severity="note"),)
    return tuple(_problems(losses, slug, path, file))


def open_losses(project: Project, slug: str, locale: str, file: PoFile | None) -> tuple[Loss, ...]:
    """Look at a catalog as it was read; return what `restore` would give back, in the order in which it was noticed.

    Raises OSError and SaveError where there is a journal that cannot be read or written.
    """
    path = journal_path(project, slug, locale)
    digest = _MISSING if file is None else blake2b(file.data, digest_size=16).hexdigest()
    if path is None or journal_file.is_settled(path, digest):
        return ()
    from taiyaku.catalog.journal import observation

    journal = journal_file.read_journal(path)
    if journal.digest == digest or (file is None and not journal.generation):
        return journal.losses
    catalog = Catalog(locale) if file is None else file.catalog
    history = project.history.ask(project.root)
    catalog_path = project.root / project.catalog_path(slug, locale)
    losses = tuple(_losses(project, journal, catalog_path, file, catalog))
    record = observation(journal, catalog, losses)
    _append(path, record._replace(digest=digest, head=history.head))
    return losses


def note_saved(project: Project, slug: str, locale: str, catalog: Catalog) -> None:
    """Note down what a command of ours wrote, so that it is never taken for the work of another program.

    The bytes are left to the next command to look at, since another program may have written its own by then.
    """
    with contextlib.suppress(OSError, SaveError):  # the next command that reads the catalog tells of it
        _note(project, slug, locale, catalog, accepted=False)


def forget(project: Project, slug: str, locale: str, catalog: Catalog) -> None:
    """Note down that a person accepts the catalog as it is, whatever is lost in it. Raises OSError and SaveError."""
    _note(project, slug, locale, catalog, accepted=True)


def move_journals(project: Project, old: str, new: str) -> None:
    """Let the journals of an article come along when its slug changes; those of the new slug, if any, give way."""
    for locale in project.settings.locales:
        source, target = journal_path(project, old, locale), journal_path(project, new, locale)
        if source is not None and target is not None and source.exists():
            with contextlib.suppress(OSError):  # the catalogs are moved already; only the watch begins anew
                source.replace(target)


def _note(project: Project, slug: str, locale: str, catalog: Catalog, *, accepted: bool) -> None:
    from taiyaku.catalog.journal import observation
    from taiyaku.catalog.losses import still_lost

    path = journal_path(project, slug, locale)
    if path is None:
        return
    journal = journal_file.read_journal(path)
    losses = [] if accepted else list(still_lost(journal.losses, catalog))
    settled = [loss.lost for loss in journal.losses] if accepted else []
    record = observation(journal, catalog, losses, settled)
    _append(path, record._replace(head=project.history.ask(project.root).head))


def _append(path: Path, record: Record) -> None:
    when = datetime.now(UTC).isoformat(timespec="seconds")
    if journal_file.append(path, record._replace(when=when)):
        journal_file.compact(path)


def _losses(project: Project, journal: Journal, path: Path, file: PoFile | None, catalog: Catalog) -> Iterable[Loss]:
    """Return what is open: of what was noticed before, and of what is new; one loss for a message."""
    from taiyaku.catalog.losses import is_open, losses_since, strange_pairs

    lost, strange = list(losses_since(journal, catalog)), list(strange_pairs(journal, catalog))
    merged: list[Loss] = []
    repository = project.history.repository
    if repository is not None:
        from taiyaku.project.git_origins import committed_by_a_person, merged_by_git, not_explained_by_git

        lost = list(not_explained_by_git(project.history, repository, path, lost, journal, exists=file is not None))
        people = committed_by_a_person(repository, path, strange)
        strange = [loss for loss in strange if loss.message.key not in people]
        if file is not None:
            folder = project.root / project.settings.catalogs.partition("{")[0].rpartition("/")[0]
            merged = list(merged_by_git(project.history, repository, folder, file, journal.head))
    found = [loss for loss in (*merged, *strange) if loss.lost not in journal.settled]
    still_open = [loss for loss in journal.losses if is_open(loss, catalog)]
    return {loss.message.key: loss for loss in (*reversed(found), *lost, *still_open)}.values()


def _problems(losses: Iterable[Loss], slug: str, path: Path, file: PoFile | None) -> Iterator[Problem]:
    """Yield one problem for each kind of loss, at the first of them."""
    groups: dict[tuple[Kind, bool], list[Loss]] = {}
    for loss in losses:
        groups.setdefault((loss.kind, loss.certain), []).append(loss)
    for (kind, certain), group in groups.items():
        first = group[0].message
        msgid = shortened(" ".join(first.msgid.split()), _MSGID_SHOWN)
        yield Problem(
            _what(kind, len(group), msgid),
            path,
            None if file is None else file.msgstr_position(first.key),
            Phrase(
                "`taiyaku restore {slug}` gives them back, `taiyaku restore --forget {slug}` accepts the file as it is",
                slug=slug,
            )
            if kind != "stale"
            else Phrase(
                "`taiyaku restore {slug}` marks them as fuzzy, `taiyaku restore --forget {slug}` accepts them",
                slug=slug,
            ),
            "warning" if certain else "note",
        )


def _what(kind: Kind, count: int, msgid: str) -> Phrase:
    values = {"count": count, "msgid": msgid}
    if kind == "gone":
        return Phrase("translations that stood here are gone: {count}, the first of “{msgid}”", **values)
    if kind == "emptied":
        return Phrase("translations were deleted here: {count}, the first of “{msgid}”", **values)
    if kind == "older":
        return Phrase("translations are back at an older text: {count}, the first of “{msgid}”", **values)
    return Phrase("translations of other texts stand as approved: {count}, the first of “{msgid}”", **values)
