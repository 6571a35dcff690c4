"""Sketches: short, and alike for texts that are alike."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.memory.sketch import SKETCH, sketch

ENGLISH = "The two towns signed an agreement on Wednesday, after long talks about the harbor and its old bakery."
JAPANESE = "二つの町は、港と古いパン屋をめぐる長い話し合いの末、水曜日に協定に署名した。"


@settings(deadline=None)
@given(st.text(), st.sampled_from(["en", "ja"]))
def test_few_numbers_of_32_bits(text: str, language: str) -> None:
    """Any text has a sketch: at least one number, at most SKETCH, rising, and the same each time."""
    numbers = sketch(text, language)
    assert 1 <= len(numbers) <= SKETCH
    assert list(numbers) == sorted(set(numbers))
    assert all(0 <= number < 2**32 for number in numbers)
    assert numbers == sketch(text, language)


def test_case_and_outer_blanks_do_not_count() -> None:
    """The same words in capitals have the same sketch."""
    assert sketch(f"  {ENGLISH.upper()}\n", "en") == sketch(ENGLISH, "en")


def test_similar_texts_share_most() -> None:
    """A changed day leaves most of the sketch, in both languages; another text shares next to nothing."""
    for text, day, other, language in (
        (ENGLISH, "Wednesday", "Thursday", "en"),
        (JAPANESE, "水曜日", "木曜日", "ja"),
    ):
        own = set(sketch(text, language))
        assert len(own & set(sketch(text.replace(day, other), language))) > SKETCH / 2
        assert len(own & set(sketch("Zehn zahme Ziegen", language))) <= 1


def test_languages_have_nothing_in_common() -> None:
    """The same text in two languages has two sketches."""
    assert not set(sketch("OK", "en")) & set(sketch("OK", "ja"))
