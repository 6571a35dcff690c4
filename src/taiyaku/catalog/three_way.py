"""Two catalogs that grew out of one -> catalog: what git's merge by lines cannot do, message by message.

A message is what its key says. Its translation, the fuzzy flag and the previous text are one thing, its state: they
come from one side together, so that no English text ever meets Japanese that was approved for another one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.catalog.message import Message, with_fuzzy
from taiyaku.catalog.replay import Replay
from taiyaku.catalog.three_way_header import merged_header, merged_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Key


_Side = dict["Key", Message]


class Conflict(NamedTuple):
    """Two translations of one message, of which a person must choose one; all else is alike on both."""

    ours: Message
    theirs: Message


class Merged(NamedTuple):
    """The merged catalog, with our side of each conflict, and the conflicts in the catalog's order."""

    catalog: Catalog
    conflicts: tuple[Conflict, ...]


def merge_three(base: Catalog, ours: Catalog, theirs: Catalog) -> Merged:
    """Return `base` with what was done to it in `ours` and in `theirs`; where there was no base, give an empty one.

    What only one side did is done. A message that one side removed and the other worked on stays, out of use. Words
    that an update on one side took over for a new text are taken over anew if the other side changed them meanwhile:
    as fuzzy. Two different translations of one message are a conflict. No message comes out twice, and none approved
    that was approved on neither side, but for what an update lets pass as well (another context, mere style).
    """
    if theirs in (ours, base):
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    replay = Replay(base, ours, theirs)
    old, mine, other = ({message.key: message for message in one.messages} for one in (base, ours, theirs))
    outcomes: dict[Key, Message | Conflict] = {}
    for key in {**mine, **other}:
        outcome = _merged(key, old, mine, other, replay)
        if outcome is not None:
            outcomes[key] = outcome
    outcomes |= _saved(outcomes, mine, other)
    found = {key: one.ours if isinstance(one, Conflict) else one for key, one in outcomes.items()}
    keys = _ordered(found, old, mine, other)
    messages = tuple(found[key] for key in keys)
    conflicts = tuple(one for key in keys if isinstance(one := outcomes[key], Conflict))
    return Merged(replace(merged_header(base, ours, theirs), messages=messages), conflicts)


def _merged(key: Key, base: _Side, ours: _Side, theirs: _Side, replay: Replay) -> Message | Conflict | None:
    """Return one message of the result; None where it is gone."""
    before = base.get(key)
    if key not in ours or key not in theirs:
        by_us = key in ours
        one = (ours if by_us else theirs)[key]
        return replay.taken_over(one, by_us=by_us) if before is None else _kept(before, one)
    mine, other = ours[key], theirs[key]
    if before is None:
        return _combined(replay.before(mine, other), mine, other, in_use=not (mine.obsolete and other.obsolete))
    in_use = not (other if mine.obsolete == before.obsolete else mine).obsolete
    return _combined(before, mine, other, in_use=in_use)


def _kept(base: Message, one: Message) -> Message | None:
    """Return what remains of a message that one side removed: nothing, unless somebody worked on it on the other."""
    if replace(one, references=base.references, extracted_comments=base.extracted_comments) == base:
        return None
    if base.obsolete and not one.obsolete:
        return one  # revived
    if not (one.has_translation or one.translator_comments):
        return None
    return _out_of_use(one)


def _out_of_use(message: Message) -> Message:
    return replace(message, obsolete=True, references=(), extracted_comments=())


def _saved(outcomes: Mapping[Key, Message | Conflict], ours: _Side, theirs: _Side) -> dict[Key, Message]:
    """Return messages to keep out of use: either side removed their words in one place, and kept them in another."""
    pairs = [outcome if isinstance(outcome, Conflict) else (outcome,) for outcome in outcomes.values()]
    there = {message.words for pair in pairs for message in pair}
    both = {message.words for message in ours.values()} & {message.words for message in theirs.values()}
    return {
        key: _out_of_use(message)
        for key, message in {**theirs, **ours}.items()
        if key not in outcomes and message.has_translation and message.words in both - there
    }


