"""The reckoning behind `taiyaku changes`: whatever an author does, every text is accounted for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.correction import between, since_approved
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message
from taiyaku.catalog.passages import Languages, Passage

PAIRS = {
    "The harbor opened on Saturday.": "港は土曜日に開いた。",
    "About 200 people came.": "約200人が集まった。",
    "About 250 people came.": "約250人が集まった。",
    "The mayor spoke first.": "最初に市長が話した。",
    "Boats will come in May.": "5月には船が来る。",
    "Bread is sold there.": "パンも売られている。",
    "She thanked the guests for coming.": "客が来たことに礼を述べた。",
    "Yes.": "はい。",
}
_SENTENCES = st.lists(st.sampled_from(sorted(PAIRS)), min_size=1, max_size=4, unique=True)
_ARTICLES = st.lists(_SENTENCES, min_size=0, max_size=5, unique_by=" ".join)
_WITHOUT_REPETITION = st.tuples(
    st.lists(st.sampled_from(sorted(PAIRS.keys() - {"Yes."})), min_size=1, unique=True),
    st.lists(st.integers(1, 7), max_size=3),
).map(lambda drawn: [part for part in parted(*drawn) if part])


def parted(sentences: list[str], cuts: list[int]) -> list[list[str]]:
    """Return sentences as paragraphs that end before these places."""
    bounds = [0, *sorted(cuts), len(sentences)]
    return [sentences[start:end] for start, end in pairwise(bounds)]


def messages(article: list[list[str]], *, backwards: bool) -> tuple[Message, ...]:
    """Return an article's translated messages; `backwards` is from Japanese."""
    texts = [(" ".join(paragraph), "".join(PAIRS[sentence] for sentence in paragraph)) for paragraph in article]
    return tuple(Message(*(pair[::-1] if backwards else pair)) for pair in texts)


def languages(*, backwards: bool) -> Languages:
    """Return the languages of such an article."""
    return Languages("ja", "en") if backwards else Languages("en", "ja")


def updated(old: tuple[Message, ...], new: tuple[Message, ...], way: Languages) -> Catalog:
    """Return the catalog of the old messages as an update to the new texts leaves it."""
    template = Catalog(None, messages=tuple(replace(message, msgstr="") for message in new))
    catalog = Catalog("xx", messages=old)
    return merge(catalog, template, source_language=way.source, target_language=way.target)[0]


def check(passage: Passage) -> None:
    """Check that a passage's parts fit together."""
    assert "".join(p.text for p in passage.difference if p.kind != "deleted") == passage.source
    assert "".join(p.text for p in passage.difference if p.kind != "inserted") == passage.old_source
    assert "".join(mark.text for mark in passage.marked_translation if mark.kind != "deleted") == passage.translation
    assert all(part.span.of(passage.source) for part in passage.parts)
    assert all(part.target.of(passage.translation) for part in passage.parts if part.target)


@given(_ARTICLES, _ARTICLES, st.booleans())
def test_every_text_is_accounted_for(before: list[list[str]], after: list[list[str]], backwards: bool) -> None:
    """Each passage of today is told once, in order; each of before stands, became another, or is told as removed."""
    way = languages(backwards=backwards)
    old, new = messages(before, backwards=backwards), messages(after, backwards=backwards)
    passages = between(old, updated(old, new, way), way)
    assert [passage.source for passage in passages if passage.number] == [message.msgid for message in new]
    assert [passage.number for passage in passages if passage.number] == list(range(1, len(new) + 1))
    removed = [passage.old_source for passage in passages if passage.number is None]
    used = {text.source for passage in passages if passage.number for text in passage.olds}
    standing = {message.msgid for message in new}
    for message in old:
        places = [message.msgid in removed, message.msgid in used, message.msgid in standing]
        assert places.count(True) == 1
    assert len(removed) == len(set(removed))
    for passage in passages:
        check(passage)


@given(_ARTICLES, _ARTICLES, st.booleans())
def test_the_catalog_alone_tells_what_waits(before: list[list[str]], after: list[list[str]], backwards: bool) -> None:
    """After an update, just the messages that are not approved wait, and an unchanged passage is told as such."""
    way = languages(backwards=backwards)
    old, new = messages(before, backwards=backwards), messages(after, backwards=backwards)
    catalog = updated(old, new, way)
    passages = since_approved(catalog, None, way)
    assert [p.key for p in passages if p.waits] == [m.key for m in catalog.active if not m.translated]
    known = {message.msgid for message in old}
    for passage in passages:
        check(passage)
        if passage.number and passage.source in known:
            assert (passage.kind, passage.state) == ("same", "translated")
        elif passage.number:
            assert passage.kind != "same"


def test_what_the_author_took_back_is_no_change() -> None:
    """Texts that went and came back are unchanged, compared with before as well as in the catalog."""
    way = languages(backwards=False)
    old = messages([["The harbor opened on Saturday."], ["Yes.", "The mayor spoke first."]], backwards=False)
    catalog = updated(updated(old, old[:1], way).messages, old, way)
    assert not any(passage.changed for passage in between(old, catalog, way))
    assert not any(passage.changed for passage in since_approved(catalog, None, way))


@pytest.mark.parametrize("previous", [None, "Two towns met. It rained."], ids=["no text", "its own text"])
def test_what_a_person_made_fuzzy_has_no_past(previous: str | None) -> None:
    """A translation doubted under the text that it was made for waits, compared with nothing."""
    doubted = Message(
        "Two towns met. It rained.", "二つの町が集まった。雨だった。", flags=("fuzzy",), previous_msgid=previous
    )
    (passage,) = since_approved(Catalog("ja", messages=(doubted,)), None, languages(backwards=False))
    assert (passage.kind, passage.state, passage.olds, passage.old_source) == ("same", "fuzzy", (), "")
    assert [part.state for part in passage.parts] == (["same", "same"] if previous else [])


