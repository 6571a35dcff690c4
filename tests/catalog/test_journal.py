"""What is a loss, and what is a translator's ordinary work: the journal against the catalog that it meets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.catalog import po
from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.journal import Journal, Loss, compacted, observation, remembered, texts_of
from taiyaku.catalog.losses import given_back, is_open, losses_since, stale, still_lost, strange_pairs
from taiyaku.catalog.merged_pairs import pairs_nobody_approved
from taiyaku.catalog.message import Message

if TYPE_CHECKING:
    from taiyaku.catalog.po import PoFile

HEADER = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def catalog(*entries: str) -> Catalog:
    """Return the catalog of entries in short: `A = あ`, `fuzzy A = あ`, `#~ A = あ`, `fuzzy B < A = あ`."""
    return file(*entries).catalog


def file(*entries: str) -> PoFile:
    """Return the same as a file."""
    return po.parse("\n".join([HEADER, *(entry_text(entry) for entry in entries)]).encode(), Path("harbor.po"))


def entry_text(entry: str) -> str:
    """Return an entry as it stands in a file."""
    left, _, msgstr = entry.partition(" =")
    fuzzy, old = left.startswith("fuzzy "), "#~ " if "#~ " in left else ""
    msgid, _, previous = left.removeprefix("fuzzy ").removeprefix("#~ ").partition(" < ")
    msgctxt, _, msgid = msgid.rpartition("/")
    lines = ["#, fuzzy"] if fuzzy else []
    lines += [f'#| msgid "{previous}"'] if previous else []
    lines += [f'{old}msgctxt "{msgctxt}"'] if msgctxt else []
    lines += [f'{old}msgid "{msgid}"', f'{old}msgstr "{msgstr.strip()}"', ""]
    return "\n".join(lines)


def seen(*looks: Catalog) -> Journal:
    """Return the journal of catalogs seen one after the other, nothing being wrong with any."""
    journal = Journal()
    for number, look in enumerate(looks):
        journal.add(observation(journal, look, ())._replace(when=f"2026-11-22T09:{number:02}:00+00:00"))
    return journal


def found(journal: Journal, now: Catalog) -> list[str]:
    """Return the losses in short, doubtful ones with a question mark."""
    return [f"{x.kind}{'' if x.certain else '?'} {x.message.msgid}" for x in losses_since(journal, now)]


# Few texts, so that they meet.
MESSAGES = st.builds(
    Message,
    msgid=st.sampled_from("ABCDE"),
    msgstr=st.sampled_from(["", "あ", "い", "う"]),
    msgctxt=st.sampled_from([None, "x"]),
    flags=st.sampled_from([(), ("fuzzy",), ("no-wrap",)]),
    references=st.sampled_from([(), ("x.md",)]),
    translator_comments=st.sampled_from([(), ("see page 2",)]),
    previous_msgid=st.sampled_from([None, "A", "B"]),
    obsolete=st.booleans(),
)
CATALOGS = st.lists(MESSAGES, max_size=6, unique_by=lambda message: message.key).map(
    lambda messages: Catalog("ja", messages=tuple(messages))
)

MORNING = catalog("A = あ", "B = い", "C =")
NOON = catalog("A = あ", "B = い", "C = う")
UPDATED = catalog("A = あ", "fuzzy B2 < B = い", "C = う", "D =", "#~ B = い")


@pytest.mark.parametrize(
    ("looks", "now", "losses"),
    [
        # a translator at work
        ([MORNING], NOON, []),
        ([NOON], catalog("A = ああ", "B = い", "C = う"), []),
        ([NOON], catalog("C = う", "B = い", "A = あ"), []),
        ([NOON], catalog("fuzzy A = あ", "B = い", "C = う"), []),
        ([UPDATED], catalog("A = あ", "B2 = い", "C = う", "D = え", "#~ B = い"), []),
        ([UPDATED], catalog("A = あ", "B2 =", "C = う", "D = え", "#~ B = い"), []),
        # she deletes one, and one that she typed just now, as a stale save would do it
        ([NOON], catalog("A = あ", "B =", "C = う"), ["emptied? B"]),
        ([MORNING, NOON], catalog("A = あ", "B =", "C = う"), ["emptied? B"]),
        ([MORNING, NOON], MORNING, ["emptied C"]),
        # she goes back to an older wording, all else as it is; or an editor saves its old copy
        (
            [NOON, catalog("A = ああ", "B = い", "C = う"), catalog("A = ああ", "B = いい", "C = う")],
            catalog("A = あ", "B = いい", "C = う"),
            [],
        ),
        ([NOON, catalog("A = ああ", "B = い", "C = う")], NOON, ["older A"]),
        ([NOON, catalog("A = ああ", "B = い", "C = う")], catalog("A = あ", "B = い", "C = うう"), ["older A"]),
        # cut between two entries
        ([NOON], catalog("A = あ", "B = い"), ["gone C"]),
        ([UPDATED], catalog("A = あ", "fuzzy B2 < B = い", "C = う", "D ="), ["gone? B"]),
        ([UPDATED], catalog("A = あ", "fuzzy B2 < B = い"), ["gone C", "gone? B"]),
        ([catalog("x/A = あ", "y/A = あ")], catalog("x/A = あ"), ["gone A"]),
        ([NOON], catalog(), ["gone A", "gone B", "gone C"]),
        # an editor that purges what is out of use, and one that takes some of it
        ([catalog("A = あ", "#~ B = い", "#~ C = う")], catalog("A = あ"), ["gone? B", "gone? C"]),
        ([catalog("A = あ", "#~ B = い", "#~ C = う")], catalog("A = あ", "#~ C = う"), ["gone B"]),
        # another program's update: with and without the previous text, and into another context
        ([NOON], catalog("A = あ", "fuzzy B2 < B = い", "C = う"), []),
        ([NOON], catalog("A = あ", "fuzzy B2 = い", "C = う"), []),
        ([NOON], catalog("A = あ", "x/B = い", "C = う"), []),
        # into messages that were there before, untranslated: both have their words still
        ([catalog("A = あ", "B = い", "C =", "D =")], catalog("fuzzy C < A = あ", "fuzzy D < B = い"), []),
        # a translation that nobody has seen; one that was emptied, though its words stand in another context
        ([NOON, catalog("A = ああ", "B = い", "C = う")], catalog("A = 新", "B = い", "C = う"), []),
        ([NOON], catalog("A = あ", "B =", "x/B = い", "C = う"), ["emptied? B"]),
        ([catalog("A = あ", "fuzzy B = い")], catalog("A = あ", "B ="), ["emptied? B"]),
        # approved for a new text, which is strange, but no loss; nothing stands as it stood
        ([NOON], catalog("A = あ", "B2 = い", "C = う"), []),
        ([NOON], catalog("A =", "B =", "C ="), ["emptied A", "emptied B", "emptied C"]),
        # another message that was there before has the same words now: they were not made for it
        ([NOON], catalog("A = い", "C = う"), ["gone B"]),
        # an old copy saved over an update: nothing is lost that the old copy has
        ([NOON, UPDATED], NOON, []),
        ([NOON, catalog("A = あ", "B2 = いい", "C = う", "#~ B = い")], NOON, ["gone B2"]),
    ],
)
def test_what_is_a_loss(looks: list[Catalog], now: Catalog, losses: list[str]) -> None:
    """And what is only a day's work."""
    assert found(seen(*looks), now) == losses
    assert all(is_open(loss, now) for loss in losses_since(seen(*looks), now))


