"""The faults that are put into texts are those that are meant, and the same in each run."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quality import injection, writing
from tests.quality.corpora import Texts
from tests.quality.injection import Setting
from tests.quality.recall import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = range(40)
PLACES = ((("France",), ("フランス",)), (("Italy",), ("イタリア",)), (("India",), ("インド",)))


def made(
    make: Callable[[Setting, Random], str | None], source: str, target: str, language: str = "ja", *others: Texts
) -> set[str | None]:
    """Return what many seeds make of a translation."""
    texts = Texts(source, target)
    setting = Setting(texts, (texts, *others), language, PLACES)
    return {make(setting, Random(seed)) for seed in SEEDS}  # noqa: S311 (to be repeated, not secret)


@pytest.mark.parametrize(
    ("make", "target", "one_of_them"),
    [
        (injection.digit_changed, "3部屋。", "8部屋。"),
        (injection.digit_changed, "1,200人。", "1,700人。"),
        (injection.digit_changed, "３億円。", "５億円。"),
        (injection.digit_dropped, "1,200人。", "120人。"),
        (injection.digit_dropped, "2018年。", "208年。"),
        (injection.digits_exchanged, "1963年。", "1936年。"),
        (injection.version_changed, "v19.0.4まで。", "v19.0.7まで。"),
        (injection.magnitude, "3億円。", "3万円。"),
        (injection.number_word, "三人。", "四人。"),
        (injection.calendar_word, "木曜日。", "金曜日。"),
        (injection.emphasis_lost, "**新**年。", "新年。"),
        (injection.emphasis_opened, "**新**年。", "**新年。"),
        (injection.link_lost, "[案](https://example.org/plan)を。", "案を。"),
        (injection.address_changed, "[案](https://example.org/a)を。", "[案](https://example.org/b)を。"),
        (injection.code_lost, "`x`を。", "xを。"),
        (injection.code_changed, "`x`を。", "`xs`を。"),
        (injection.placeholder_changed, "{count}人。", "{wrong}人。"),
        (injection.tag_lost, "<b>新</b>年。", "<b>新年。"),
    ],
)
def test_each_kind_makes_its_fault(
    make: Callable[[Setting, Random], str | None], target: str, one_of_them: str
) -> None:
    """What comes out is never the text that went in, and the fault that one expects is among it."""
    results = made(make, "A text.", target)
    assert one_of_them in results
    assert target not in results


@pytest.mark.parametrize(
    "target",
    [
        "`x = 3`と。",
        "[案](https://example.org/3)を。",
        "<a id=3>案</a>を。",
        "{0}を。",
        "RX6800を。",
        "v1.2.3を。",
        "注[^1]。",
    ],
)
def test_digits_that_say_nothing_to_a_reader_stay(target: str) -> None:
    """Code, addresses, tags, placeholders, identifiers, versions and footnotes have no numbers for facts to find."""
    assert made(injection.digit_changed, "A text.", target) == {None}


def test_english_has_its_own_words() -> None:
    """Numerals in words, months and magnitudes, with their capitals."""
    assert "Four men." in made(injection.number_word, "三人。", "Three men.", "en")
    assert "In June." in made(injection.calendar_word, "5月。", "In April.", "en")
    assert "2 billion men" in made(injection.magnitude, "200万人", "2 million men", "en")


def test_a_place_is_swapped_wherever_it_stands_for_itself() -> None:
    """Not inside a longer word, and never for one that the source has, too."""
    results = made(injection.registered, "France and Italy: France.", "フランスとイタリア。フランスのフランスパン。")
    assert "インドとイタリア。インドのフランスパン。" in results
    assert "フランスとインド。フランスのフランスパン。" in results
    assert made(injection.registered, "In Indonesia.", "インドネシアで。") == {None}
    assert made(injection.registered, "There.", "フランスで。") == {None}


def test_a_person_is_swapped_for_another_of_the_document() -> None:
    """Only where both sides have one full name, which so must be the same."""
    other = Texts("It said Ann Lee came.", "アン・リーが来た。")
    assert made(injection.person, "There Tom Ford spoke.", "トム・フォードが話した。", "ja", other) == {
        "アン・リーが話した。"
    }
    assert made(injection.person, "There he spoke.", "トム・フォードが話した。", "ja", other) == {None}
    assert made(injection.person, "There Tom Ford spoke.", "トム・フォードが話した。") == {None}


def test_what_was_left_is_in_the_words_of_the_source() -> None:
    """The whole text, or one sentence of it."""
    source, target = "We went there by train. It was a very long way.", "電車で行った。遠かった。"
    assert made(injection.untranslated, source, target) == {source}
    assert "電車で行った。It was a very long way." in made(injection.sentence_left, source, target)


@given(st.text("0123456789０９,.，．年人 abc-", max_size=30))
def test_a_changed_number_keeps_everything_around_it(text: str) -> None:
    """Only digits and the commas between them change."""
    setting = Setting(Texts("", text), (), "ja")
    for make in (injection.digit_changed, injection.digit_dropped, injection.digits_exchanged):
        faulty = make(setting, Random(1))  # noqa: S311 (to be repeated, not secret)
        if faulty is not None:
            assert faulty != text
            assert _without_numbers(faulty) == _without_numbers(text)


def _without_numbers(text: str) -> str:
    return "".join(character for character in text if character not in "0123456789０１２３４５６７８９,，.．")


@given(st.text("`<>[]()日本{}a1\n", max_size=30))
def test_blanks_keep_places(text: str) -> None:
    """What is hidden is as long as it was."""
    assert len(writing.visible(text)) == len(text)


def test_the_same_seed_makes_the_same_faults() -> None:
    """A run can be repeated."""
    texts = Texts(
        "On Thursday 1,200 of `a` in France [x](https://example.org/page).",
        "木曜日に1,200人。三人。**新**年。フランス。",
    )
    setting = Setting(texts, (texts,), "ja", PLACES)
    for kind in KINDS:
        results = {kind.make(setting, Random("x")) for _ in range(3)}  # noqa: S311 (to be repeated, not secret)
        assert len(results) == 1, kind.name