def test_each_number_of_a_sentence_is_told_by_itself() -> None:
    """Of two that changed, one was carried into the translation, the other has to be looked for."""
    way = languages(backwards=False)
    old = (Message("On Aug. 8 some 200 guests came to the hall.", "8月8日、会場には約200人が集まった。"),)
    new = (Message("On Aug. 9 some 250 guests came to the hall."),)
    for passages in (since_approved(updated(old, new, way), None, way), between(old, updated(old, new, way), way)):
        assert [tuple(number) for number in passages[0].numbers] == [("8", "9", False), ("200", "250", True)]


def test_what_was_translated_together_is_compared_together() -> None:
    """A passage whose translation holds that of one that is gone was both of them, with the words that it still has."""
    way = languages(backwards=False)
    words = "市長は贈り物を交換し、陳市長は喜んだ。"
    old = (
        Message("The mayors exchanged gifts.", words),
        Message("Chen was pleased with the blue jersey.", "<!-- taiyaku: joined -->"),
    )
    passage = since_approved(updated(old, old[:1], way), None, way)[0]
    assert (passage.state, passage.old_source) == ("fuzzy", f"{old[0].msgid} {old[1].msgid}")
    assert (passage.old_translation, passage.translation) == (words, words)


def test_a_text_in_another_role_is_the_same_text() -> None:
    """A paragraph that became a heading is no news to the translator."""
    old = (Message("The towns meet again", "二町が再会"),)
    now = Catalog("ja", messages=(replace(old[0], msgctxt="heading"),))
    (passage,) = between(old, now, languages(backwards=False))
    assert (passage.kind, passage.changed, passage.old_translation) == ("same", False, "二町が再会")


def test_numbers_that_are_more_than_there_were() -> None:
    """Two in the place of one: the second took the place of none, and is to be looked for."""
    way = languages(backwards=False)
    old = (Message("About 200 people came to the hall.", "会場には約200人が集まった。"),)
    new = (Message("About 250 or 300 people came to the hall."),)
    passage = since_approved(updated(old, new, way), None, way)[0]
    assert [tuple(number) for number in passage.numbers] == [("200", "250", False), ("", "300", False)]


GUESTS = ("Some 200 guests came to the hall.", "会場には約200人が集まった。", True)
LOAVES = ("200 loaves were sold by noon.", "パンは昼までに売り切れた。", False)


@pytest.mark.parametrize("sentences", [(GUESTS, LOAVES), (LOAVES, GUESTS)])
def test_a_number_is_found_only_where_it_was_carried(sentences: tuple[tuple[str, str, bool], ...]) -> None:
    """The same number in another sentence of the translation says nothing about this one."""
    way = languages(backwards=False)
    texts, translations, carried = zip(*sentences, strict=True)
    old = (Message(" ".join(texts), "".join(translations)),)
    new = (Message(" ".join(texts).replace("200", "250")),)
    (passage,) = since_approved(updated(old, new, way), None, way)[:1]
    assert [tuple(number) for number in passage.numbers] == [("200", "250", there) for there in carried]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_piece_is_compared_with_its_own_sentences(backwards: bool) -> None:
    """Of a divided text each piece was what it has of it, in both languages; one that took a sentence in was two."""
    way = languages(backwards=backwards)
    first, second, third, fourth = (key for key in PAIRS if key.startswith(("The harbor", "The mayor", "Boats", "She")))
    old = messages([[first, second, third]], backwards=backwards)
    new = messages([[first, second], [third]], backwards=backwards)
    passages = since_approved(updated(old, new, way), None, way)
    assert [passage.old_source for passage in passages] == [passage.source for passage in passages]
    old = messages([[first, second], [third, fourth]], backwards=backwards)
    new = messages([[first, third, second]], backwards=backwards)
    passage = since_approved(updated(old, new, way), None, way)[0]
    assert [text.source for text in passage.olds] == [message.msgid for message in old]


_DIVIDED = {"split": "edited"}


@given(_WITHOUT_REPETITION, _WITHOUT_REPETITION, st.booleans())
def test_what_happened_is_what_the_update_said(
    before: list[list[str]], after: list[list[str]], backwards: bool
) -> None:
    """A message is edited or split, joined, or with other numbers in the catalog just as the update that made it told.

    The catalog alone cannot know whether a sentence that stands in two places did so before, nor where “Yes.” is from.
    """
    way = languages(backwards=backwards)
    old, new = messages(before, backwards=backwards), messages(after, backwards=backwards)
    template = Catalog(None, messages=tuple(replace(message, msgstr="") for message in new))
    catalog, changes = merge(
        Catalog("xx", messages=old), template, source_language=way.source, target_language=way.target
    )
    told = {change.new.key: change.how for change in changes.changed if change.new.fuzzy}
    found = {passage.key: passage.kind for passage in since_approved(catalog, None, way)}
    joined = {key for key, how in told.items() if how == "joined"}
    assert {key for key in told if found[key] == "joined"} == joined
    if not joined:  # else it is open from which of the joined texts a piece that left one of them comes above all
        # and where sentences of a divided text went into others, which of the pieces is the text itself
        assert {key: _DIVIDED.get(found[key], found[key]) for key in told} == {
            key: _DIVIDED.get(how, how) for key, how in told.items()
        }
