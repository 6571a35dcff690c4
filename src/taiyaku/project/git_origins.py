"""Where a pair in a catalog comes from, as git tells it: from a person, a merge of lines, or another branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.catalog import po
from taiyaku.catalog.journal import texts_of
from taiyaku.catalog.merged_pairs import pairs_nobody_approved
from taiyaku.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from taiyaku.catalog.journal import Journal, Loss, Texts
    from taiyaku.catalog.message import Key
    from taiyaku.catalog.po_file import PoFile
    from taiyaku.git import Repository
    from taiyaku.project.history import History


def merged_by_git(history: History, repository: Repository, folder: Path, file: PoFile, since: str) -> Iterator[Loss]:
    """Yield the approved translations of a catalog that nobody approved, but that a merge put together.

    Of the merges since `since` was checked out, and one that is not committed yet; see `History.merges`.
    """
    if history.pending is not None:
        yield from pairs_nobody_approved(file, list(_versions(repository, file.path, (history.head, history.pending))))
    standing = {(message.key, texts_of(message)) for message in file.catalog.messages if message.translated}
    for merge in history.merges(repository, since, folder, file.path):
        for result in _versions(repository, file.path, (merge.result,)):
            found = pairs_nobody_approved(result, list(_versions(repository, file.path, merge.sides)))
            losses = [loss for loss in found if (loss.message.key, loss.instead) in standing]
            yield from _not_approved_later(repository, file.path, merge.result, losses)


def _not_approved_later(repository: Repository, path: Path, merge: str, losses: list[Loss]) -> Iterator[Loss]:
    """Yield those that stood in no other way since the merge: a person looked at the others."""
    later = repository.commits(path, "--ancestry-path", f"{merge}..HEAD") if losses else []
    seen = {(loss.message.key, loss.instead) for loss in losses}
    for version in _versions(repository, path, later):
        seen &= {(message.key, texts_of(message)) for message in version.catalog.messages if message.translated}
    yield from (loss for loss in losses if (loss.message.key, loss.instead) in seen)


def committed_by_a_person(repository: Repository, path: Path, losses: list[Loss]) -> set[Key]:
    """Return the keys of those losses whose approved pair stands in a commit that is no merge."""
    wanted = {(loss.message.key, loss.instead) for loss in losses}
    found: set[Key] = set()
    for version in _versions(repository, path, repository.commits(path, "--no-merges", "HEAD") if losses else ()):
        found |= {m.key for m in version.catalog.messages if m.translated and (m.key, texts_of(m)) in wanted}
        if len(found) == len(wanted):
            break
    return found


def not_explained_by_git(
    history: History, repository: Repository, path: Path, losses: list[Loss], journal: Journal, *, exists: bool
) -> Iterator[Loss]:
    """Yield the losses that git does not explain.

    What stands in the file as it stands in HEAD came by git, if the lost text is in git as well. If that happened by
    going on from the commit that was last seen, a commit took it away: that is worth a note, once, but for messages
    out of use, which are pruned now and then. If it happened by a checkout of something else, the text is safe where
    it was. All other losses were done to the file here. `exists` tells whether there is a file.
    """
    sides = [_standing(repository, path, commit) for commit in ("HEAD", history.pending) if commit and losses]
    sides = [side for side in sides if (side is not None) == exists]
    left: dict[Key, Loss] = {}
    for loss in losses:
        if any(
            (side is not None) == exists and (side or {}).get(loss.message.key, ()) == loss.instead for side in sides
        ):
            left[loss.message.key] = loss
        else:
            yield loss
    if left and repository.is_ancestor(journal.head, "HEAD"):
        for loss in _found_in(repository, path, left, "HEAD"):
            if loss.lost not in journal.settled and _is_news(repository, path, loss, journal.head):
                yield loss._replace(certain=False)
    for _ in _found_in(repository, path, left, "--all"):
        pass  # safe on another branch, or in a stash
    yield from left.values()


def _found_in(repository: Repository, path: Path, left: dict[Key, Loss], revisions: str) -> Iterator[Loss]:
    """Take those of `left` away whose lost text stands in one of the revisions, and yield them."""
    for version in _versions(repository, path, repository.commits(path, revisions) if left else ()):
        there = {message.key: texts_of(message) for message in version.catalog.messages}
        for loss in [loss for key, loss in left.items() if there.get(key) == texts_of(loss.message)]:
            yield left.pop(loss.message.key)
        if not left:
            return


def _standing(repository: Repository, path: Path, commit: str) -> dict[Key, Texts] | None:
    """Return the translations of the file in a commit; None where it is not there, or broken."""
    for version in _versions(repository, path, (commit,)):
        return {message.key: texts_of(message) for message in version.catalog.messages}
    return None


def _is_news(repository: Repository, path: Path, loss: Loss, commit: str) -> bool:
    """Whether a translation that a commit took away is worth a note."""
    if loss.kind != "older":
        return not loss.message.obsolete
    # what stood in no version before is no older text, but the newer one of another branch
    return any(
        message.key == loss.message.key and texts_of(message) == loss.instead
        for version in _versions(repository, path, repository.commits(path, commit))
        for message in version.catalog.messages
    )


def _versions(repository: Repository, path: Path, commits: Iterable[str]) -> Iterator[PoFile]:
    """Yield the file as it was in each commit; a version that is not there, or that is broken, is left out."""
    for commit in commits:
        data = repository.read(commit, path)
        if data is None:
            continue
        try:
            yield po.parse(data, path)
        except CatalogError:
            continue
