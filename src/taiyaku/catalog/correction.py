"""What a correction of an article did to its passages and to their translations: the reckoning behind `changes`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.catalog.merge import was_suggested
from taiyaku.catalog.origins import SIMILAR, find_origins
from taiyaku.catalog.passage_past import sentences_of, with_pasts
from taiyaku.catalog.passages import Languages, Old, Passage, State
from taiyaku.catalog.rebuild import rebuild
from taiyaku.text.order import longest_rise
from taiyaku.text.similarity import SimilarTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.changes import Changes
    from taiyaku.catalog.message import Key, Message


def since_approved(catalog: Catalog, pending: Changes | None, languages: Languages) -> tuple[Passage, ...]:
    """Return the passages of an article as its catalog tells them apart from what was last approved.

    A fuzzy message with a previous msgid was changed, and its obsolete predecessors still have the translation that
    was replaced; an untranslated one is new. `pending` is what an update did to this catalog in memory that nobody has
    run yet: it also tells what moved, and what changed without becoming fuzzy.
    """
    unused = _Unused(catalog.messages, languages.source)
    olds: dict[Key, tuple[Old, ...]] = {}
    for change in pending.changed if pending else ():
        if change.new.translated and change.old:
            olds[change.new.key] = tuple(Old(message.msgid, message.msgstr) for message in change.old)
    moved = {message.key for message in pending.moved} if pending else set()
    passages = []
    for number, message in enumerate(catalog.active, 1):
        passage = _passage(message, number, languages, moved=message.key in moved)
        if not message.has_translation or unused.is_suggestion(message):
            passage = replace(passage, kind="new")
        elif message.fuzzy and (found := unused.predecessors(message)):
            olds[message.key] = found
        passages.append(passage)
    return (*with_pasts(passages, olds, languages), *_removed(catalog, unused.messages, olds, languages))


def between(old: Sequence[Message], catalog: Catalog, languages: Languages) -> tuple[Passage, ...]:
    """Return the passages of an article as they were told apart from an older state of it.

    `old` are its messages then, in reading order, with the translations they had; `catalog` is its catalog now.
    """
    before = {message.key: message for message in old}
    by_text = {message.msgid: message for message in old}
    standing = {message.msgid for message in catalog.active}
    gone = [message for message in old if message.msgid not in standing]
    come = [message for message in catalog.active if message.msgid not in by_text]
    origins = find_origins([m.msgid for m in come], [m.msgid for m in gone], languages.source).of
    olds = {
        message.key: tuple(Old(gone[number].msgid, _approved(gone[number])) for number in own)
        for message, own in zip(come, origins, strict=True)
        if own
    }
    passages = []
    for number, message in enumerate(catalog.active, 1):
        passage = _passage(message, number, languages)
        then = before.get(message.key) or by_text.get(message.msgid)
        if then is not None:
            waited = passage.waits and not then.translated
            passage = replace(passage, old_source=then.msgid, old_translation=then.msgstr, waited=waited)
        elif message.key not in olds:
            passage = replace(passage, kind="new")
        passages.append(passage)
    used = {text.source for found in olds.values() for text in found}
    removed = [message for message in gone if message.msgid not in used]
    return tuple(_in_place(with_pasts(passages, olds, languages), removed, old))


def _approved(message: Message) -> str:
    """Return a translation that was the one of its source, and not a fuzzy one of an older text."""
    return message.msgstr if message.translated else ""


def _passage(
    message: Message, number: int | None, languages: Languages | None = None, *, moved: bool = False
) -> Passage:
    has_text = any(text.strip() for text in message.words)  # blanks only are taken by no edition
    state: State = "untranslated" if not has_text else "translated" if message.translated else "fuzzy"
    role = message.msgctxt.partition(":")[0] if message.msgctxt else "text"
    passage = Passage(message.key, number, role, "same", state, message.msgid, message.msgstr, moved=moved)
    if languages is None or state != "fuzzy" or message.previous_msgid != message.msgid:
        return passage
    # its text went and came back: all of it is as it was approved
    return replace(passage, parts=rebuild(message.msgid, [(message.msgid, message.msgstr)], *languages).parts)


class _Unused:
    """The messages out of use that have a translation, to be asked for what a message in use came from."""

    def __init__(self, messages: Iterable[Message], language: str) -> None:
        messages = list(messages)
        self.messages = [message for message in messages if message.obsolete and message.has_translation]
        # a text that stood twice, and was changed in one place
        self.standing = {m.msgid: m.msgstr for m in messages if not m.obsolete and m.translated}
        self.language = language
        self.by_text = {message.msgid: message for message in reversed(self.messages)}
        self.by_sentence: defaultdict[str, list[Message]] = defaultdict(list)
        for message in self.messages:
            for sentence in sentences_of(message.msgid, language):
                self.by_sentence[sentence].append(message)

    def is_suggestion(self, message: Message) -> bool:
        """Whether a fuzzy translation is that of another article's text, and no predecessor is known here."""
        return message.fuzzy and was_suggested(message) and message.previous_msgid not in self.by_text

    def predecessors(self, message: Message) -> tuple[Old, ...]:
        """Return the texts that a fuzzy message came from, none if its own text is what was translated.

        They are its previous msgid, or those that an update joined to make that, and others that share a sentence.
        """
        previous = message.previous_msgid or ""
        found = self.of_text(previous, message.msgid)
        if not found and previous in {"", message.msgid}:
            return ()
        olds = {text: Old(text, self.by_text[text].msgstr) for text in found} or {
            previous: Old(previous, self.standing.get(previous, message.msgstr))
        }
        known = frozenset[str]().union(*(sentences_of(text, self.language) for text in (previous, *olds)))
        for sentence in sorted(sentences_of(message.msgid, self.language) - known):
            for other in self.by_sentence.get(sentence, ())[:1]:
                olds.setdefault(other.msgid, Old(other.msgid, other.msgstr))
        return tuple(olds.values())

    def of_text(self, previous: str, present: str) -> list[str]:
        """Return the text `previous`, or those that it consists of: those known, without the present one."""
        if previous in self.by_text and previous != present:
            return [previous]
        parts = {m.msgid for s in sentences_of(previous, self.language) for m in self.by_sentence.get(s, ())}
        found = sorted((part for part in parts if part in previous and part != present), key=previous.find)
        if present in previous and present != previous and sum(len(part) + 1 for part in found) < len(previous):
            return []  # it was translated together with others, of which it has lost some
        return found