@settings(deadline=None)
@given(CATALOGS)
def test_the_same_catalog_has_lost_nothing(any_catalog: Catalog) -> None:
    """Whatever stands in it."""
    assert not list(losses_since(seen(any_catalog), any_catalog))
    assert not list(strange_pairs(seen(any_catalog), any_catalog))


@settings(deadline=None)
@given(CATALOGS, st.data())
def test_no_translation_goes_unnoticed(any_catalog: Catalog, data: st.DataObject) -> None:
    """Each message that is dropped is a loss, and given back it has its words, its state and its comments again."""
    translated = [m for m in any_catalog.messages if m.has_translation and m.msgid]
    dropped = data.draw(st.lists(st.sampled_from(translated), unique=True)) if translated else []
    left = replace(any_catalog, messages=tuple(m for m in any_catalog.messages if m not in dropped))
    losses = list(losses_since(seen(any_catalog), left))
    assert {loss.message.key for loss in losses} == {message.key for message in dropped}
    assert all(is_open(loss, left) for loss in losses)
    back = given_back(left, losses)
    assert not any(is_open(loss, back) for loss in losses)
    again = {message.key: message for message in back.messages}
    for message in dropped:
        assert again[message.key] == replace(remembered(message), obsolete=True)


@settings(deadline=None)
@given(st.lists(CATALOGS, max_size=4))
def test_no_word_leaves_the_journal(looks: list[Catalog]) -> None:
    """Every version of every message is there, before it is compacted and after, and so is what was present last."""
    journal, again = seen(*looks), Journal()
    for record in compacted(journal):
        again.add(record)
    for one in (journal, again):
        kept = {version.message for versions in one.versions.values() for version in versions}
        assert kept >= {remembered(m) for look in looks for m in look.messages if m.msgid}
    assert {key: v.message for key, v in again.present.items()} == {
        key: v.message for key, v in journal.present.items()
    }


