"""Two versions of a catalog become one: nothing is lost, and no translation meets a text that it was not made for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalogs import catalogs as any_catalogs
from tests.catalog.histories import approved_pairs, faults, generate, resolved
from tests.formats.casefile import Case, cases

from taiyaku.catalog import po
from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.conflicts import with_conflicts, without_conflicts
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message
from taiyaku.catalog.three_way import merge_three

NAME = Path("x.po")
_FIRST, _SECOND = range(2)


def read(text: str | bytes) -> po.PoFile | None:
    """Read a text; None if there is nothing."""
    data = text if isinstance(text, bytes) else f"{text}\n".encode()
    return po.parse(data, NAME) if data.strip() else None


def merged_text(base: str | bytes, ours: str | bytes, theirs: str | bytes) -> str:
    """Merge as the driver does, without its files."""
    before, mine, other = read(base), read(ours), read(theirs)
    assert mine
    assert other
    merged = merge_three(before.catalog if before else Catalog(None), mine.catalog, other.catalog)
    result = po.parse(po.updated(mine, merged.catalog), NAME)
    return with_conflicts(result, merged.conflicts, other)


@pytest.mark.parametrize(
    "case", cases(str(Path(__file__).parent / "cases" / "three_way.txt")), ids=lambda case: case.name
)
def test_every_case(case: Case) -> None:
    """What comes out is what the file says, whole and in order."""
    base, ours, theirs, result = case.texts
    assert merged_text(base, ours, theirs) == f"{result}\n"


def chosen(text: str, side: int) -> set[str]:
    """Return the messages of a text, with the first or second side of every conflict; the order of lines aside."""
    data = resolved(text.encode(), "theirs" if side else "ours")
    return {
        repr((m.key, m.msgstr, m.flags, m.obsolete, sorted(m.translator_comments)))
        for m in po.parse(data, NAME).catalog.messages
    }


@pytest.mark.parametrize(
    "case", cases(str(Path(__file__).parent / "cases" / "three_way.txt")), ids=lambda case: case.name
)
def test_who_merges_does_not_matter(case: Case) -> None:
    """The other way round the same messages come out, the sides of a conflict exchanged."""
    base, ours, theirs, _ = case.texts
    one, other = merged_text(base, ours, theirs), merged_text(base, theirs, ours)
    assert chosen(one, _FIRST) == chosen(other, _SECOND)
    assert chosen(one, _SECOND) == chosen(other, _FIRST)


TEXTS = ("The harbor opened.", "The harbor opened on Friday.", "Open", "Two towns met in May.")
messages = st.builds(
    Message,
    msgid=st.sampled_from(TEXTS),
    msgstr=st.sampled_from(["", "訳一。", "訳二。", "訳三。"]),
    msgctxt=st.sampled_from([None, "heading"]),
    flags=st.sampled_from([(), (), ("fuzzy",)]),
    previous_msgid=st.sampled_from([None, "Opened"]),
    translator_comments=st.sampled_from([(), ("ask the desk",)]),
    obsolete=st.booleans(),
)
versions = st.lists(messages, max_size=5, unique_by=lambda message: message.key).map(
    lambda found: Catalog("ja", (("Language", "ja"),), tuple(sorted(found, key=lambda message: message.obsolete)))
)


def pairs(catalog: Catalog) -> set[tuple[str | None, str, str]]:
    """Return every translation with its message."""
    return {(*message.key, message.msgstr) for message in catalog.messages if message.msgstr}


@given(versions, versions, versions)
@settings(max_examples=150, deadline=None)
def test_every_promise(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    """Each key once; nothing lost that was not removed; nothing approved that was approved on neither side."""
    catalog, conflicts = merge_three(base, ours, theirs)
    assert max(Counter(message.key for message in catalog.messages).values(), default=1) == 1
    there = {*pairs(catalog), *((*one.theirs.key, one.theirs.msgstr) for one in conflicts)}
    before = {msgstr for *_, msgstr in pairs(base)}
    for side, other in ((ours, theirs), (theirs, ours)):
        # a new text may have old words, which were taken over; they are looked for below
        assert {pair for pair in pairs(side) - pairs(base) if pair[2] not in before} <= there
        assert pairs(side) & pairs(other) <= there
    everywhere = set.intersection(*({msgstr for *_, msgstr in pairs(one)} for one in (base, ours, theirs)))
    assert everywhere - reworded(base, ours) - reworded(base, theirs) <= {msgstr for *_, msgstr in there}
    assert set(approved_pairs(catalog)) <= {*approved_pairs(ours), *approved_pairs(theirs)}


def reworded(base: Catalog, side: Catalog) -> set[str]:
    """Return the translations of `base` in whose place `side` has another, or none."""
    now = {message.key: message.msgstr for message in side.messages}
    return {message.msgstr for message in base.messages if now.get(message.key, message.msgstr) != message.msgstr}


@given(any_catalogs(), any_catalogs())
@settings(max_examples=25, deadline=None)
def test_what_one_side_did_is_done(base: Catalog, side: Catalog) -> None:
    """With no change, or the same change, on the other side, the result is that side, whatever a catalog can hold."""
    for ours, theirs in ((side, side), (side, base), (base, side)):
        assert merge_three(base, ours, theirs) == (side, ())


@given(versions, versions, versions)
@settings(max_examples=100, deadline=None)
def test_sides_can_be_exchanged(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    """The same messages come out, and the same conflicts the other way round."""
    one, other = merge_three(base, ours, theirs), merge_three(base, theirs, ours)
    assert {(c.theirs, c.ours) for c in one.conflicts} == {tuple(c) for c in other.conflicts}
    settled = [set(result.catalog.messages) - {c.ours for c in result.conflicts} for result in (one, other)]
    assert settled[0] == settled[1]


@given(any_catalogs(), any_catalogs(), any_catalogs())
@settings(max_examples=25, deadline=None)
def test_every_conflict_can_be_settled_by_removing_lines(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    """Whatever the texts hold, either side of all conflicts leaves a sound file."""
    if any(message.domain for catalog in (ours, theirs) for message in catalog.messages):
        return
    mine, other = (po.dump(catalog).encode() for catalog in (ours, theirs))
    if not (mine.strip() and other.strip()):
        return
    text = merged_text(po.dump(base).encode(), mine, other)
    for side in ("ours", "theirs"):
        keys = [m.key for m in po.parse(resolved(text.encode(), side), NAME).catalog.messages]
        assert len(keys) == len({*keys})


@pytest.mark.parametrize("seed", range(25))
def test_generated_histories(seed: int) -> None:
    """No word lost and no pair approved that nobody approved, through updates, corrections and prunes on both sides."""
    history = generate(seed)
    text = merged_text(history.base.catalog, history.ours[-1].catalog, history.theirs[-1].catalog)
    found = faults(history, text.encode(), clean="<<<<<<< " not in text)
    assert (*found.lost, *found.stale, found.unreadable) == ("",)


def test_an_ancestor_with_conflicts_is_read_without_them() -> None:
    """A merge of criss-cross branches has such a base in git."""
    sound = b'msgid "a"\nmsgstr "b"\n\n'
    data = sound + b'<<<<<<< ours\nmsgid "c"\nmsgstr "d"\n=======\nmsgid "c"\nmsgstr "e"\n>>>>>>> theirs\n'
    assert without_conflicts(data) == sound


def test_an_update_of_both_sides_afterwards_has_nothing_to_add() -> None:
    """The merged catalog and the article of the side that was updated agree."""
    base = Catalog("ja", (), (Message("The harbor opened on Wednesday.", "港は水曜日に開いた。"),))
    template = Catalog(None, (), (Message("The harbor opened on Thursday."),))
    theirs, _ = merge(base, template)
    ours = Catalog("ja", (), (Message("The harbor opened on Wednesday.", "水曜日、港が開いた。"),))
    merged = merge_three(base, ours, theirs).catalog
    assert merge(merged, template)[0] == merged
