"""Passages whose translation stands in that of the one before: nothing stale stays approved, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.joins import holders
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message
from taiyaku.catalog.po_save import vanished

JOINED = "<!-- taiyaku: joined -->"
GIFTS = Message("The mayors exchanged gifts.", "市長は贈り物を交換し、陳市長は喜んだ。")
CHEN = Message("Chen was pleased with the blue jersey.", JOINED)
RAIN = Message("It rained all day.", "雨だった。")


def template(*messages: Message) -> Catalog:
    """Return a template of these messages' texts."""
    return Catalog(None, (("X-Source-Language", "en"),), tuple(Message(m.msgid, msgctxt=m.msgctxt) for m in messages))


def updated(before: tuple[Message, ...], *after: Message, minor: bool = False) -> Catalog:
    """Return the catalog after an update, in which a second one finds nothing to do."""
    old = Catalog("ja", (), before)
    merged, _ = merge(old, template(*after), minor=minor)
    assert not list(vanished(merged, old))
    again, changes = merge(merged, template(*after))
    assert (again, changes.any) == (merged, False)
    return merged


def test_the_previous_text_is_all_that_the_translation_holds() -> None:
    """So the comparison in an editor shows what it says too much."""
    together = f"{GIFTS.msgid} {CHEN.msgid}"
    assert [m.previous_msgid for m in updated((GIFTS, CHEN), GIFTS).active] == [together]
    assert [m.previous_msgid for m in updated((GIFTS, CHEN), CHEN).active] == [together]


def test_it_counts_as_changed_once() -> None:
    """And neither as kept nor as moved."""
    old = Catalog("ja", (), (GIFTS, CHEN, RAIN))
    _, changes = merge(old, template(RAIN, GIFTS))
    assert [(change.how, change.new.msgid) for change in changes.changed] == [("edited", GIFTS.msgid)]
    assert [message.msgid for message in (*changes.kept, *changes.moved)] == [RAIN.msgid]
    assert [message.msgid for message in changes.obsolete] == [CHEN.msgid]


def test_what_comes_back_joined_is_looked_at() -> None:
    """The translation before it may have been mended meanwhile."""
    away = updated((GIFTS, CHEN), GIFTS)
    mended = replace(away.active[0], msgstr="市長は贈り物を交換した。", flags=(), previous_msgid=None)
    back = updated((mended, *[m for m in away.messages if m.obsolete]), GIFTS, CHEN)
    assert [(m.msgstr, m.fuzzy) for m in back.active] == [(mended.msgstr, False), (JOINED, True)]


def test_a_caption_does_not_divide_and_a_heading_does() -> None:
    """A passage of one chapter is in no translation of another."""
    caption = Message("The harbor", "港", msgctxt="caption")
    heading = Message("Gifts", "贈り物", msgctxt="heading")
    assert not any(m.fuzzy for m in updated((GIFTS, CHEN), GIFTS, caption, CHEN).active)
    assert [m.fuzzy for m in updated((GIFTS, CHEN), GIFTS, heading, CHEN).active] == [True, False, True]


def test_a_passage_left_out_holds_nothing() -> None:
    """What was joined with it leaves it as it is."""
    omitted = replace(GIFTS, msgstr="<!-- taiyaku: omit: of no interest -->")
    assert [m.fuzzy for m in updated((omitted, RAIN, CHEN), omitted, CHEN, RAIN).active] == [False, True, True]


def test_running_text_is_not_held_by_a_headline() -> None:
    """A heading that is joined is in whatever stands before it, and divides nothing."""
    headline = Message("Harbor", "港", msgctxt="headline")
    heading = Message("Gifts", JOINED, msgctxt="heading")
    assert list(holders([headline, CHEN])) == [(CHEN, None)]
    assert list(holders([headline, GIFTS, heading, CHEN])) == [(heading, GIFTS), (CHEN, GIFTS)]


@pytest.mark.parametrize("which", [0, 1])
def test_a_minor_correction_divides_nothing(which: int) -> None:
    """Those that hang together keep their approval, whichever of them was corrected."""
    before = [GIFTS, CHEN]
    before[which] = replace(before[which], msgid="The " + before[which].msgid)
    assert not any(message.fuzzy for message in updated(tuple(before), GIFTS, CHEN, minor=True).active)


TEXTS = ("The mayors met.", "Chen was pleased with it.", "It rained all day.", "Bread was sold out by noon.")
articles = st.lists(st.sampled_from(TEXTS), unique=True, max_size=4)


def runs(messages: list[Message]) -> list[list[str]]:
    """Return the texts that hang together, each with those joined to it, and the joined ones that nothing holds."""
    found: list[list[str]] = []
    for message in messages:
        if message.msgstr != JOINED:
            found.append([message.msgid])
        elif not found or not found[-1][0]:
            found.append(["", message.msgid])
        else:
            found[-1].append(message.msgid)
    return found


@given(articles, st.lists(st.booleans(), min_size=4, max_size=4), articles)
@settings(max_examples=300, deadline=None)
def test_what_is_approved_hangs_together_as_it_did(before: list[str], joined: list[bool], after: list[str]) -> None:
    """Whatever the author takes out, puts in or moves; and nothing else loses its approval."""
    old = tuple(Message(text, JOINED if j else f"訳{text}") for text, j in zip(before, joined, strict=False))
    merged = updated(old, *[Message(text) for text in after])
    stood = [run for run in runs(list(old)) if len(run) > 1]
    for run in runs(list(merged.active)):
        approved = [m for m in merged.active if m.msgid in run and m.translated]
        if len(run) > 1 and run not in stood:
            assert not any(m.msgstr == JOINED for m in approved)
        for message in approved:
            was = next((old_run for old_run in stood if message.msgid in old_run), None)
            assert was is None or was == run
    for message in merged.active:
        alone = not any(message.msgid in run for run in stood)
        assert message.translated or not alone or message.msgid not in before


@pytest.mark.parametrize("minor", [False, True])
def test_a_holder_that_would_stay_approved_is_looked_at(minor: bool) -> None:
    """Where its text changed in white space alone, but what was joined to it is gone."""
    spaced = replace(GIFTS, msgid="The mayors  exchanged gifts.")
    merged, changes = merge(Catalog("ja", (), (GIFTS, CHEN)), template(spaced), minor=minor)
    assert [(m.msgstr, m.fuzzy) for m in merged.active] == [(GIFTS.msgstr, True)]
    assert [(change.how, change.not_minor) for change in changes.changed] == [
        ("edited", "sentences" if minor else None)
    ]
