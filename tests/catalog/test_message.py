"""One message: its words, and how another's translation is put into it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from tests.catalog.catalogs import messages

from taiyaku.catalog.message import Message, doubted, with_fuzzy, with_translation_of


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (Message("A"), ()),
        (Message("A", "あ"), ("あ",)),
        (Message("A", msgid_plural="As", plural_forms=("", "")), ()),
        (Message("A", msgid_plural="As", plural_forms=("あ", "")), ("あ", "")),
    ],
)
def test_words(message: Message, words: tuple[str, ...]) -> None:
    """One text, all plural forms, or nothing."""
    assert message.words == words


@pytest.mark.parametrize(
    ("flags", "fuzzy", "wanted"),
    [
        ((), True, ("fuzzy",)),
        (("no-wrap",), True, ("fuzzy", "no-wrap")),
        (("no-wrap", "fuzzy"), True, ("no-wrap", "fuzzy")),
        (("no-wrap", "fuzzy"), False, ("no-wrap",)),
        ((), False, ()),
    ],
)
def test_with_fuzzy(flags: tuple[str, ...], *, fuzzy: bool, wanted: tuple[str, ...]) -> None:
    """The flag comes first where it is new; the others keep their order."""
    assert with_fuzzy(flags, fuzzy=fuzzy) == wanted


@given(messages, messages)
def test_a_translation_goes_over_as_a_whole(message: Message, other: Message) -> None:
    """Words, doubt, previous texts and remarks are the other's; identity, place and use stay; no remark is lost."""
    result = with_translation_of(message, other)
    assert (result.words, result.fuzzy) == (other.words, other.fuzzy)
    assert (result.previous_msgid, result.previous_msgctxt) == (other.previous_msgid, other.previous_msgctxt)
    assert (result.msgid_plural, result.previous_msgid_plural) == (other.msgid_plural, other.previous_msgid_plural)
    assert set(result.translator_comments) == {*message.translator_comments, *other.translator_comments}
    assert (result.key, result.obsolete, result.references) == (message.key, message.obsolete, message.references)
    assert result.extracted_comments == message.extracted_comments


def test_the_flags_of_the_message_stay() -> None:
    """Its own ones, but for fuzzy; where it has none, the translation brings its own."""
    own, other = Message("A", flags=("no-wrap",)), Message("A", "あ", flags=("fuzzy", "c-format"))
    assert with_translation_of(own, other).flags == ("fuzzy", "no-wrap")
    assert with_translation_of(replace(own, flags=()), other).flags == ("fuzzy", "c-format")
    assert with_translation_of(replace(own, flags=("fuzzy",)), replace(other, flags=())).flags == ()


def test_doubted() -> None:
    """It is fuzzy, and says which text it was made for."""
    message = Message("B", "あ", previous_msgid="x", previous_msgctxt="y")
    assert doubted(message, "A") == Message("B", "あ", flags=("fuzzy",), previous_msgid="A")
    assert doubted(message, None, "item").previous_msgctxt == "item"