def test_what_comes_back_keeps_what_the_file_has() -> None:
    """Flags and comments of the file stay; the newer text takes the place of the older one."""
    before = Message("A", "ああ", flags=("fuzzy",), previous_msgid="a", translator_comments=("ask the mayor",))
    now = Message("A", "あ", flags=("no-wrap",), references=("x.md",), translator_comments=("see page 2",))
    empty = catalog("B =")
    (back,) = given_back(replace_messages(empty, now), [Loss("older", before, ("あ",))]).messages
    assert (back.msgstr, back.flags, back.previous_msgid) == ("ああ", ("fuzzy", "no-wrap"), "a")
    assert (back.references, back.translator_comments) == (("x.md",), ("ask the mayor", "see page 2"))
    (approved,) = given_back(replace_messages(empty, back), [Loss("older", Message("A", "あ"))]).messages
    assert approved.flags == ("no-wrap",)


def test_plural_forms_and_previous_texts_come_back() -> None:
    """All that says what the words were made for."""
    before = Message(
        "A",
        msgid_plural="As",
        plural_forms=("あ", "ああ"),
        flags=("fuzzy",),
        previous_msgid="a",
        previous_msgctxt="heading",
        previous_msgid_plural="as",
    )
    now = Message("A", msgid_plural="As", plural_forms=("", ""))
    (back,) = given_back(replace_messages(catalog("B ="), now), [Loss("emptied", before)]).messages
    assert back == before


def replace_messages(base: Catalog, *messages: Message) -> Catalog:
    """Return a catalog with other messages."""
    return replace(base, messages=messages)


@pytest.mark.parametrize(
    ("kind", "instead", "now", "is_left"),
    [
        ("gone", (), ["B = い"], True),
        ("gone", (), ["A ="], True),
        ("gone", (), ["A = あ"], False),
        ("emptied", (), ["A = 別"], False),
        ("older", ("あ",), ["A = あ"], True),
        ("older", ("あ",), ["A = 別"], False),
        ("stale", ("あ",), ["A = あ"], True),
        ("stale", ("あ",), ["fuzzy A = あ"], False),
        ("stale", ("あ",), ["B = あ"], False),
    ],
)
def test_a_loss_is_open_until_something_else_stands_there(
    kind: str, instead: tuple[str, ...], now: list[str], *, is_left: bool
) -> None:
    """Given back, or translated anew."""
    loss = Loss(kind, Message("A", "あ"), instead)  # type: ignore[arg-type]  # one of the kinds
    assert is_open(loss, catalog(*now)) is is_left


