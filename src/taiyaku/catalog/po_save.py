"""Saving a catalog: no translation may be lost by it, whatever goes wrong."""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

from taiyaku.catalog.po_opinion import second_opinion
from taiyaku.catalog.po_reader import parse
from taiyaku.catalog.po_splice import encode, same_content, updated
from taiyaku.catalog.po_writer import dump
from taiyaku.errors import CatalogError, Phrase, SaveError
from taiyaku.files import exchange, present_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Message
    from taiyaku.catalog.po_file import PoFile

_Translation = tuple[str, ...]
_LONG_NAME = 230  # bytes of a file's name that leave room for what is added to it; file systems hold 255


def save(path: Path, catalog: Catalog, base: PoFile | None, *, prune: bool = False) -> bool:
    """Write `catalog` to `path`; return whether there was anything to write.

    `base` is the file that the catalog was made from, None if it is new. Before anything is replaced: no translation
    of `base` may have vanished (unless `prune`); the new bytes are read again, by the strict reader and, where they
    hold changed translations, by polib; and the file at `path` must still be the one that was read.

    Raises CatalogError where the catalog cannot be written as it is, and SaveError where the file cannot; the file at
    `path` is then untouched. If another program changed it in between, the new text lies beside it.
    """
    data = encode(dump(catalog), catalog, path, None) if base is None else updated(base, catalog)
    if base is not None and not prune:
        _refuse_losses(path, catalog, base)
    old = base.data if base is not None and base.path == path else None
    if data == old:
        return False
    _verify(path, data, catalog, base)
    if exchange(path, old, data):
        return True
    present = present_bytes(path)
    if present == data:
        return False
    raise _changed_meanwhile(path, data, present)


def vanished(catalog: Catalog, base: Catalog) -> Iterator[Message]:
    """Yield the messages of `base` whose translation is not in `catalog`.

    A translation is there if as many messages carry it, obsolete or not and in whatever context, for the same msgid
    or for one whose previous msgid it was.
    """
    carriers: dict[_Translation, list[Message]] = defaultdict(list)
    for message in catalog.messages:
        carriers[_translation(message)].append(message)
    translated = [message for message in base.messages if message.has_translation and message.msgid]
    unmatched = [message for message in translated if not _take(message, carriers, previous=False)]
    for message in unmatched:
        if not _take(message, carriers, previous=True):
            yield message


def _translation(message: Message) -> _Translation:
    return message.plural_forms or (message.msgstr,)


def _take(message: Message, carriers: dict[_Translation, list[Message]], *, previous: bool) -> bool:
    """Take one carrier of the message's translation away, if there is one."""
    candidates = carriers.get(_translation(message), [])
    ids = {message.msgid, message.previous_msgid} - {None}
    for number, candidate in enumerate(candidates):
        if candidate.msgid == message.msgid or (previous and {candidate.msgid, candidate.previous_msgid} & ids):
            del candidates[number]
            return True
    return False


def _refuse_losses(path: Path, catalog: Catalog, base: PoFile) -> None:
    lost = list(vanished(catalog, base.catalog))
    if not lost:
        return
    places = [base.position(message.key) for message in lost]
    which = [
        f"{message.msgid[:40]!r} ({base.path.name}:{place.line if place else ''})"
        for message, place in zip(lost, places, strict=True)
    ]
    raise CatalogError(
        Phrase("translations would be lost: {which}", which=", ".join(which)),
        path=path,
        position=places[0],
        hint=Phrase("keep them as obsolete messages, or ask for them to be pruned; nothing was written"),
    )


def _verify(path: Path, data: bytes, catalog: Catalog, base: PoFile | None) -> None:
    """Read the new bytes as a stranger would. Raises CatalogError unless they say what the catalog says."""
    try:
        again = parse(data, path)
    except CatalogError as error:
        what = Phrase("the new text could not be read again ({reason})", reason=error.problem.what)
        raise _unwritable(path, what) from error
    if not same_content(again.catalog, catalog):
        pairs = zip(again.catalog.messages, catalog.messages, strict=False)
        odd = next((wanted for found, wanted in pairs if found != wanted), None)
        raise _unwritable(path, Phrase("the new text would read differently"), odd)
    known = set() if base is None else set(base.catalog.messages)
    changed = [number for number, message in enumerate(again.catalog.messages) if message not in known]
    if odd := second_opinion(again, changed):
        raise _unwritable(path, Phrase("polib would read the new text differently"), odd)


def _unwritable(path: Path, what: Phrase, message: Message | None = None) -> CatalogError:
    if message is not None:
        what = Phrase("{what}, in the message {msgid}", what=what, msgid=repr(message.msgid[:40]))
    return CatalogError(
        what, path=path, hint=Phrase("look for odd characters and for messages given twice; nothing was written")
    )


def _changed_meanwhile(path: Path, data: bytes, present: bytes | None) -> SaveError:
    """Save the new text beside a file that is not the one that was read, and return the error that says so."""
    return SaveError(
        Phrase("another program removed the file since it was read")
        if present is None
        else Phrase("another program wrote the file in the meantime"),
        path=path,
        hint=Phrase(
            "the new text is in {beside}; close the file in the other program and run the command again; "
            "the file itself was not touched",
            beside=_saved_aside(path, data).name,
        ),
    )


def _saved_aside(path: Path, data: bytes) -> Path:
    """Write the new text beside `path`, under a name that nothing has; return where it is."""
    name = path.name if len(os.fsencode(path.name)) <= _LONG_NAME else path.name[:50]
    beside, number = path.with_name(f"{name}.taiyaku-new"), 1
    while not exchange(beside, None, data) and present_bytes(beside) != data:
        number += 1
        beside = path.with_name(f"{name}.taiyaku-new-{number}")
    return beside