def _removed(
    catalog: Catalog, unused: Iterable[Message], olds: Mapping[Key, Sequence[Old]], languages: Languages
) -> Iterator[Passage]:
    """Yield the passages that are gone: obsolete messages that no message in use has come from."""
    used = {old.source for found in olds.values() for old in found}
    standing = frozenset[str]().union(*(sentences_of(m.msgid, languages.source) for m in catalog.active))
    index = SimilarTexts(message.msgid for message in catalog.active)
    for message in unused:
        known = message.msgid in used or sentences_of(message.msgid, languages.source) <= standing
        if not known and not index.ranked(message.msgid, SIMILAR):
            yield _gone(message)


def _gone(message: Message) -> Passage:
    passage = _passage(message, None)
    return replace(
        passage,
        kind="removed",
        state="removed",
        source="",
        translation="",
        olds=(Old(message.msgid, message.msgstr),),
        old_source=message.msgid,
        old_translation=message.msgstr,
    )


def _in_place(passages: Sequence[Passage], gone: Sequence[Message], old: Sequence[Message]) -> Iterator[Passage]:
    """Yield the passages in reading order, each told whether it moved, what is gone behind what stood before it."""
    order = {message.msgid: number for number, message in enumerate(old)}
    places = [next((order[text] for text in _texts(passage) if text in order), None) for passage in passages]
    known = [place for place in places if place is not None]
    staying = {known[index] for index in longest_rise(known)}
    behind: defaultdict[int | None, list[Message]] = defaultdict(list)
    for message in gone:
        before = [place for place in staying if place < order[message.msgid]]
        behind[max(before, default=None)].append(message)
    yield from map(_gone, behind[None])
    for number, (passage, place) in enumerate(zip(passages, places, strict=True)):
        yield replace(passage, moved=place is not None and place not in staying)
        if place is not None and place not in places[number + 1 :]:
            yield from map(_gone, behind[place])


def _texts(passage: Passage) -> Iterator[str]:
    """Yield the texts that tell where a passage was, the best first."""
    yield passage.source
    for old in passage.olds:
        yield old.source