@pytest.mark.parametrize(
    ("looks", "now", "pairs"),
    [
        # the original changed, its translation did not, and nobody saw it fuzzy
        ([NOON], catalog("A = あ", "B2 = い", "C = う"), [("B2", "B")]),
        ([catalog("fuzzy A = あ")], catalog("A2 = あ"), [("A2", "A")]),
        ([NOON], catalog("A = あ", "B2 = い", "C = う", "#~ B = い"), [("B2", "B")]),
        # it was fuzzy here, and a person approved it; she pasted it; white space alone; the same words for two
        ([UPDATED], catalog("A = あ", "B2 = い", "C = う", "D ="), []),
        ([NOON, catalog("A = あ", "B2 =", "C = う")], catalog("A = あ", "B2 = い", "C = う"), []),
        ([NOON], catalog("A = あ", " B = い", "C = う"), []),
        ([catalog("A b = あ")], catalog("A  b = あ"), []),
        ([NOON], catalog("A = あ", "B = い", "C = う", "E = い"), []),
        ([NOON], catalog("A = あ", "C = う", "#~ B2 = い"), []),
        ([NOON], catalog("A = あ", "C = う", "fuzzy B2 = い"), []),
        ([NOON], catalog("A = あ", "C = う", "B2 = 新"), []),
        # seen for the first time
        ([], catalog("A = あ"), []),
    ],
)
def test_strange_pairs(looks: list[Catalog], now: Catalog, pairs: list[tuple[str, str]]) -> None:
    """Approved translations that were made for a text that is gone."""
    assert [(x.message.msgid, x.message.previous_msgid) for x in strange_pairs(seen(*looks), now)] == pairs


@pytest.mark.parametrize(
    ("ours", "theirs", "merged", "pairs"),
    [
        # approved there while an update changed the original here
        (["fuzzy C < A = い"], ["B = い"], ["C = い"], [("C", "B")]),
        (["fuzzy C < A = い"], ["B = いい"], ["C = いい"], [("C", "B")]),
        (["fuzzy C < A = い"], ["B ="], ["C = い"], [("C", "A")]),
        (["fuzzy C < A = い"], ["B ="], ["#~ C = い"], [("C", "A")]),
        (["fuzzy C = い"], ["B ="], ["C = い"], [("C", None)]),
        # approved on one side, out of use or not; fuzzy in the result; typed by whoever solved a conflict
        (["C = い"], ["B = い"], ["C = い"], []),
        (["#~ C = い"], ["B = い"], ["C = い"], []),
        (["fuzzy C < A = い"], ["B = い"], ["fuzzy C < A = い"], []),
        (["fuzzy C < A = い"], ["B = い"], ["C = 新"], []),
        (["fuzzy C < A = い"], ["B = い"], ["C ="], []),
    ],
)
def test_pairs_that_a_merge_made(
    ours: list[str], theirs: list[str], merged: list[str], pairs: list[tuple[str, str | None]]
) -> None:
    """Approved in the result, and on neither side."""
    losses = pairs_nobody_approved(file(*merged), [file(*ours), file(*theirs)])
    assert [(x.message.msgid, x.message.previous_msgid) for x in losses] == pairs


def test_a_translation_put_together_of_two() -> None:
    """Its lines are from both sides, its words as a whole from none."""
    text = f'{HEADER}\nmsgid "A"\nmsgstr ""\n"ONE"\n"中"\n"TWO"\n'
    sides = [text.replace("ONE", "一").replace("TWO", "二"), text.replace("ONE", "壱").replace("TWO", "弐")]
    mixed = text.replace("ONE", "一").replace("TWO", "弐")
    files = [po.parse(side.encode(), Path("x.po")) for side in (mixed, *sides)]
    (loss,) = pairs_nobody_approved(files[0], files[1:])
    assert (loss.message.fuzzy, loss.message.previous_msgid, loss.instead) == (True, None, ("一中弐",))


def test_texts() -> None:
    """A plural's forms are its words."""
    assert texts_of(None) == texts_of(Message("A")) == ()
    assert texts_of(Message("A", msgid_plural="As", plural_forms=("あ", ""))) == ("あ", "")


def test_what_we_write_closes_a_loss_only_with_the_lost_words() -> None:
    """An update's own filling does not; and a stale pair is open as long as it stands approved."""

    def holding(*messages: Message) -> Catalog:
        return Catalog("ja", (), messages)

    lost = Loss("gone", Message("Boats", "船"))
    filled = Message("Boats", "舟", flags=("fuzzy",))
    assert [loss.instead for loss in still_lost([lost], holding(filled))] == [("舟",)]
    assert list(still_lost([lost], holding(Message("Boats", "船")))) == []
    pair = stale(Message("Boats", "船"), "Ships")
    assert list(still_lost([pair], holding(Message("Boats", "船")))) == [pair]
    assert list(still_lost([pair], holding(Message("Boats", "船", flags=("fuzzy",))))) == []
    assert list(still_lost([pair], holding())) == []