def _combined(before: Message | None, ours: Message, theirs: Message, *, in_use: bool) -> Message | Conflict:
    """Return the message of two sides; `before` is what it was, None if there was nothing to start from."""
    old = before or Message(ours.msgid)
    flags = merged_lines(old.flags, ours.flags, theirs.flags)

    def whole(state: Message) -> Message:
        return replace(
            state,
            flags=with_fuzzy(flags, fuzzy=state.fuzzy),
            references=merged_lines(old.references, ours.references, theirs.references),
            extracted_comments=merged_lines(old.extracted_comments, ours.extracted_comments, theirs.extracted_comments),
            translator_comments=merged_lines(
                old.translator_comments, ours.translator_comments, theirs.translator_comments
            ),
            other_comments=merged_lines(old.other_comments, ours.other_comments, theirs.other_comments),
            obsolete=not in_use,
        )

    state = _state(before, ours, theirs)
    return Conflict(whole(ours), whole(theirs)) if state is None else whole(state)


def _state(before: Message | None, ours: Message, theirs: Message) -> Message | None:
    """Return a message with the translation of the result and all that belongs to it; None for a conflict."""
    if before is None:
        if ours.has_translation != theirs.has_translation:
            return ours if ours.has_translation else theirs
        before = Message(ours.msgid)
    old, mine, other = (_unit(message) for message in (before, ours, theirs))
    if other in (mine, old):
        return ours
    if mine == old:
        return theirs
    if ours.words == theirs.words:
        return _samewords(before, ours, theirs)
    if theirs.words == before.words:
        return _reworded(before, ours, theirs)
    return _reworded(before, theirs, ours) if ours.words == before.words else None


def _samewords(before: Message, ours: Message, theirs: Message) -> Message:
    """Both sides have the same words, or none, approved by one of them, or with different previous texts."""
    if ours.fuzzy != theirs.fuzzy:
        return theirs if ours.fuzzy == before.fuzzy else ours
    return min(ours, theirs, key=repr)  # whichever, as long as it does not matter who merges


def _reworded(before: Message, new: Message, other: Message) -> Message | None:
    """One side found new words, while the other approved the old ones or doubted them."""
    if before.fuzzy and not other.fuzzy:
        return None
    if other.fuzzy and not new.fuzzy and new.has_translation:
        return replace(
            new,
            flags=with_fuzzy(new.flags, fuzzy=True),
            previous_msgid=other.previous_msgid,
            previous_msgctxt=other.previous_msgctxt,
            previous_msgid_plural=other.previous_msgid_plural,
        )
    return new


def _unit(message: Message) -> tuple[object, ...]:
    """What belongs together with the words: the doubt about them, and the text that they were made for."""
    previous = (message.previous_msgctxt, message.previous_msgid, message.previous_msgid_plural)
    return (message.words, message.fuzzy, message.msgid_plural, previous)


def _ordered(found: _Side, base: _Side, ours: _Side, theirs: _Side) -> list[Key]:
    """Return the keys of the result in the order of the side that moved messages, ours if both did.

    What only the other side has in this state follows its neighbour there.
    """
    common = [key for key in base if key in ours and key in theirs]
    moved = [key for key in ours if key in base and key in theirs] != common
    first, second = (ours, theirs) if moved else (theirs, ours)
    keys = [key for key in first if _as_in(first, key, found)]
    placed = set(keys)
    followers: dict[Key | None, list[Key]] = {}
    anchors: dict[bool, Key | None] = {False: None, True: keys[-1] if keys else None}  # by obsolete
    for key in second:
        if not _as_in(second, key, found):
            continue
        if key in placed:
            anchors[found[key].obsolete] = key
        else:
            followers.setdefault(anchors[found[key].obsolete], []).append(key)
            placed.add(key)
    ordered = [*followers.get(None, ()), *_followed(keys, followers)]
    return [*ordered, *(key for key in found if key not in placed)]


def _as_in(side: _Side, key: Key, found: _Side) -> bool:
    return key in found and key in side and side[key].obsolete == found[key].obsolete


def _followed(keys: Iterable[Key], followers: dict[Key | None, list[Key]]) -> Iterable[Key]:
    for key in keys:
        yield key
        yield from followers.get(key, ())
