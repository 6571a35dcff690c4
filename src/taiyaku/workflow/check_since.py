"""What changed in a catalog since a revision of git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import CatalogError, Phrase, UsageError
from taiyaku.git import find_repository

if TYPE_CHECKING:
    from taiyaku.catalog.message import Key, Message
    from taiyaku.catalog.po_file import PoFile


def changed_keys(file: PoFile, revision: str) -> frozenset[Key]:
    """Return the keys of the messages that were not there, or translated otherwise, in a revision.

    Raises UsageError where the catalog lies in no repository, and for a revision that there is not. A catalog that was
    not there, or was none, has changed altogether.
    """
    repository = find_repository(file.path.parent)
    if repository is None:
        raise UsageError(Phrase("{path} is in no git repository", path=file.path), hint=Phrase("leave --since out"))
    data = repository.read(repository.resolve(revision), file.path)
    now = file.catalog.by_key()
    if data is None:
        return frozenset(now)
    from taiyaku.catalog import po

    try:
        then = po.parse(data, file.path).catalog.by_key()
    except CatalogError:
        return frozenset(now)
    return frozenset(key for key, message in now.items() if _said(then.get(key)) != _said(message))


def _said(message: Message | None) -> tuple[str, tuple[str, ...], bool] | None:
    return None if message is None else (message.msgstr, message.plural_forms, message.fuzzy)
