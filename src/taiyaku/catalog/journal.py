"""What was seen of a catalog's translations, command after command: the memory by which a lost one is noticed.

The journal is a value here; `journal_file` keeps it on disk as a series of records, one for each change that was
seen. No record ever takes a text away: what stood in the catalog once can be given back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Key, Message

Texts = tuple[str, ...]
"""The words of a translation: its msgstr, or its plural forms; none where it is not translated."""

Kind = Literal["gone", "emptied", "older", "stale"]
"""What happened to a translation: its message is missing; it has none any more; it has an older one again; it is
approved for a text that nobody approved it for."""


class Loss(NamedTuple):
    """A translation that another program lost or mixed up.

    `message` is what would be given back, `instead` the words that stand in its place. It is certain, or else an
    ordinary day's work of a translator looks the same.
    """

    kind: Kind
    message: Message
    instead: Texts = ()
    certain: bool = True

    @property
    def lost(self) -> tuple[Key, Texts]:
        """What a person decides about: the translation that is lost, or the pair that is stale."""
        return self.message.key, texts_of(self.message)


class Version(NamedTuple):
    """A message as it stood from one observation on (`generation`, counted from 1) at a time (ISO 8601)."""

    message: Message
    generation: int
    when: str


class Record(NamedTuple):
    """What one look at a catalog adds to its journal.

    `digest` and `head` are of the file and of the repository at that time; `messages` those that are new or differ;
    `gone` the keys that are missing from now on; `losses` all that are open from now on; `settled` the translations
    about which a person decided that the file is right.
    """

    when: str
    digest: str
    head: str = ""
    messages: tuple[Message, ...] = ()
    gone: tuple[Key, ...] = ()
    settled: tuple[tuple[Key, Texts], ...] = ()
    losses: tuple[Loss, ...] = ()


@dataclass(slots=True)
class Journal:
    """What is known of one catalog: every version of every message, and what the file said when last looked at."""

    versions: dict[Key, list[Version]] = field(default_factory=dict)
    present: dict[Key, Version] = field(default_factory=dict)
    settled: set[tuple[Key, Texts]] = field(default_factory=set)
    losses: tuple[Loss, ...] = ()
    generation: int = 0
    head: str = ""
    digest: str = ""

    def add(self, record: Record) -> None:
        """Take a record in; the same version of a message is kept once, as of the last time."""
        self.generation += 1
        for message in record.messages:
            version = Version(message, self.generation, record.when)
            versions = self.versions.setdefault(message.key, [])
            versions[:] = [old for old in versions if old.message != message]
            versions.append(version)
            self.present[message.key] = version
        for key in record.gone:
            self.present.pop(key, None)
        self.settled.update(record.settled)
        self.losses, self.head, self.digest = record.losses, record.head, record.digest


def texts_of(message: Message | None) -> Texts:
    """Return the words of a message's translation; none where there is no message."""
    return () if message is None else message.words


def remembered(message: Message) -> Message:
    """Return of a message what the journal keeps: what people wrote, and nothing that the article gives anew."""
    return replace(message, references=(), extracted_comments=(), other_comments=(), domain=None, domain_comments=())


def observation(
    journal: Journal, catalog: Catalog, losses: Iterable[Loss], settled: Iterable[tuple[Key, Texts]] = ()
) -> Record:
    """Return what a look at the catalog adds to the journal, without time, digest and head."""
    now = {message.key: remembered(message) for message in catalog.messages if message.msgid}
    changed = (m for key, m in now.items() if key not in journal.present or journal.present[key].message != m)
    gone = (key for key in journal.present if key not in now)
    return Record("", "", "", tuple(changed), tuple(gone), tuple(settled), tuple(losses))


def compacted(journal: Journal) -> Iterator[Record]:
    """Yield records that say of the journal what there is to say, each version of a message once."""
    by_generation: dict[int, list[Version]] = {}
    for versions in journal.versions.values():
        for version in versions:
            by_generation.setdefault(version.generation, []).append(version)
    when = ""
    for _, group in sorted(by_generation.items()):
        when = group[0].when
        yield Record(when, "", messages=tuple(version.message for version in group))
    gone = tuple(key for key in journal.versions if key not in journal.present)
    settled = tuple(sorted(journal.settled, key=repr))
    yield Record(when, journal.digest, journal.head, (), gone, settled, journal.losses)
